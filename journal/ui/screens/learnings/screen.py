"""Learnings: what is worth keeping, from a small trick to a question still open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from journal.domain.entry import Entry
from journal.domain.learning import Learning
from journal.domain.lines import Line, Wanted
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.screens.base import DetailPane, ListDetailScreen
from journal.ui.screens.learnings.detail import LearningPane
from journal.ui.screens.list_panel import EmptyWords, Sort, View
from journal.ui.screens.phrases import icon_of
from journal.ui.when import near
from journal.ui.widgets.lists import Look

TONES = {"open": "warn", "to_apply": "accent", "answered": "accent"}
NEW_TYPES = {"questions": "question", "wins": "win", "tools": "tool", "practices": "practice", "tips": "tip"}


class LearningsScreen(ListDetailScreen):
    kind = "learning"

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.search = self.panel.add_finder(self.tr("Find a learning"))
        self.model.filled.connect(self._say_empty)

    # --- what a learning is on the screen -------------------------------------------------------------------------

    def views(self) -> Sequence[View]:
        return [
            View("all", self.tr("All")),
            View("to_apply", self.tr("To apply"), Wanted(types=("practice", "tool", "tip"), states=("to_apply",))),
            View("questions", self.tr("Open questions"), Wanted(types=("question",), states=("open", "answered"))),
            View("wins", self.tr("Wins"), Wanted(types=("win",))),
            View("tools", self.tr("Tools"), Wanted(types=("tool",))),
            View("practices", self.tr("Practices"), Wanted(types=("practice",))),
            View("tips", self.tr("Tips"), Wanted(types=("tip",))),
        ]

    def sorts(self) -> Sequence[Sort]:
        return [
            Sort(self.tr("Newest")),
            Sort(self.tr("Oldest"), "date"),
            Sort(self.tr("By title"), "title"),
        ]

    def look(self) -> Look:
        now, locale = self.context.clock.now, self.context.locale
        return Look(icon=icon_of, date=lambda line: near(line.date, now(), locale, time=False), state=_state_of)

    def empty_words(self) -> EmptyWords:
        sentence = self.tr("Keep the first thing here: a trick that saves time, a question, a small win.")
        return EmptyWords("lightbulb", sentence, self.tr("New learning"))

    def make_detail(self) -> DetailPane:
        return LearningPane(self.context)

    def new_draft(self, **fields: Any) -> Entry:
        """Of the type she is looking at, learned today."""
        fields.setdefault("type", NEW_TYPES.get(self.panel.view_id, "practice"))
        fields.setdefault("learned_on", self.context.clock.now().date())
        return Learning(**fields)

    # --- the list -------------------------------------------------------------------------------------------------

    def _say_empty(self) -> None:
        view = self.panel.view_id
        if self.panel.words:
            return
        if view == "questions":
            sentence = self.tr("No question is open. When a doubt comes up, write it down: somebody knows.")
            self.panel.nothing.set_text(sentence, icon="circle-help")
        elif view == "wins":
            sentence = self.tr("What went well lately? Write it down: it will be in your yearly record.")
            self.panel.nothing.set_text(sentence, icon="trophy")
        elif view == "to_apply":
            sentence = self.tr("Nothing is waiting to be tried out.")
            self.panel.nothing.set_text(sentence, icon="circle-check")


def _state_of(line: Line) -> tuple[str, str] | None:
    """A pill only for what is not finished: the others need nothing from her."""
    if line.type == "win" or line.state not in TONES:
        return None
    return words.say(f"learning.state.{line.state}"), TONES[line.state]
