"""Editors of an entry that offer what is in the journal as she types, and what opens from them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from journal.domain.entry import folded
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.when import near
from journal.ui.widgets.fields import Field, LineField, PeopleField, ReferenceField, Suggestion, TagsField

OFFERED = 8


def people_field(
    context: ScreenContext, name: str, placeholder: str, roles: list[tuple[str, str]] | None = None
) -> PeopleField:
    """Contacts by name; a name that nobody has becomes a new contact. A click opens the person."""
    field = PeopleField(words.say(f"field.{name}"), roles=roles or [], placeholder=placeholder)
    field.suggestions_wanted.connect(lambda text: _offer(context, field, "contact", text))
    field.request_open.connect(lambda number: context.navigate.open_entry("contact", number))
    return field


def person_field(context: ScreenContext, name: str, placeholder: str) -> LineField:
    """One person by name, who need not be in the journal; a button beside the name opens who is."""
    field = LineField(words.say(f"field.{name}"), placeholder=placeholder, open_icon="chevron-right")
    field.suggestions_wanted.connect(lambda text: _offer(context, field, "contact", text))
    field.suggest()

    def read(journal: Journal, wanted: str) -> int:
        from journal.actions import reading

        found = reading.suggest(journal, kind="contact", words=wanted, limit=OFFERED)
        return next((line.id for line in found if folded(line.title) == folded(wanted)), 0)

    def opened(number: int) -> None:
        say = QCoreApplication.translate
        if number:
            context.navigate.open_entry("contact", number)
        else:
            context.notices.tell(say("Pickers", "Nobody of that name is among your contacts yet."))

    field.request_open.connect(
        lambda typed: context.jobs.read(field, lambda journal: read(journal, str(typed)), opened, key="person")
    )
    return field


def network_field(context: ScreenContext) -> LineField:
    """The network by its name, opened by the small button beside it."""
    say = QCoreApplication.translate
    field = LineField(
        words.say("field.network"), placeholder=say("Pickers", "Association, group, blog…"), open_icon="chevron-right"
    )
    field.suggestions_wanted.connect(lambda text: _offer(context, field, "network", text))
    # A network that is not there is made by its name: half a name must not make one.
    field.suggest(whole=True)
    field.request_open.connect(lambda name: _open_network(context, field, str(name)))
    return field


def event_field(context: ScreenContext) -> ReferenceField:
    """One event, found by words of its title."""
    say = QCoreApplication.translate
    field = ReferenceField(
        words.say("field.event"), placeholder=say("Pickers", "The event it came from"), icon="calendar"
    )

    def read_title(number: int) -> None:
        def read(journal: Journal) -> str:
            from journal.actions import reading

            return reading.entry(journal, entry_id=number).heading

        context.jobs.read(field, read, lambda title: field.set_title(number, title), lambda _: None, key="title")

    field.suggestions_wanted.connect(lambda text: _offer(context, field, "event", text))
    field.title_wanted.connect(read_title)
    field.request_open.connect(lambda number: context.navigate.open_entry("event", number))
    return field


def tags_field(context: ScreenContext, page: str) -> TagsField:
    """Tags, those in use offered first. A click shows what else on that page bears the tag."""
    say = QCoreApplication.translate
    field = TagsField(words.say("field.tags"), placeholder=say("Pickers", "Add a tag"))

    def offer(text: str) -> None:
        def read(journal: Journal) -> list[str]:
            from journal.actions import reading

            begun = folded(text.lstrip("#"))
            return [tag.name for tag in reading.tags(journal) if folded(tag.name).startswith(begun)][:OFFERED]

        context.jobs.read(field, read, lambda names: field.set_suggestions(names, text), key="suggest")

    field.suggestions_wanted.connect(offer)
    field.request_open.connect(lambda tag: context.navigate.open_page(page, tag=str(tag)))
    return field


def link_field() -> LineField:
    say = QCoreApplication.translate
    field = LineField(words.say("field.link"), placeholder=say("Pickers", "Web address"), open_icon="external-link")
    field.request_open.connect(lambda text: open_link(str(text)))
    return field


def open_link(text: str) -> bool:
    """Opens a web or mail address in the system's own program; nothing else, whatever a calendar may have sent."""
    url = QUrl.fromUserInput(text.strip())
    return url.scheme() in ("http", "https", "mailto") and QDesktopServices.openUrl(url)


def _offer(context: ScreenContext, field: PeopleField | LineField | ReferenceField, kind: str, text: str) -> None:
    now, locale = context.clock.now(), context.locale

    def read(journal: Journal) -> list[Suggestion]:
        from journal.actions import reading

        found = reading.suggest(journal, kind=kind, words=text, limit=OFFERED)
        if kind == "event":
            return [Suggestion(one.title, one.id, near(one.date, now, locale, time=False)) for one in found]
        return [Suggestion(one.title, one.id, one.subtitle) for one in found]

    context.jobs.read(field, read, lambda items: field.set_suggestions(items, text), key="suggest")


def _open_network(context: ScreenContext, owner: Field, name: str) -> None:
    def read(journal: Journal) -> int:
        from journal.actions import reading

        return next((line.id for line in reading.networks(journal) if folded(line.title) == folded(name)), 0)

    def opened(number: int) -> None:
        if number:
            context.navigate.open_entry("network", number)

    context.jobs.read(owner, read, opened, key="network")
