"""One contact: at a glance at the top, everything about them below, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QDir, QEvent, QUrl
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from journal.domain.changes import Changes
from journal.domain.contact import Contact
from journal.domain.entry import Entry, folded
from journal.domain.keep_in_touch import Proposal
from journal.domain.lines import Line
from journal.system import words
from journal.ui import icons
from journal.ui.backing_up import show_folder
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.outside import call_url, mail_url, open_outside, page_url
from journal.ui.screens.base import FormPane
from journal.ui.screens.contacts.head import ContactHead
from journal.ui.screens.contacts.names import as_typed, name_fields
from journal.ui.screens.contacts.pausing import fill_pause_menu
from journal.ui.screens.contacts.rhythm import chosen, fields_of_choice, inherited_words
from journal.ui.screens.contacts.shared import Shared
from journal.ui.screens.phrases import day_inside, inside, rhythm_words
from journal.ui.screens.pickers import person_field
from journal.ui.screens.soon import fill_menu, reminder_moments
from journal.ui.theme import em
from journal.ui.when import near
from journal.ui.widgets.fields import (
    DateField,
    Field,
    LineField,
    MembershipsField,
    PartialDateField,
    RhythmField,
    TagsField,
    TextField,
    ValuesField,
)
from journal.ui.widgets.form import Form, FormField, Section

WIDEST_EM = 52  # lines of text


class ContactForm(Form):
    """A form with a head of its own, whose fields are saved like the others."""

    def set_head(self, head: ContactHead) -> None:
        self.top.insertWidget(0, head)
        for name, one in (("name", head.name), ("role", head.role), ("organisation", head.organisation)):
            self._fields[name] = one
            one.edited.connect(lambda name=name: self._edited(name))
            one.finished.connect(self.flush)

    def insert_before(self, heading: int, widget: QWidget) -> None:
        """Puts `widget` above the section that has the `heading`-th heading (0: the first)."""
        items = [(place, self.top.itemAt(place)) for place in range(1, self.top.count())]
        widgets = [place for place, item in items if item is not None and item.widget() is not None]
        self.top.insertWidget(widgets[heading], widget)


class ContactPane(FormPane):
    first_field = "name"

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form.changed_fields.disconnect()
        self.form.changed_fields.connect(self._on_typed)
        self._bound_width()

    # --- layout ---------------------------------------------------------------------------------------------------

    def make_form(self) -> Form:
        self._make_fields()
        form = ContactForm(
            [
                Section(
                    "",
                    self._named(
                        *("emails", "phones", "links", "networks", "tags", "keep_in_touch_days"),
                        *("keep_in_touch_paused_until", "birthday"),
                    ),
                ),
                Section(
                    words.say("field.notes"),
                    [FormField("notes", self.fields["notes"], label=False), self.attachments_field()],
                ),
                Section(
                    self.tr("How it began"),
                    self._named("met_on", "how_met", "introduced_by", "purpose", "confirmed_on"),
                ),
                Section(self.tr("The name in its parts"), self._named("given_name", "family_name")),
            ],
            self,
        )
        self.head = ContactHead(form)
        form.set_head(self.head)
        self.shared = Shared(self.context.locale, form)
        form.insert_before(1, self.shared)
        self.shared.opened.connect(self.context.navigate.open_entry)
        self.head.favourite_toggled.connect(lambda on: self._set(favourite=on))
        self.head.exchange.connect(self._log)
        self.head.proposal.accepted.connect(self._accept_rhythm)
        self.head.review.accepted.connect(lambda: self._set(confirmed_on=self._today()))
        self.head.remind_menu_wanted.connect(self._fill_remind_menu)
        self.head.more_menu_wanted.connect(self._fill_more_menu)
        return form

    def _named(self, *names: str) -> list[FormField]:
        return [FormField(name, self.fields[name]) for name in names]

    def _make_fields(self) -> None:
        say = words.say
        emails = ValuesField(
            say("field.emails"),
            icon="mail",
            open_tip=self.tr("Write an e-mail"),
            add_text=self.tr("Add an e-mail"),
            labels=[self.tr("work"), self.tr("private")],
        )
        phones = ValuesField(
            say("field.phones"),
            icon="phone",
            open_tip=self.tr("Call"),
            add_text=self.tr("Add a phone"),
            labels=[self.tr("work"), self.tr("mobile"), self.tr("private")],
        )
        links = ValuesField(
            say("field.links"),
            icon="external-link",
            open_tip=self.tr("Open in the browser"),
            add_text=self.tr("Add a link"),
            labels=["LinkedIn", self.tr("website")],
        )
        networks = MembershipsField(say("field.networks"), placeholder=self.tr("FFMAS, treasurer"))
        tags = TagsField(say("field.tags"), placeholder=self.tr("Add a tag"))
        self.fields: dict[str, Field] = {
            "emails": emails,
            "phones": phones,
            "links": links,
            "networks": networks,
            "tags": tags,
            "keep_in_touch_days": RhythmField(self.tr("Keep in touch")),
            "keep_in_touch_paused_until": DateField(
                say("field.keep_in_touch_paused_until"), today=self._today, placeholder=self.tr("Not paused")
            ),
            "notes": TextField(
                say("field.notes"),
                placeholder=self.tr("What you talk about, what they like, what to ask them next…"),
                least_lines=2,
            ),
            "met_on": DateField(say("field.met_on"), today=self._today, placeholder=self.tr("Add a day")),
            "how_met": LineField(say("field.how_met"), placeholder=self.tr("At a conference, through a colleague…")),
            "introduced_by": person_field(self.context, "introduced_by", self.tr("A name")),
            "purpose": LineField(
                say("field.purpose"), placeholder=self.tr("To share practices, to ask about software")
            ),
            "confirmed_on": DateField(say("field.confirmed_on"), today=self._today, placeholder=self.tr("Not yet")),
            "birthday": PartialDateField(say("field.birthday"), today=self._today, placeholder=self.tr("Add a day")),
            "given_name": LineField(say("field.given_name"), short=True),
            "family_name": LineField(say("field.family_name"), short=True),
        }
        emails.request_open.connect(lambda value: self._open_outside(mail_url(str(value))))
        phones.request_open.connect(lambda value: self._open_outside(call_url(str(value))))
        links.request_open.connect(lambda value: self._open_outside(page_url(str(value))))
        networks.request_open.connect(lambda name: self._open_network(str(name)))
        networks.suggestions_wanted.connect(lambda text: self._suggest(networks, "network", text))
        tags.request_open.connect(
            lambda tag: self.context.navigate.open_page("contacts", view="all", network="", tag=str(tag))
        )
        tags.suggestions_wanted.connect(lambda text: self._suggest_tags(tags, text))

    def _today(self) -> Any:
        return self.context.clock.now().date()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange and hasattr(self, "form"):
            self._bound_width()

    def _bound_width(self) -> None:
        # On a wide screen what belongs together stays together.
        self.form.page.setMaximumWidth(em(self) * WIDEST_EM)

    # --- the entry ------------------------------------------------------------------------------------------------

    @property
    def contact(self) -> Contact:
        return cast(Contact, self.entry)

    def show_entry(self, entry: Entry) -> None:
        super().show_entry(entry)
        self.form.verticalScrollBar().setValue(0)
        self.shared.show_lines([], self.context.clock.now(), fresh=True)
        self.head.proposal.show_proposal(None)
        self._read_shared(fresh=True)

    def refresh_entry(self, entry: Entry) -> None:
        super().refresh_entry(entry)
        self._read_shared(fresh=False)

    def _load(self, entry: Entry) -> None:
        self.entry = entry
        contact = self.contact
        self.head.review.setVisible(bool(entry.id) and contact.wants_review(self._today()))
        values = {name: getattr(contact, name) for name in contact.__dataclass_fields__}
        cast(RhythmField, self.fields["keep_in_touch_days"]).set_inherited(inherited_words(contact))
        values |= {"name": as_typed(contact), "keep_in_touch_days": chosen(contact)}
        self.form.load(values, key=self._sitting)
        self.form.show_field("keep_in_touch_paused_until", contact.rhythm_days is not None)
        now = self.context.clock.now()
        due = contact.next_exchange_due
        self.head.show_who(
            contact.name,
            favourite=contact.favourite,
            exists=bool(contact.id),
            rhythm=rhythm_words(contact, now.date(), lambda day: day_inside(day, now.date(), self.context.locale)),
            lapsed=due is not None and due < now.date(),
        )
        self.shared.set_name(contact.given_name or contact.name)
        self.shared.setVisible(bool(contact.id))

    def show_problems(self, problems: dict[str, str]) -> bool:
        """A name that cannot stand is told under the name itself, whichever of its parts it is about."""
        told = dict(problems)
        if "full_name" in told:
            told.setdefault("name", told.pop("full_name"))
        return super().show_problems(told)

    def _on_typed(self, fields: dict[str, Any]) -> None:
        typed = name_fields(self.contact, fields)
        if "keep_in_touch_days" in typed:
            typed |= fields_of_choice(typed["keep_in_touch_days"])
        self.fields_changed.emit(typed)
        if "name" in fields:
            self.head.avatar.set_name(fields["name"])

    def _set(self, **fields: Any) -> None:
        self.form.flush()
        self.fields_changed.emit(fields)

    def _read_shared(self, *, fresh: bool) -> None:
        contact_id = self.contact.id
        if not contact_id:
            return

        def read(journal: Journal) -> tuple[list[Line], Proposal | None]:
            from journal.actions import reading, rhythms

            proposal = rhythms.proposal(journal, contact_id=contact_id)
            return reading.timeline(journal, contact_id=contact_id), proposal

        def show(found: tuple[list[Line], Proposal | None]) -> None:
            if self.contact.id == contact_id:
                self.shared.show_lines(found[0], self.context.clock.now(), fresh=fresh)
                self.head.proposal.show_proposal(found[1])

        self.context.jobs.read(self, read, show, key="shared")

    # --- what she does --------------------------------------------------------------------------------------------

    def _log(self, kind: str) -> None:
        contact_id, name = self.contact.id, self.contact.name

        def write(journal: Journal) -> Changes:
            from journal.actions import contacts

            return contacts.log_exchange(journal, contact_id=contact_id, type=kind)

        text = self.tr("Noted for today with {name}: {type}")
        self._write(write, text.format(name=name, type=words.say(f"event.type.{kind}").lower()))

    def _remind(self, when: datetime) -> None:
        contact_id = self.contact.id
        title = self.tr("Get in touch with {name}").format(name=self.contact.name)

        def write(journal: Journal) -> Changes:
            from journal.actions import reminders

            return reminders.remind_about(journal, entry_id=contact_id, title=title, due_at=when)

        said = inside(near(when.isoformat(), self.context.clock.now(), self.context.locale), self.context.locale)
        self._write(write, self.tr("You will be reminded: {when}").format(when=said))

    def _accept_rhythm(self) -> None:
        contact_id = self.contact.id

        def write(journal: Journal) -> Changes:
            from journal.actions import rhythms

            return rhythms.accept(journal, contact_id=contact_id)

        self._write(write, self.tr("Keeping in touch as you did so far."))

    def _pause(self, until: date | None) -> None:
        contact_id = self.contact.id

        def write(journal: Journal) -> Changes:
            from journal.actions import rhythms

            return rhythms.pause(journal, contact_id=contact_id, until=until)

        self._write(write, self.tr("Paused") if until else self.tr("The pause is over."))

    def _write(self, write: Callable[[Journal], Changes], told: str) -> None:
        self.form.flush()
        self.context.jobs.write(self, write, lambda _: self.context.notices.tell(told, undo=True))

    def _take_out(self) -> None:
        """Everything the journal holds of this person, into one file."""
        contact_id, name = self.contact.id, self.contact.name
        heading = self.tr("All that is kept of {name}").format(name=name)
        kinds = f"{self.tr('To read')} (*.md);;{self.tr('With data and files')} (*.zip);;JSON (*.json)"
        chosen, _ = QFileDialog.getSaveFileName(self, heading, str(Path(QDir.homePath()) / "person.md"), kinds)
        if not chosen:
            return
        path = Path(chosen)

        def write(journal: Journal) -> int:
            from journal.actions import person_file

            return person_file.export_person(journal, contact_id=contact_id, path=path)

        def tell(_: int) -> None:
            text = self.tr("Written to {file}").format(file=path.name)
            self.context.notices.tell(text, action=self.tr("Show"), act=lambda: show_folder(path.parent))

        self.form.flush()
        self.context.jobs.aside(self, write, tell)

    def _fill_remind_menu(self, menu: QMenu) -> None:
        now = self.context.clock.now()
        fill_menu(menu, reminder_moments(now), now, self.context.locale, self._remind, at=self.head.remind)

    def _fill_more_menu(self, menu: QMenu) -> None:
        contact = self.contact
        if contact.rhythm_days is not None:
            fill_pause_menu(
                menu, contact.keep_in_touch_paused_until, self.context.clock.now(), self.context.locale, self._pause
            )
            menu.addSeparator()
        if contact.archived:
            menu.addAction(icons.icon("rotate-ccw"), self.tr("Bring back from the archive"), self._archive)
        else:
            menu.addAction(icons.icon("archive"), self.tr("Archive"), self._archive)
        if contact.confidential:
            menu.addAction(icons.icon("eye"), self.tr("No longer confidential"), lambda: self._set(confidential=False))
        else:
            menu.addAction(icons.icon("eye-off"), self.tr("Make confidential"), lambda: self._set(confidential=True))
        menu.addSeparator()
        menu.addAction(
            icons.icon("history"),
            self.tr("History…"),
            lambda: self.context.navigate.history(contact.id, contact.name),
        )
        menu.addAction(icons.icon("file-text"), self.tr("All that is kept of them…"), self._take_out)
        menu.addAction(icons.icon("trash-2"), self.tr("Move to the trash"), self.delete_wanted.emit)
        menu.addAction(
            icons.icon("triangle-alert"),
            self.tr("Erase for good…"),
            lambda: self.context.navigate.open_page("erase", contact_id=contact.id, name=contact.name),
        )

    def _archive(self) -> None:
        contact_id, name, archived = self.contact.id, self.contact.name, not self.contact.archived

        def write(journal: Journal) -> Changes:
            from journal.actions import entries

            return entries.save(journal, entry_id=contact_id, fields={"archived": archived})

        text = self.tr("{name} is in the archive") if archived else self.tr("{name} is back from the archive")
        self._write(write, text.format(name=name))

    def _open_outside(self, url: QUrl) -> None:
        if not open_outside(url):
            self.context.notices.tell(self.tr("This cannot be opened from here. You can copy it instead."))

    def _open_network(self, name: str) -> None:
        def read(journal: Journal) -> int:
            from journal.actions import reading

            found = (line.id for line in reading.networks(journal) if folded(line.title) == folded(name))
            return next(found, 0)

        def go(network_id: int) -> None:
            if network_id:
                self.context.navigate.open_entry("network", network_id)

        self.context.jobs.read(self, read, go, key="network")

    def _suggest(self, field: MembershipsField, kind: str, text: str) -> None:
        def read(journal: Journal) -> list[Line]:
            from journal.actions import reading

            return reading.suggest(journal, kind=kind, words=text) if text else []

        def offer(lines: list[Line]) -> None:
            field.set_suggestions([(line.id, line.title, line.subtitle) for line in lines], text)

        self.context.jobs.read(self, read, offer, key=f"suggest {kind}")

    def _suggest_tags(self, field: TagsField, text: str) -> None:
        begun, there = folded(text.lstrip("#")), {folded(tag) for tag in field.value()}

        def read(journal: Journal) -> list[str]:
            from journal.actions import reading

            names = [tag.name for tag in reading.tags(journal)]
            return [name for name in names if folded(name).startswith(begun) and folded(name) not in there][:8]

        self.context.jobs.read(self, read, lambda names: field.set_suggestions(names, text), key="suggest tag")
