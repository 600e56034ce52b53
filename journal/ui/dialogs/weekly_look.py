"""A week in five minutes: six questions on one calm page. What she writes is kept as she goes, and becomes entries when
she says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.changes import Changes
from journal.domain.errors import UserFacingError
from journal.domain.weekly_look import Answers, next_monday
from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.jobs import Journal
from journal.ui.screens.phrases import inside, long_day
from journal.ui.screens.pickers import people_field
from journal.ui.theme import LARGE, MEDIUM, SMALL
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.choice_fields import CheckField
from journal.ui.widgets.fields import DateField, Field, TextField
from journal.ui.widgets.headings import QuietText, StyledLabel

if TYPE_CHECKING:
    from journal.actions.weekly_look import Week

KEEP_DRAFT_MS = 600
NAMED = 8  # people and titles of the week that are named at most


class Question(Card):
    """One question, what the journal knows about it already, and its fields."""

    def __init__(self, asked: str, icon: str, fields: Sequence[Field], parent: QWidget) -> None:
        super().__init__(asked, parent, icon=icon)
        self.known = QuietText("", self, small=True)
        self.known.hide()
        self.add(self.known)
        for field in fields:
            field.setParent(self)
            self.add(field)

    def tell_known(self, sentence: str) -> None:
        self.known.setText(sentence)
        self.known.setVisible(bool(sentence))


class WeeklyLookPage(ColumnPage):
    """`fields`: the answers by their names in `Answers`."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("weekly_look"))
        self._filled = False  # what she began is on screen
        self._begun = Answers()
        self._timer = QTimer(self, singleShot=True, interval=KEEP_DRAFT_MS)
        self._timer.timeout.connect(self._keep_draft)
        self.span = QuietText("", self)
        self.column.addWidget(self.span)
        self._make_fields()
        self._ask()
        self._add_end()
        self.column.addStretch(1)

    # --- layout ---------------------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        def text(label: str, placeholder: str) -> TextField:
            return TextField(label, placeholder=placeholder, least_lines=2)

        self.fields: dict[str, Field] = {
            "met": people_field(self.context, "participants", self.tr("Add a name")),
            "met_about": text(self.tr("What it was about"), self.tr("A coffee, a call, a word in the corridor…")),
            "learned": text(self.tr("What I learned"), self.tr("One line each")),
            "doubt": text(self.tr("What I am in doubt about"), self.tr("A question you could ask somebody")),
            "thank": people_field(self.context, "people", self.tr("Add a name")),
            "thank_for": text(self.tr("What for"), self.tr("What they did for you")),
            "thanked": CheckField(self.tr("I have already said it")),
            "proud": text(self.tr("What I am proud of"), self.tr("Small things count")),
            "next": text(self.tr("What is next"), self.tr("One line each: you will be reminded")),
            "next_on": DateField(
                self.tr("On which day"), today=self._today, placeholder=self.tr("Next Monday, or another day")
            ),
        }
        for field in self.fields.values():
            field.edited.connect(self._typed)

    def _today(self) -> date:
        return self.context.clock.now().date()

    def _ask(self) -> None:
        named = self.fields
        self.questions = {
            "met": Question(self.tr("Whom did I meet?"), "users", [named["met"], named["met_about"]], self),
            "learned": Question(self.tr("What did I learn?"), "lightbulb", [named["learned"]], self),
            "doubt": Question(self.tr("What am I in doubt about?"), "circle-help", [named["doubt"]], self),
            "thank": Question(
                self.tr("Whom do I thank?"),
                "heart-handshake",
                [named["thank"], named["thank_for"], named["thanked"]],
                self,
            ),
            "proud": Question(self.tr("What am I proud of?"), "trophy", [named["proud"]], self),
            "next": Question(self.tr("What is next?"), "bell", [named["next"], named["next_on"]], self),
        }
        for question in self.questions.values():
            self.column.addWidget(question)

    def _add_end(self) -> None:
        self.keep = PrimaryButton(self.tr("Keep my week"), self, icon="check")
        self.keep.clicked.connect(self._keep)
        self.later = QuietButton(self.tr("Go on later"), self)
        self.later.setToolTip(self.tr("What you have written stays here"))
        self.later.clicked.connect(self.context.navigate.go_back)
        self.promise = StyledLabel("", self, style="small", role="quiet", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.keep)
        row.addWidget(self.later)
        row.addStretch(1)
        end = QVBoxLayout()
        end.setContentsMargins(0, MEDIUM, 0, LARGE)
        end.setSpacing(SMALL)
        end.addLayout(row)
        end.addWidget(self.promise)
        self.column.addLayout(end)
        # The fields were made before their cards: the keyboard goes through them as the eye does.
        for before, after in pairwise((self.back, *self.fields.values(), self.keep, self.later)):
            QWidget.setTabOrder(before, after)
        self._say_promise()

    # --- what the week held ---------------------------------------------------------------------------------------

    def refresh(self) -> None:
        def read(journal: Journal) -> Week:
            from journal.actions import weekly_look

            return weekly_look.week(journal)

        self.context.jobs.read(self, read, self._show, key="week")

    def come_on_screen(self) -> None:
        super().come_on_screen()
        self._make_reminder()

    def _show(self, week: Week) -> None:
        first, last = long_day(week.first, self.context.locale), self._day_inside(week.last)
        text = self.tr("{first} – {last}. Nothing here has to be answered; five minutes are plenty.")
        if week.kept:
            text = self.tr("{first} – {last}. You have kept this week already; whatever else comes to mind is welcome.")
        self.span.setText(text.replace("{first}", first).replace("{last}", last))
        said = QCoreApplication.translate("WeeklyLookPage", "In your journal already: {names}")
        for name, titles in (
            ("met", [one.name for one in week.met]),
            ("learned", [line.title for line in week.learnings if line.type in ("practice", "tool", "tip")]),
            ("doubt", [line.title for line in week.learnings if line.type == "question"]),
            ("proud", [line.title for line in week.learnings if line.type == "win"]),
        ):
            shown = ", ".join(titles[:NAMED]) + (", …" if len(titles) > NAMED else "")
            self.questions[name].tell_known(said.replace("{names}", shown) if shown else "")
        if not self._filled:
            self._filled = True
            self._fill(week.answers)

    def _fill(self, answers: Answers) -> None:
        for name, field in self.fields.items():
            field.set_value(getattr(answers, name))
        self._begun = answers
        self._say_promise()

    # --- what she answers -----------------------------------------------------------------------------------------

    def answers(self) -> Answers:
        return Answers(**{name: field.value() for name, field in self.fields.items()})

    def _typed(self) -> None:
        self._say_promise()
        if not self._timer.isActive():
            self._timer.start()

    def _say_promise(self) -> None:
        empty = self.answers().empty
        self.keep.setEnabled(not empty)
        chosen = self.fields["next_on"].value()
        day = chosen if isinstance(chosen, date) else next_monday(self._today())
        self.promise.setText(
            self.tr("One answer is enough.")
            if empty
            else self.tr(
                "Each answer becomes an entry of your journal; what is next, a reminder for {day}. One Undo takes it"
                " all back."
            ).replace("{day}", self._day_inside(day))
        )

    def _day_inside(self, day: date) -> str:
        return inside(long_day(day, self.context.locale), self.context.locale)

    def _keep_draft(self) -> None:
        answers = self.answers()
        if answers == self._begun:
            return
        self._begun = answers

        def write(journal: Journal) -> None:
            from journal.actions import weekly_look

            weekly_look.keep_draft(journal, answers=answers)

        self.context.jobs.write(self, write)

    def flush(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._keep_draft()

    def _keep(self) -> None:
        self._timer.stop()
        answers = self.answers()
        self.keep.setEnabled(False)

        def write(journal: Journal) -> Changes:
            from journal.actions import weekly_look

            return weekly_look.keep(journal, answers=answers)

        self.context.jobs.write(self, write, self._kept, self._refused)

    def _kept(self, changes: Changes) -> None:
        self._fill(Answers())
        self.context.navigate.open_page("today")
        count = len(changes.created)
        said = QCoreApplication.translate("WeeklyLookPage", "Your week is kept: %n new entry(ies)", None, count)
        self.context.notices.tell(said, undo=True)

    def _refused(self, problem: UserFacingError) -> None:
        """Nothing was written; what she typed is still here."""
        self._begun = Answers()
        self._keep_draft()
        self._say_promise()
        self.context.notices.tell_problem(problem)

    # --- its reminder ---------------------------------------------------------------------------------------------

    def _make_reminder(self) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import weekly_look

            return weekly_look.make_reminder(journal)

        self.context.jobs.write(self, write, self._tell_reminder)

    def _tell_reminder(self, changes: Any) -> None:
        if changes.created:
            text = self.tr("A reminder will bring you here every Friday at four. It is yours to move or delete.")
            self.context.notices.tell(text, undo=True)

    def activate(self) -> None:
        self.fields["met"].setFocus(Qt.FocusReason.OtherFocusReason)
