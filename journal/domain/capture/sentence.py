"""One sentence of hers, read: what kind of entry it is, who, when, where, and what is to do next.

Nothing is guessed that the words do not say: what is not understood stays in the notes, where the whole sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from journal.domain.capture import clauses as parts
from journal.domain.capture.belongings import with_belongings
from journal.domain.capture.clauses import Clause
from journal.domain.capture.clock import PART, find_hours
from journal.domain.capture.days import AHEAD, PAST, Day, Seen
from journal.domain.capture.event_types import event_type
from journal.domain.capture.helping import help_said
from journal.domain.capture.moments import Moment, find_moment
from journal.domain.capture.people import named_as_days, people_in
from journal.domain.capture.places import find_networks, find_place, names_of
from journal.domain.capture.plain import LONGEST_READ, plain
from journal.domain.capture.repeats import ADJECTIVES, Series, find_series, first_of
from journal.domain.capture.said import Known, Next, Sentence, Who, day_of, distinct
from journal.domain.capture.spans import blanked, hidden, without
from journal.domain.capture.time_words import MORNING, PARTS_OF_DAY
from journal.domain.capture.titles import action_title, is_towards_somebody, title_of
from journal.domain.capture.verbs import action_at, is_meeting, is_sure
from journal.domain.entry import folded

_TAG = re.compile(r"(?<![\w#&/])#(\w[\w-]*)")
_ADDRESS = re.compile(r"[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,5}|https?://\S+|www\.\S+")
_NOTHING_YET = frozenset(
    ("j'ai", "i", "je", "i've", "on", "nous", "we", "il", "elle", "he", "she", "they", "ils", "elles")
)
_OF_WHAT = re.compile(r"(?<!formation )(?<!cours )(?<!training )(?<!course )(?<!atelier )\b(?:de|des|of) $")
MOST_TAGS = 30


def read(text: str, now: datetime, known: Known) -> Sentence:
    """What `text` (one line) says at `now`."""
    return _Reading(text[:LONGEST_READ], now, known).sentence()


class _Reading:
    """One sentence being read: its text as typed and in plain, and what of it is understood already."""

    def __init__(self, text: str, now: datetime, known: Known) -> None:
        self.text, self.now, self.known = text, now, known
        self.tags = tuple(dict.fromkeys(match[1] for match in _TAG.finditer(text)))[:MOST_TAGS]
        self._hidden = [match.span() for pattern in (_TAG, _ADDRESS) for match in pattern.finditer(text)]
        self.said, self.places = plain(named_as_days(blanked(text, self._hidden), known))
        self.networks_by_name = names_of(known.networks)
        opened = parts.opening(self.said)
        self.kind, self.type, self.head, start = opened or ("", "", 0, 0)
        self._start = start
        self.clauses = [
            replace(one, start=one.start + start, end=one.end + start) for one in parts.split(self.said[start:])
        ]
        if self.head < start:  # "Appris hier avec Anne : …": what stands before the colon is read too
            end = len(self.said[:start].rstrip(" :-–—"))
            self.clauses = [*self.clauses, Clause(self.head, end, "head")] if end > self.head else self.clauses
        elif len(self.clauses) > 1 and self.clauses[1].mark in (":", ",") and self._is_day(self.clauses[0]):
            self.clauses = [*self.clauses[1:], replace(self.clauses[0], mark="head")]  # "le 18/11 : visite de l'usine"

    # --- places in the two texts ------------------------------------------------------------------------------------

    def _typed(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the plain text stands in the text as typed."""
        return self.places[min(start, len(self.places) - 1)], self.places[end - 1] + 1 if end else 0

    def _is_day(self, clause: Clause) -> bool:
        said = self.said[clause.start : clause.end]
        seen = Seen(self.now, "", self.known.month_first)
        for find in (find_series, find_moment):  # "every Friday at 4: send the summary"
            found = find(said, seen)
            said = hidden(said, found.spans) if found else said
        return not re.search(r"\w", said)

    def _words(self, clause: Clause) -> str:
        start, end = self._typed(clause.start, clause.end)
        return self.text[start:end]

    # --- reading ----------------------------------------------------------------------------------------------------

    def sentence(self) -> Sentence:
        networks = find_networks(self.text, self.networks_by_name, self._hidden)
        end = self._typed(0, self._start)[1] if self._start and self.head == self._start else 0
        people = people_in(blanked(self.text, self._hidden), end, self.known, frozenset(self.networks_by_name))
        self._join_head(people)
        self._choose_kind(people)
        main = [clause for clause in self.clauses if not self._is_next(clause)]
        tense = self._tense(main)
        series, series_clause = self._series(main) if self.kind in ("reminder", "event") else (None, None)
        when, spans = self._moment(main, tense, series, series_clause)
        days = (day_of(when.ends) - when.day).days + 1 if when and when.ends else 1
        if series and when and when.of_today and self.kind == "event" and isinstance(when.starts, datetime):
            first = first_of(series, None, self.now.date())
            when = replace(when, starts=datetime.combine(first, when.starts.time()), ends=None)
        hours, hour_span = self._hours(main, tense, days, [*spans, *(series.spans if series else ())])
        following = [
            one
            for clause in self.clauses
            if self._is_next(clause)
            for one in [self._next(clause, people, networks)]
            if one
        ]
        apart = [self._typed(clause.start, clause.end) for clause in self.clauses if self._is_next(clause)]
        ours = [who for who in people if not any(start <= who.start < end for start, end in apart)]
        theirs = distinct(who for who in people if who not in ours)
        ours = distinct(ours)
        if self.type == "question":  # whom to ask is part of the question
            ours, theirs = distinct(people), []
        following = [self._about(one, ours, theirs) for one in following]
        of_main = [name for name, start, _ in networks if not any(first <= start < last for first, last in apart)]
        network = next(iter(of_main or ([networks[0][0]] if networks and self.type == "question" else [])), "")
        rhythm = [span for span in series.spans if self.said[slice(*span)] not in ADJECTIVES] if series else []
        rhythm = rhythm if self.kind == "reminder" else []
        understood = [self._typed(*span) for span in (*spans, *rhythm, *hour_span)]
        told = [span for span in understood if re.match("['’]s\\b", self.text[span[1] :])]  # "today's date"
        told += [self._typed(*span) for span in hour_span if self._is_part_of_title(*span)]
        belonging = [with_belongings(who, self.text, networks, self.known, self.now) for who in ours]
        place = ""
        if self.kind == "event":
            taken = [
                *self._hidden,
                *understood,
                *((who.start, who.end) for who in people),
                *((s, e) for _, s, e in networks),
                *(span for _, span in belonging if span),
                *apart,
                *(self._typed(clause.start, clause.end) for clause in main if clause.mark == "who"),
            ]
            place, _ = find_place(self.text, taken, frozenset(self.networks_by_name))
        sentence = Sentence(
            kind=self.kind,
            type=self.type,
            title=self._title([span for span in understood if span not in told], people, networks),
            when=when.starts if when else None,
            until=when.ends if when else None,
            people=tuple(who for who, _ in belonging),
            place=place,
            network=network,
            tags=self.tags,
            hours=hours,
            help=help_said(self.text, self.said) if self.kind == "event" else "none",
            status=self._status(),
            repeats=series.rule if series and self.kind == "reminder" else "",
            next=tuple(following),
        )
        if series and when is None and series.repeat.weekdays and tense != PAST and self.kind == "event":
            return replace(sentence, when=self._first_time(series))
        if series and (self.kind == "reminder" or _comes_again(series, when, tense)):
            return replace(sentence, when=self._series_start(series, when))
        return self._with_length(sentence)

    def _first_time(self, series: Series) -> Day:
        """Of a meeting "every Tuesday", "tous les mardis midi": the first to come."""
        day, part = first_of(series, None, self.now.date()), PART.match(self.said, series.spans[-1][1] + 1)
        return datetime.combine(day, PARTS_OF_DAY[part["part"]]) if part else day

    def _series_start(self, series: Series, when: Moment | None) -> Day:
        day = first_of(series, None if when and when.of_today else when, self.now.date())
        if when and isinstance(when.starts, datetime):
            return datetime.combine(day, when.starts.time())
        return day

    def _join_head(self, people: Sequence[Who]) -> None:
        """ "Élodie Garnier et moi : déjeuner vendredi": who stands before the colon is part of what comes."""
        if len(self.clauses) < 2 or self.clauses[1].mark != ":":
            return
        one, two, *others = self.clauses
        start, end = self._typed(one.start, one.end)
        spans = [(who.start, who.end) for who in people if start <= who.start < end]
        rest = blanked(self.text, spans)[start:end]
        if spans and not re.sub(r"\b(?:et|and|moi|i|me|avec|with|m|mr|mme|mrs|ms|dr)\b|[\W_]", "", folded(rest)):
            self.clauses = [replace(one, end=two.end), *others]

    def _with_length(self, sentence: Sentence) -> Sentence:
        if sentence.hours is None and isinstance(sentence.when, datetime) and isinstance(sentence.until, datetime):
            seconds = (sentence.until - sentence.when).total_seconds()
            if 0 < seconds <= 14 * 3600:
                return replace(sentence, hours=round(seconds / 3600, 2))
        return sentence

    # --- who --------------------------------------------------------------------------------------------------------

    # --- what kind --------------------------------------------------------------------------------------------------

    def _choose_kind(self, people: Sequence[Who]) -> None:
        if not self.kind and parts.is_question(self.said):
            self.kind, self.type = "learning", "question"
        first = self.clauses[0]
        if not self.kind and parts.MUST.match(self.said, first.start):
            self.kind = "reminder"
        if not self.kind:
            action = action_at(self.said, first.start)
            found = find_moment(self.said[first.start : first.end], self._seen_before(action))
            if action is None and found is not None and found.spans[0][0] == 0:  # "Tomorrow call Sophie"
                after = first.start + found.spans[0][1]
                action = action_at(self.said, after + len(self.said[after:]) - len(self.said[after:].lstrip(" ,")))
            if action is not None and found is None and action.groupdict().get("verb") in ("read", "put"):
                action = None  # "read an article on notes" tells as well what was done
            over = found is not None and found.day < self.now.date()  # "email to all yesterday" is done
            if action is not None and not over and not is_meeting(action) and "verb" in action.groupdict():
                self.kind = "reminder"
        if not self.kind:
            self.kind = "reminder" if self._is_to_be_done() else "event"
        if self.kind == "event":
            self.type = (
                event_type(self.text, self._typed(first.start, first.end), people)
                if self.type in ("", "meeting")
                else self.type
            )

    def _seen_before(self, action: re.Match[str] | None) -> Seen:
        """ "Propose a date before the 10th" is of the coming 10th; "call Tom 12/11" may tell of the last."""
        return Seen(self.now, AHEAD if action and is_sure(action) else "", self.known.month_first)

    def _is_to_be_done(self) -> bool:
        """ "Salle à réserver", "Noël : cartes à envoyer": of the first clause, or after one or two words the second."""
        one, *others = self.clauses
        if others and others[0].mark == ":" and len(self._words(one).split()) < 3:
            one, others = others[0], [replace(one, end=others[0].end), *others[1:]]
        found = parts.is_to_be_done(self._words(one), self.said[one.start : one.end])
        self.clauses = others if found and one is not self.clauses[0] else self.clauses
        return found

    def _is_next(self, clause: Clause) -> bool:
        if not clause.action or clause.mark == "head":
            return False
        return clause is not self.clauses[0]

    # --- when -------------------------------------------------------------------------------------------------------

    def _tense(self, main: Sequence[Clause]) -> str:
        if self.kind == "reminder":
            return AHEAD
        if self.kind == "learning":
            return PAST
        action = action_at(self.said, self.clauses[0].start) if self.clauses[0].action else None
        if action is not None:
            return AHEAD
        for clause in main:
            tense = parts.tense_of(self._words(clause), self.said[clause.start : clause.end])
            if tense:
                return tense
        return ""

    def _series(self, main: Sequence[Clause]) -> tuple[Series | None, Clause | None]:
        for clause in sorted([*main[:2], *(one for one in main[2:] if one.mark == "head")], key=parts.is_body):
            found = find_series(self.said[clause.start : clause.end], Seen(self.now, AHEAD, self.known.month_first))
            if found is not None:
                moved = tuple((start + clause.start, end + clause.start) for start, end in found.spans)
                return replace(found, spans=moved), clause
        return None, None

    def _moment(
        self, main: Sequence[Clause], tense: str, series: Series | None, series_clause: Clause | None
    ) -> tuple[Moment | None, list[tuple[int, int]]]:
        """The day of the matter, and where it is said. A day told in an aside is none of it."""
        if series and series.starts and series_clause and series_clause.mark == "head":
            main = [series_clause]  # "tous les jeudis : préparer la semaine suivante"
        for number, clause in enumerate(main):
            said = self.said[clause.start : clause.end]
            if series is not None and clause is series_clause:
                said = hidden(said, [(start - clause.start, end - clause.start) for start, end in series.spans])
            found = self._found(said, tense, series is not None)
            if found is None:
                continue
            begins = min(start for start, _ in found.spans)
            aside = number > 0 and clause.mark != "head"
            before = re.sub(r"(?:c'etait|it was|on|le|fait|vu|the)\b", "", said[:begins]).strip(" ,(-").split()
            if clause.mark == "who" and re.match(r"(?:m'a|nous a|\w+ (?:me|us|my)\b)", said):
                before = []
            named = clause.mark == ":" and tense != PAST and len(before) <= 2 and isinstance(found.starts, datetime)
            if aside and before and not (named and not parts.promises(" ".join(before))):
                continue
            if aside and clause.mark == "who" and not re.match(r"(?:m'a|nous a|\w+ (?:me|us|my)\b)", said):
                continue
            spans = [(start + clause.start, end + clause.start) for start, end in found.spans]
            return found, spans
        return None, []

    def _found(self, said: str, tense: str, repeating: bool) -> Moment | None:
        seen = Seen(self.now, tense, self.known.month_first)
        said = parts.until_whether(said) if self.kind == "reminder" else said
        moved = parts.moved_to(said)
        found = (find_moment("\x01" * moved + said[moved:], seen) if moved else None) or find_moment(said, seen)
        if found is None:
            return None
        if self.kind == "learning" and re.match(r"(?:en|in|courant|for|pour) ", said[found.spans[0][0] :]):
            return None  # "no paper in March" is what was won, not when
        if self.kind == "learning" and parts.is_matter(said, *found.spans[0], asked=self.type == "question"):
            return None
        past_kind = self.kind == "learning" or (self.kind == "event" and tense == PAST)
        start, end = found.spans[0]
        deadline = self.kind == "event" and parts.is_deadline(said, start, tense, self.type)
        if deadline or (past_kind and found.day > self.now.date()):
            # A day to come in what is past is another matter: perhaps the day itself is said before or after it.
            rest = hidden(said, [(start, end)])
            again = find_moment(rest, seen)
            return again if again is not None and (not past_kind or again.day <= self.now.date()) else None
        if self.kind == "reminder" and not repeating and found.day < self.now.date():
            return None
        return found

    def _hours(
        self, main: Sequence[Clause], tense: str, days: int, spans: Sequence[tuple[int, int]]
    ) -> tuple[float | None, list[tuple[int, int]]]:
        if self.kind == "reminder":
            return None, []
        for clause in main[:3]:
            blank = [
                (start - clause.start, end - clause.start) for start, end in spans if clause.start <= start < clause.end
            ]
            said = hidden(self.said[clause.start : clause.end], blank)
            training = self.type in ("workshop", "conference", "webinar", "meeting", "visit")
            found = find_hours(said, past=tense != AHEAD, training=training, days=days)
            if found is not None and self.kind == "learning" and _OF_WHAT.search(said[: found[1]]):
                continue  # "les réunions de 25 minutes"
            if found is not None and self.type not in ("win", "question"):
                return found[0], [(found[1] + clause.start, found[2] + clause.start)]
        return None, []

    def _is_part_of_title(self, start: int, end: int) -> bool:
        """Of a length: "spent 2h with Excel", "meetings of 15 minutes work well" make no sense without it."""
        before, after = self.said[:start].rstrip(" ,("), self.said[end:].lstrip()
        if re.search(r"\b(?:passee?|spent|took|takes|pris|prend|prendre|dure|duree|gagnee?|saved?|saving)$", before):
            return True
        return self.kind == "learning" and bool(re.match(r"[a-z]", after)) and self.said[start - 1 : start] != ","

    # --- what next --------------------------------------------------------------------------------------------------

    def _next(self, clause: Clause, people: Sequence[Who], networks: Sequence[tuple[str, int, int]]) -> Next | None:
        said = self.said[clause.start : clause.end]
        seen = Seen(self.now, AHEAD, self.known.month_first)
        said = parts.until_whether(said)
        series = find_series(said, seen)
        found = find_moment(hidden(said, series.spans) if series else said, seen)
        if series is None and (found is None or found.day < self.now.date()):
            return None
        spans = [*(found.spans if found else ()), *(series.spans if series else ())]
        day = first_of(series, found, self.now.date()) if series else found.day if found else self.now.date()
        at = found.starts.time() if found and isinstance(found.starts, datetime) else MORNING
        start, end = self._typed(clause.start, clause.end)
        typed = [self._typed(first + clause.start, last + clause.start) for first, last in spans]
        out = [span for span in (*typed, *self._hidden) if span[0] >= start and span[1] <= end]
        words = without(self.text, start, end, out)
        inside = tuple(distinct(who for who in people if start <= who.start < end))
        network = next((name for name, first, _ in networks if start <= first < end), "")
        return Next(words, datetime.combine(day, at), inside, network, series.rule if series else "")

    def _about(self, one: Next, ours: Sequence[Who], theirs: Sequence[Who]) -> Next:
        """With whom it is about: named in it, or the one person of what happened, whom "la" or "her" stands for."""
        if one.people:
            return replace(one, title=action_title(one.title, None))
        who = ours[0] if len(ours) == 1 and not one.network and is_towards_somebody(one.title) else None
        name = (who.known.name if who.known else who.name) if who and len(who.candidates) < 2 else ""
        return replace(one, people=(who,) if who else (), title=action_title(one.title, name or None))

    # --- the rest ---------------------------------------------------------------------------------------------------

    def _status(self) -> str:
        if re.search(r"\b(?:annulee?s?|annule|cancelled|canceled|called off)\b", self.said):
            return "cancelled"
        return ""

    def _title(
        self, understood: Sequence[tuple[int, int]], people: Sequence[Who], networks: Sequence[tuple[str, int, int]]
    ) -> str:
        first = self.clauses[0]
        start, end = self._typed(first.start, first.end)
        body = self.clauses[1] if len(self.clauses) > 1 and self.clauses[1].mark == ":" else None
        begins = self._typed(body.start, body.end)[0] if body else -1
        # "Noter : le code a changé", "Rencontré via Facebook : Camille Ferrand"
        if body and (len(self._words(first).split()) < 2 or any(who.start == begins for who in people)):
            end = self._typed(first.start, body.end)[1]
        out = [span for span in (*understood, *self._hidden) if start <= span[0] < end]
        brackets = [match.span() for match in re.finditer(r" ?\([^()]{0,80}\)", self.text[start:end])]
        for low, high in brackets:
            inside = [name for name, at, _ in networks if start + low <= at < start + high]
            if inside or any(start + low <= span[0] and span[1] <= start + high for span in out):
                out.append((start + low, start + high))
        words = without(self.text, start, end, out)
        if len(self.clauses) > 1 and folded(words) in _NOTHING_YET:  # "J'ai promis à Claire de …"
            words = without(self.text, start, self._typed(first.start, self.clauses[1].end)[1], [*out, *understood])
        for who in people:
            if self.text[who.start - 1 : who.start] == "@":
                name = who.known.name if who.known else who.name
                words = words.replace("@" + self.text[who.start : who.end], name, 1)
        return title_of(words, self.kind) or title_of(self.text[start:end], self.kind)


def _comes_again(series: Series, when: Moment | None, tense: str) -> bool:
    """Of a meeting "every Monday at 9": it is on the first to come, which is seldom today."""
    return tense != PAST and bool(series.repeat.weekdays) and when is not None and when.of_today
