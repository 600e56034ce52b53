"""The cards of Today. Each is made for what was read, and made anew when something else is read."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QBoxLayout, QWidget

from journal.domain.lines import Line
from journal.domain.returning_days import ReturningDay
from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.screens.contacts.exchanges import EXCHANGES, exchange_menu
from journal.ui.screens.contacts.pausing import fill_pause_menu
from journal.ui.screens.phrases import day_inside, how_long, how_long_ago, icon_of
from journal.ui.screens.returning import ICON_OF_DAY, day_said, kind_said
from journal.ui.screens.soon import fill_menu, snooze_moments
from journal.ui.screens.today.acts import Acts
from journal.ui.screens.today.card import MOST_ROWS, TodayCard, lead, time_of
from journal.ui.screens.today.parts import DayLeaf, DoneButton
from journal.ui.screens.today.reading import TodayRead
from journal.ui.when import near, near_day
from journal.ui.widgets.avatar import Avatar
from journal.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton, QuietButton
from journal.ui.widgets.card import CardIcon, CardRow
from journal.ui.widgets.menu import Menu

MOST_DAYS = 4


class DueCard(TodayCard):
    def fill(self, read: TodayRead) -> None:
        if not read.page.reminders:
            self.say(QCoreApplication.translate("Today", "Nothing is waiting for you. Enjoy the quiet."))
            return
        self.add_rows(read.page.reminders, self._row_of, "reminders")

    def _row_of(self, line: Line) -> CardRow:
        say = QCoreApplication.translate
        earlier = line.date[:10] < self.now.date().isoformat()
        # Of today only the time is said, of another day only the day.
        when = near(line.date, self.now, self.context.locale, time=False) if earlier else time_of(line, self.context)
        row = CardRow(line.title, line.subtitle, self, note=when, role="warn" if earlier else "quiet")
        done = DoneButton(say("Today", "Done"), row)
        done.setAccessibleName(say("Today", "Done: {title}").format(title=line.title))
        done.clicked.connect(lambda: self.acts.mark_done(line))
        lead(row, done)
        self.spots[self.key, "done", line.id] = done
        later = IconButton("clock", say("Today", "Put off: {title}").format(title=line.title), row)
        later.setToolTip(say("Today", "Put off"))
        later.clicked.connect(lambda: self._open_snooze(later, line))
        self.act_on(row, line, "snooze", later)
        return row

    def _open_snooze(self, under: QWidget, line: Line) -> None:
        menu = Menu(under)
        now = self.context.clock.now()
        take = self.acts.snooze
        fill_menu(menu, snooze_moments(now), now, self.context.locale, lambda until: take(line, until), at=under)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))


class WeekCard(TodayCard):
    """From Friday on, until she has looked back on the week."""

    def fill(self, read: TodayRead) -> None:
        say = QCoreApplication.translate
        self.say(say("Today", "Whom did you meet, what did you learn, what are you proud of? Six calm questions."))
        begin = PrimaryButton(say("Today", "Begin"), self, icon="hourglass")
        begin.setAccessibleName(f"{begin.text()}: {self.heading.text()}")
        begin.clicked.connect(lambda: self.context.navigate.open_page("weekly_look"))
        self.add_buttons(begin=begin)


class ConfirmCard(TodayCard):
    def fill(self, read: TodayRead) -> None:
        # The latest first: it is what she remembers best.
        self.add_rows(read.page.to_confirm[::-1], self._row_of, "events", view="past")

    def _row_of(self, line: Line) -> CardRow:
        say = QCoreApplication.translate
        when = near(line.date, self.now, self.context.locale, time=False)
        row = CardRow(line.title, when, self, icon=icon_of(line), role="accent_ink")
        yes = PlainButton(say("Today", "Yes"), row)
        yes.setAccessibleName(say("Today", "It happened: {title}").format(title=line.title))
        yes.clicked.connect(lambda: self.acts.confirm(line, happened=True))
        no = QuietButton(say("Today", "No"), row)
        no.setAccessibleName(say("Today", "It did not happen: {title}").format(title=line.title))
        no.clicked.connect(lambda: self.acts.confirm(line, happened=False))
        self.act_on(row, line, "yes", yes)
        self.act_on(row, line, "no", no)
        return row


class LapsedCard(TodayCard):
    """Whose rhythm has lapsed, in a fair order; where these leave room, whose soon will."""

    def fill(self, read: TodayRead) -> None:
        lapsed, soon = read.page.lapsed, read.page.soon
        self._due = read.next_due
        self.add_rows([*lapsed, *soon[: max(0, MOST_ROWS - len(lapsed))]], self._row_of, "contacts", view="lapsed")
        rhythms = IconButton("repeat", QCoreApplication.translate("Today", "Rhythms by network and tag"), self)
        rhythms.clicked.connect(lambda: self.context.navigate.open_page("rhythms"))
        self.add_action(rhythms)
        self.spots[self.key, "rhythms", 0] = rhythms

    def _said(self, line: Line) -> str:
        say = QCoreApplication.translate
        said = say("Today", "No exchange noted yet")
        if line.date:
            since = how_long_ago(date.fromisoformat(line.date[:10]), self.now.date())
            said = say("Today", "Last exchange {time}").format(time=since)
        due = self._due.get(line.id)
        if due is None:
            return said
        day = day_inside(due, self.now.date(), self.context.locale)
        return say("Today", "{last} · good by {day}").format(last=said, day=day)

    def _row_of(self, line: Line) -> CardRow:
        say = QCoreApplication.translate
        row = CardRow(line.title, self._said(line), self)
        avatar = Avatar(row, size_em=2.2)
        avatar.set_name(line.title)
        lead(row, avatar)
        log = QuietButton(say("Today", "Log an exchange"), row)
        log.setAccessibleName(say("Today", "Log an exchange with {name}").format(name=line.title))
        log.clicked.connect(lambda: self.acts.log_exchange(line, EXCHANGES[0]))
        other = IconButton("chevron-down", say("Today", "Another kind of exchange, or a pause"), row)
        other.clicked.connect(lambda: self._open_kinds(other, line))
        self.act_on(row, line, "log", log)
        self.act_on(row, line, "kinds", other)
        return row

    def _open_kinds(self, under: QWidget, line: Line) -> None:
        menu = exchange_menu(under, lambda kind: self.acts.log_exchange(line, kind))
        menu.addSeparator()
        fill_pause_menu(menu, None, self.now, self.context.locale, lambda until: self.acts.pause(line, until))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))


class ComingCard(TodayCard):
    def fill(self, read: TodayRead) -> None:
        if read.page.coming:
            self.add_rows(read.page.coming, self._row_of, "events", view="coming")
            return
        say = QCoreApplication.translate
        self.say(say("Today", "Nothing is planned for the next two weeks. Whom would you like to have a coffee with?"))
        plan = QuietButton(say("Today", "Plan an event"), self, icon="plus")
        plan.clicked.connect(lambda: self.context.navigate.new_entry("event"))
        self.add_buttons(plan=plan)

    def _row_of(self, line: Line) -> CardRow:
        day, today = date.fromisoformat(line.date[:10]), self.now.date()
        row = CardRow(line.title, line.subtitle, self, note=time_of(line, self.context))
        # The leaf says the day to the eye alone.
        said = (line.title, line.subtitle, near(line.date, self.now, self.context.locale))
        row.setAccessibleName(", ".join(part for part in said if part))
        lead(row, DayLeaf(day, today, self.context.locale, row))
        return row


class DaysCard(TodayCard):
    """Birthdays and other days that return, as far ahead as what is planned."""

    def fill(self, read: TodayRead) -> None:
        rows = QWidget(self)
        box = QBoxLayout(QBoxLayout.Direction.TopToBottom, rows)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for day in read.page.days[:MOST_DAYS]:
            box.addWidget(self._row_for(day))
        self.add(rows)
        if len(read.page.days) > MOST_DAYS:
            more = QuietButton(QCoreApplication.translate("Today", "In the month"), self)
            more.clicked.connect(lambda: self.context.navigate.open_page("events", mode="month"))
            self.add_action(more)
            self.spots[self.key, "all", 0] = more

    def _row_for(self, day: ReturningDay) -> CardRow:
        said = kind_said(day)
        row = CardRow(day.title or said, said if day.title else "", self, opens=bool(day.id))
        row.setAccessibleName(f"{day_said(day)}, {near_day(day.day, self.now.date(), self.context.locale)}")
        lead(row, DayLeaf(day.day, self.now.date(), self.context.locale, row))
        row.add_action(CardIcon(ICON_OF_DAY[day.kind], row))
        row.opened.connect(lambda: self.context.navigate.open_entry(day.entry_kind, day.id))
        self.spots[self.key, day.kind, day.id] = row
        return row


class QuestionsCard(TodayCard):
    def fill(self, read: TodayRead) -> None:
        self.add_rows(read.page.questions, self._row_of, "learnings", view="questions")

    def _row_of(self, line: Line) -> CardRow:
        return CardRow(line.title, line.subtitle, self, icon=icon_of(line), role="accent_ink")


class ReadAgainCard(TodayCard):
    """One learning, and what she says of it; nothing is asked again that day."""

    def fill(self, read: TodayRead) -> None:
        again = read.page.read_again
        if again is None:
            return
        say, line = QCoreApplication.translate, again.line
        self.add_rows([line], lambda line: self._row_of(line, read.excerpt), "learnings")
        if again.answered:
            self.say(say("Today", "That was today's. Another one comes tomorrow."))
            return
        offered: list[tuple[str, type[PlainButton] | type[QuietButton], str, str]] = [
            ("read", PlainButton, "check", say("Today", "Read"))
        ]
        if line.state != "applied":
            offered.append(("applied", PlainButton, "hammer", say("Today", "I have applied it")))
        offered.append(("not_now", QuietButton, "", say("Today", "Not now")))
        buttons: dict[str, QWidget] = {}
        for answer, kind, icon, text in offered:
            button = buttons[answer] = kind(text, self, icon=icon)
            button.setAccessibleName(f"{text}: {line.title}")
            button.clicked.connect(lambda _=False, answer=answer: self.acts.reread(line, answer))
        self.add_buttons(about=line.id, **buttons)

    def _row_of(self, line: Line, excerpt: str) -> CardRow:
        document = QTextDocument()
        document.setMarkdown(excerpt)
        text = " ".join(document.toPlainText().split())
        most = 180
        if len(text) > most:
            text = text[:most].rsplit(" ", 1)[0] + "…"
        return CardRow(line.title, text, self, icon=icon_of(line), role="accent_ink")


class RenewalsCard(TodayCard):
    def fill(self, read: TodayRead) -> None:
        self._days = read.renewal_days
        self.add_rows(read.page.renewals, self._row_of, "networks")

    def _row_of(self, line: Line) -> CardRow:
        say, today = QCoreApplication.translate, self.now.date()
        day = self._days.get(line.id, today)
        past = day < today
        inside = day_inside(day, today, self.context.locale)
        note = say("Today", "Was due: {day}").format(day=inside) if past else near_day(day, today, self.context.locale)
        return CardRow(line.title, "", self, icon="network", note=note, role="warn" if past else "accent_ink")


class PeerCard(TodayCard):
    """How long since an exchange with somebody of her network, in kind words, and one small next step."""

    def fill(self, read: TodayRead) -> None:
        say = QCoreApplication.translate
        self.say(peer_words(read.page.days_since_peer))
        if read.peer is None:
            new = PlainButton(say("Today", "Note a first contact"), self, icon="user-plus")
            new.clicked.connect(lambda: self.context.navigate.new_entry("contact"))
            self.add_buttons(peer=new)
            return
        peer = read.peer
        hello = PlainButton(say("Today", "Say hello to {name}").format(name=peer.title), self, icon="message-circle")
        hello.clicked.connect(lambda: self.context.navigate.open_entry("contact", peer.id))
        self.add_buttons(peer=hello)


def peer_words(days: int | None) -> str:
    """Kind words for the days since the last exchange with anyone; None: none was ever noted."""
    say = QCoreApplication.translate
    if days is None:
        return say("Today", "Somebody out there does the same job as you. One short message is a good beginning.")
    if days == 0:
        return say("Today", "You were in touch with someone of your network today. Lovely.")
    if days == 1:
        return say("Today", "You were in touch with someone of your network yesterday. That keeps you both going.")
    since = how_long(days)
    if days < 14:
        return say("Today", "Your last exchange was {time} ago. That keeps you both going.").format(time=since)
    if days < 45:
        return say("Today", "Your last exchange was {time} ago. Five minutes and a short message would do.").format(
            time=since
        )
    return say(
        "Today", "It has been {time} since your last exchange. Life is full, and one line is enough to be back."
    ).format(time=since)


class ReviewCard(TodayCard):
    """Once a year: is what is noted of somebody still right? How many wait is not said."""

    def fill(self, read: TodayRead) -> None:
        say = QCoreApplication.translate
        self.say(
            say(
                "Today",
                "Some contacts were last looked through more than a year ago. A glance, when you have a moment?",
            )
        )
        look = PlainButton(say("Today", "Look through"), self, icon="users")
        look.setAccessibleName(f"{look.text()}: {self.heading.text()}")
        look.clicked.connect(lambda: self.context.navigate.open_page("contacts", view="review"))
        later = QuietButton(say("Today", "Next month"), self)
        later.setAccessibleName(f"{later.text()}: {self.heading.text()}")
        later.clicked.connect(self.acts.put_review_off)
        self.add_buttons(look=look, later=later)


class WelcomeCard(TodayCard):
    """What a new journal says: three ways to begin."""

    def fill(self, read: TodayRead) -> None:
        say, navigate = QCoreApplication.translate, self.context.navigate
        self.say(say("Today", "This journal is yours, and it stays on this computer."))
        steps = (
            (
                *("user-plus", say("Today", "Note someone you know")),
                say("Today", "A colleague, somebody from a network, a person you met once and liked."),
                lambda: navigate.new_entry("contact"),
            ),
            (
                *("pencil", say("Today", "Write one line")),
                say(
                    "Today", "What you learned, what you wonder about, whom you spoke to: “call with Nadia yesterday”."
                ),
                navigate.capture,
            ),
            (
                *("download", say("Today", "Bring in your address book")),
                say("Today", "From Outlook, your phone or LinkedIn: nothing leaves this computer."),
                lambda: navigate.open_page("bring_in"),
            ),
        )
        for place, (icon, title, hint, act) in enumerate(steps):
            row = CardRow(title, hint, self, icon=icon, role="accent_ink")
            row.opened.connect(act)
            self.spots[self.key, "step", place] = row
            self.add(row)


def cards_for(read: TodayRead, context: ScreenContext, acts: Acts, parent: QWidget) -> list[tuple[int, TodayCard]]:
    """The cards there is something to say in, in the order of one column, each with its column of two."""
    say, page = QCoreApplication.translate, read.page
    plan: list[tuple[object, int, type[TodayCard], str, str, str]] = [
        (read.new, 0, WelcomeCard, "welcome", say("Today", "Three ways to begin"), "sparkles"),
        (not read.new and page.week_to_keep, 0, WeekCard, "week", page_title("weekly_look"), "hourglass"),
        (not read.new, 0, DueCard, "due", say("Today", "For today"), "bell"),
        (page.to_confirm, 0, ConfirmCard, "confirm", say("Today", "Did it happen?"), "circle-check"),
        (page.lapsed or page.soon, 0, LapsedCard, "lapsed", say("Today", "Good to hear from again"), "users"),
        (page.renewals, 0, RenewalsCard, "renewals", say("Today", "Memberships to renew"), "repeat"),
        (not read.new, 1, ComingCard, "coming", say("Today", "The next two weeks"), "calendar-days"),
        (page.days, 1, DaysCard, "days", say("Today", "Days to remember"), "cake"),
        (not read.new, 1, PeerCard, "peer", say("Today", "Your network and you"), "heart-handshake"),
        (page.questions, 1, QuestionsCard, "questions", say("Today", "Questions still open"), "circle-help"),
        (page.to_review, 1, ReviewCard, "review", say("Today", "Still right?"), "circle-check"),
        (page.read_again, 0, ReadAgainCard, "again", say("Today", "Worth reading again"), "book-open"),
    ]
    cards = []
    for wanted, column, kind, key, heading, icon in plan:
        if wanted:
            card = kind(key, heading, icon, context, acts, parent)
            card.fill(read)
            cards.append((column, card))
    return cards
