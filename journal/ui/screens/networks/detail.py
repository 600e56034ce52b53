"""One network: what it offers, her own place in it, who is there, and what it gave this year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.domain.changes import Changes
from journal.domain.entry import Entry
from journal.domain.lines import Line
from journal.domain.network import TYPES, Network
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.base import FormPane
from journal.ui.screens.entry_parts import FollowUpCard
from journal.ui.screens.networks.cards import SOON, gave_words
from journal.ui.screens.networks.guide import GuideCard
from journal.ui.screens.networks.news import FollowedCards
from journal.ui.screens.phrases import day_inside
from journal.ui.theme import MEDIUM, SMALL
from journal.ui.when import near
from journal.ui.widgets.buttons import IconButton, PlainButton, QuietButton
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.fields import (
    ChoiceField,
    DateField,
    LineField,
    PartialDateField,
    RhythmField,
    TagsField,
    TextField,
    TitleField,
)
from journal.ui.widgets.form import Form, FormField, Section
from journal.ui.widgets.headings import QuietText, StyledLabel

if TYPE_CHECKING:
    from journal.actions.networks import Given

ICON_OF = {"event": "calendar", "learning": "lightbulb", "reminder": "bell", "contact": "user"}
SHOWN = 6  # people and things listed at once; the lists have the rest


class NetworkPane(FormPane):
    """Signal `back_wanted`: back to the cards of all networks."""

    first_field = "name"
    back_wanted = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, MEDIUM, SMALL)
        bar.setSpacing(SMALL)
        self.back = QuietButton(self.tr("All networks"), self, icon="chevron-left")
        self.back.clicked.connect(self.back_wanted)
        self.site = PlainButton(self.tr("Open its site"), self, icon="external-link")
        self.site.clicked.connect(self._open_site)
        self.bring_in = PlainButton(self.tr("Bring in…"), self, icon="download")
        self.bring_in.clicked.connect(lambda: self.context.navigate.open_page("bring_in"))
        self.history = IconButton("history", self.tr("History of this network"), self)
        self.history.clicked.connect(self.show_history)
        for widget in (self.back, self.site, self.bring_in):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.history)
        self.body.insertLayout(0, bar)
        self.renewal = StyledLabel("", self, role="warn", wrap=True)
        self.renewed = PlainButton(self.tr("It is renewed"), self, icon="check")
        self.renewed.clicked.connect(self._renew)
        self.renewed.hide()
        self.year = QuietText("", self)
        self.people = Card(self.tr("People there"), self, icon="users")
        self.given = Card(self.tr("What it gave"), self, icon="sparkles")
        for label in (self.renewal, self.year):
            label.setContentsMargins(SMALL + 1, 0, 0, 0)  # in line with the labels of the form
        top = self.form.top
        top.insertWidget(0, self.renewal)
        top.insertWidget(1, self.renewed, 0, Qt.AlignmentFlag.AlignLeft)
        top.insertWidget(3, self.year)
        self.follow_up = FollowUpCard(context, self)
        self.followed = FollowedCards(context, self)
        self.guide = GuideCard(context, self)
        for card in (self.follow_up, self.people, self.given, self.guide, self.followed):
            top.insertWidget(top.count() - 1, card)

    def make_form(self) -> Form:
        def say(name: str) -> str:
            return words.say(f"field.{name}")

        types = [(name, words.say(f"network.type.{name}"), "") for name in TYPES]
        self.tags = TagsField(say("tags"))
        self.tags.suggestions_wanted.connect(self._suggest_tags)
        self.tags.request_open.connect(lambda tag: self.context.navigate.open_page("networks", tag=str(tag)))
        site = LineField(say("website"), placeholder=self.tr("https://…"))
        return Form(
            [
                Section(
                    "",
                    [
                        FormField(
                            "name", TitleField(say("name"), placeholder=self.tr("Name of the network")), label=False
                        )
                    ],
                ),
                Section("", [FormField("offers", TextField(say("offers"), placeholder=self.tr("What it offers you")))]),
                Section(
                    self.tr("My place in it"),
                    [
                        FormField("type", ChoiceField(say("type"), types)),
                        FormField("my_role", LineField(say("my_role"), placeholder=self.tr("Member, treasurer…"))),
                        FormField(
                            "member_since", PartialDateField(say("member_since"), placeholder=self.tr("Year or day"))
                        ),
                        FormField("dues", LineField(say("dues"), placeholder=self.tr("Amount a year"))),
                        FormField("renews_on", DateField(say("renews_on"), placeholder=self.tr("Add a day"))),
                        FormField("keep_in_touch_days", RhythmField(self.tr("Keep in touch with its people"))),
                        FormField("website", site),
                        FormField(
                            "feed_url", LineField(say("feed_url"), placeholder=self.tr("Address of its news feed"))
                        ),
                        FormField("tags", self.tags),
                        FormField("notes", TextField(say("notes"), placeholder=self.tr("Anything worth remembering"))),
                        self.attachments_field(),
                    ],
                ),
            ]
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _load(self, entry: Entry) -> None:
        super()._load(entry)
        assert isinstance(entry, Network)
        there = bool(entry.id)
        self.history.setVisible(there)
        self.site.setVisible(_is_web(entry.website))
        self._say_renewal(entry)
        self.year.setText(gave_words(entry))
        self.year.setVisible(there)
        self.followed.show_network(entry)
        self.guide.show_network(entry)
        self.follow_up.setVisible(there)
        if there:
            self.follow_up.show_for(entry.id, entry.name, day=entry.renews_on, before=(30, 14, 1))
            self._read_around(entry.id)
        else:
            self.people.hide()
            self.given.hide()

    def _say_renewal(self, entry: Network) -> None:
        today = self.context.clock.now().date()
        near_now = entry.renews_on is not None and (entry.renews_on - today).days <= SOON
        self.renewal.setVisible(near_now)
        self.renewed.setVisible(near_now)
        if entry.renews_on is None or not near_now:
            return
        day = day_inside(entry.renews_on, today, self.context.locale)
        if entry.renews_on < today:
            self.renewal.setText(self.tr("The renewal date ({day}) has passed: is it done?").replace("{day}", day))
        else:
            self.renewal.setText(self.tr("To be renewed: {day}.").replace("{day}", day))

    # --- what hangs on it -----------------------------------------------------------------------------------------

    def _read_around(self, number: int) -> None:
        def read(journal: Journal) -> tuple[list[Line], list[Line], Given]:
            from journal.actions import networks, reading

            people = reading.people_of(journal, network=number, limit=SHOWN)
            gave = networks.gave(journal, network_id=number)
            return people, reading.related(journal, entry_id=number, limit=SHOWN), gave

        self.context.jobs.read(self, read, lambda found: self._show_around(number, *found), key="around")

    def _show_around(self, number: int, people: list[Line], given: list[Line], gave: Given) -> None:
        if self.entry is None or self.entry.id != number:
            return
        self._say_year(gave)
        now = self.context.clock.now()
        self.follow_up.show_lines([line for line in given if line.kind == "reminder"])
        others = [line for line in given if line.kind != "reminder"]
        for card, lines in ((self.people, people), (self.given, others)):
            card.clear()
            card.setVisible(bool(lines))
            for line in lines:
                shown = near(line.date, now, self.context.locale, time=False) if line.kind != "contact" else ""
                row = CardRow(line.title, line.subtitle, icon=ICON_OF.get(line.kind, ""), note=shown, parent=card)
                row.opened.connect(lambda line=line: self.context.navigate.open_entry(line.kind, line.id))
                card.add(row)

    def _say_year(self, gave: Given) -> None:
        """What there is none of is left out."""
        assert isinstance(self.entry, Network)
        parts = [gave_words(self.entry)]
        if gave.people:
            parts.append(QCoreApplication.translate("NetworkPane", "%n person(s) met this year", None, gave.people))
        if gave.hours:
            hours = self.context.locale.toString(gave.hours)
            parts.append(self.tr("{hours} h this year").format(hours=hours))
        self.year.setText(" · ".join(parts))

    def _renew(self) -> None:
        if self.entry is None:
            return
        number = self.entry.id

        def write(journal: Journal) -> Changes:
            from journal.actions import networks

            return networks.renewed(journal, network_id=number)

        def tell(_: Changes) -> None:
            self.context.notices.tell(self.tr("Renewed: its date is next year, and its reminders with it"), undo=True)

        self.flush()
        self.context.jobs.write(self, write, tell)

    def _suggest_tags(self, text: str) -> None:
        def read(journal: Journal) -> list[str]:
            from journal.actions import reading

            return [use.name for use in reading.tags(journal)]

        self.context.jobs.read(self, read, lambda names: self.tags.set_suggestions(names, text), key="tags")

    def _open_site(self) -> None:
        if isinstance(self.entry, Network) and _is_web(self.entry.website):
            QDesktopServices.openUrl(QUrl(self.entry.website))


def _is_web(address: str) -> bool:
    return address.startswith(("https://", "http://"))
