"""Invented entries in any number, for trials and benchmarks: as long, as varied and as linked as real ones."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from journal.domain.contact import Contact
from journal.domain.entry import About, Entry, LabelledValue, Membership, Person, folded
from journal.domain.event import Event
from journal.domain.learning import Learning, states_of
from journal.domain.network import Network
from journal.domain.recurrence import PRESETS
from journal.domain.reminder import Reminder
from journal.system import resources

_SENTENCE_END = re.compile(r"(?<=[.!?»])\s+|\n+")
_MINUTES = {"meeting": 60, "call": 30, "coffee": 45, "conference": 240, "webinar": 60, "workshop": 150, "visit": 90}


class Inventor:
    """Invents drafts one after the other: the same `seed` and `today` give the same ones.

    What was written is handed back to `remember()`, so that later ones can name it.
    """

    def __init__(self, *, seed: int, today: date, years: int) -> None:
        self._random = random.Random(seed)
        self._today = today
        self._days = max(30, years * 365)
        self._pool: dict[str, Any] = json.loads(resources.text("sample", "large.json"))
        self._demos = {name: json.loads(resources.text("sample", f"{name}.json")) for name in ("fr", "en")}
        self._language = "fr"
        self._networks: list[str] = []
        self._people: list[tuple[int, str]] = []  # (id, name)
        self._events: list[tuple[int, str]] = []  # (id, title)
        self._makers: dict[str, Callable[[], Entry]] = {
            "contact": self.contact,
            "event": self.event,
            "learning": self.learning,
            "reminder": self.reminder,
        }

    def invent(self, kind: str, number: int) -> Entry:
        """A draft of `kind`; `number` tells networks apart. Two in three are in French."""
        self._language = self._random.choice(("fr", "fr", "en"))
        return self.network(number) if kind == "network" else self._makers[kind]()

    def remember(self, drafts: Sequence[Entry], ids: Sequence[int]) -> None:
        """Takes note of what is in the journal now, under the last of `ids`."""
        made = [(number, draft.heading) for number, draft in zip(ids[-len(drafts) :], drafts, strict=True)]
        kind = drafts[0].kind
        if kind == "network":
            self._networks += [name for _, name in made]
        elif kind == "contact":
            self._people += made
        elif kind == "event":
            self._events += made

    # --- words ----------------------------------------------------------------------------------------------------

    @cached_property
    def _sentences(self) -> dict[str, list[str]]:
        """What the sample journal of each language says, sentence by sentence."""
        kinds, names = ("contacts", "events", "learnings"), ("notes", "outcome", "evidence", "body")
        found = {}
        for language, demo in self._demos.items():
            texts = [row.get(name, "") for kind in kinds for row in demo[kind] for name in names]
            parts = [part.strip() for text in texts for part in _SENTENCE_END.split(text)]
            found[language] = [part for part in parts if len(part.split()) >= 4 and part[0].isalpha()]  # no marks
        return found

    @cached_property
    def _values(self) -> dict[str, dict[str, list[str]]]:
        """What stands in the roles, places, tags… of the sample journal of each language."""
        found = {}
        for language, demo in self._demos.items():
            rows = [*demo["contacts"], *demo["events"]]
            found[language] = {
                name: [row[name] for row in rows if row.get(name)] for name in ("role", "place", "how_met")
            }
            found[language]["tags"] = sorted({tag for row in rows for tag in row.get("tags", [])})
        return found

    def _sentence(self) -> str:
        return self._random.choice(self._sentences[self._language])

    def _value(self, name: str) -> str:
        return self._random.choice(self._values[self._language][name])

    def _text(self, least: int, most: int) -> str:
        """Sentences of `least` to `most` words in all, some of them about somebody."""
        target, said, count = self._random.randint(least, most), list[str](), 0
        while count < target:
            sentence = self._sentence()
            if self._people and self._random.random() < 0.15:
                sentence = f"{self._person()[1]}, {self._random.randint(2, 60)} min. {sentence}"
            said.append(sentence)
            count += len(sentence.split())
        return " ".join(said)

    def _title(self, of_type: str, person: str) -> str:
        title = self._random.choice(self._pool["titles"][self._language][of_type])
        text = str(title).format(person=person, topic=self._random.choice(self._pool["topics"][self._language]))
        return text[0].upper() + text[1:]

    def _tags(self) -> tuple[str, ...]:
        return tuple(self._random.sample(self._values[self._language]["tags"], self._random.choice((0, 0, 1, 1, 2, 3))))

    def _maybe(self, chance: float, value: Any, otherwise: Any = "") -> Any:
        return value if self._random.random() < chance else otherwise

    # --- people and days --------------------------------------------------------------------------------------------

    def _person(self) -> tuple[int, str]:
        """Some people are met far more often than others."""
        return self._people[int(self._random.random() ** 2.5 * len(self._people))]

    def _some(self, count: int, roles: tuple[str, ...] = ("",)) -> tuple[Person, ...]:
        chosen = dict(self._person() for _ in range(count)) if self._people else {}
        return tuple(Person(number, name, self._random.choice(roles)) for number, name in chosen.items())

    def _working_day(self, ahead: int = 0) -> date:
        """A working day of these years, or up to `ahead` days from now."""
        day = self._today + timedelta(days=self._random.randint(-self._days, ahead))
        return day - timedelta(days=max(0, day.weekday() - 4))

    def _moment(self, day: date) -> datetime:
        return datetime.combine(day, time(self._random.randint(8, 18), self._random.choice((0, 0, 15, 30, 45))))

    # --- entries --------------------------------------------------------------------------------------------------

    def network(self, number: int) -> Network:
        """The `number`-th network: the ready-made ones' names first."""
        known = [("FFMAS", "association"), ("IMA", "association"), ("Viva Engage", "company"), ("LinkedIn", "social")]
        known += [("SharePoint", "company"), ("Facebook", "social"), ("Blogs", "blog")]
        known += [(name, "other") for name in self._pool["networks"]]
        name, its_type = known[number % len(known)]
        again = f" {number // len(known) + 1}" if number >= len(known) else ""
        return Network(name=name + again, type=its_type, offers=self._text(10, 40), tags=self._tags())

    def contact(self) -> Contact:
        pick = self._random.choice
        given, family = pick(self._pool["given"]), pick(self._pool["family"])
        if self._random.random() < 0.08:
            family = f"{family}-{pick(self._pool['family'])}"
        address = re.sub("[^a-z0-9.]+", "-", folded(f"{given}.{family}").replace("'", ""))
        first, second = self._pool["organisation"]
        number = self._random.randint(0, 9999)
        phone = f"06 39 98 {number // 100:02d} {number % 100:02d}"
        born = date(1955, 1, 1) + timedelta(days=self._random.randint(0, 18_000))
        joined = self._random.sample(self._networks, min(len(self._networks), pick((0, 1, 1, 2, 3))))
        return Contact(
            given_name=given,
            family_name=family,
            organisation=f"{pick(first)} {pick(second)}",
            role=self._value("role"),
            emails=self._maybe(0.85, (LabelledValue(f"{address}{number}@exemple.fr", "work"),), ()),
            phones=self._maybe(0.6, (LabelledValue(phone, "mobile"),), ()),
            birthday=self._maybe(0.4, f"--{born:%m-%d}"),
            met_on=self._working_day(),
            how_met=self._maybe(0.6, self._value("how_met")),
            networks=tuple(Membership(name) for name in joined),
            tags=self._tags(),
            notes=self._maybe(0.6, self._text(20, 80)),
            keep_in_touch_days=self._maybe(0.25, pick((14, 30, 60, 90, 180)), None),
            favourite=self._random.random() < 0.03,
            archived=self._random.random() < 0.05,
        )

    def event(self) -> Event:
        its_type = self._random.choices((*_MINUTES, "message", "other"), (14, 20, 18, 4, 10, 6, 4, 20, 4))[0]
        participants = self._some(self._random.choice((1, 1, 1, 2, 2, 3, 5)))
        day = self._working_day(ahead=60)
        starts, minutes = self._moment(day), _MINUTES.get(its_type, 15)
        past = self._random.choices(("attended", "cancelled", "declined"), (93, 4, 3))[0]
        return Event(
            title=self._title(its_type, participants[0].name if participants else "?"),
            type=its_type,
            starts_at=starts,
            ends_at=starts + timedelta(minutes=minutes),
            place=self._maybe(0.5, self._value("place")),
            network=self._maybe(0.5, self._random.choice(self._networks)),
            participants=participants,
            hours=minutes / 60 if its_type in _MINUTES else None,
            status=past if day < self._today else "planned",
            help=self._random.choices(("none", "given", "received"), (70, 15, 15))[0],
            outcome=self._maybe(0.4, self._text(5, 20)),
            notes=self._maybe(0.75, self._text(20, 120)),
            tags=self._tags(),
        )

    def learning(self) -> Learning:
        its_type = self._random.choices(("practice", "tool", "tip", "question", "win"), (30, 20, 25, 15, 10))[0]
        people = self._some(self._random.choice((0, 1, 1, 2)), ("learned_from", "asked", "answered", "thanked"))
        points = "\n".join(f"- {self._sentence()}" for _ in range(self._random.randint(0, 4)))
        return Learning(
            title=self._title(its_type, people[0].name if people else self._random.choice(self._pool["given"])),
            type=its_type,
            body=f"**{self._sentence()}**\n\n{self._text(20, 120)}\n\n{points}".rstrip(),
            learned_on=self._working_day(),
            hours=self._maybe(0.3, self._random.choice((0.5, 1, 1.5, 2, 3)), None),
            event=self._random.choice(self._events)[0] if self._events and self._random.random() < 0.4 else None,
            network=self._maybe(0.4, self._random.choice(self._networks)),
            people=people,
            state=self._random.choices(states_of(its_type)[::-1], (80, 15, 5)[: len(states_of(its_type))])[0],
            evidence=self._maybe(0.2, self._text(5, 25)),
            tags=self._tags(),
        )

    def reminder(self) -> Reminder:
        """One in ten comes again and again; nearly all that are past were done."""
        number, name = self._person() if self._people else (0, "?")
        about = About("contact", number) if number and self._random.random() < 0.4 else None
        if about is None and self._events and self._random.random() < 0.4:
            about = About("event", self._random.choice(self._events)[0])
        repeats = self._maybe(0.1, self._random.choice(tuple(PRESETS.values())))
        due = self._moment(
            self._today + timedelta(days=self._random.randint(1, 90)) if repeats else self._working_day(30)
        )
        past = due.date() < self._today and self._random.random() < 0.995
        return Reminder(
            title=self._title("reminder", name),
            due_at=due,
            repeats=repeats,
            about=about,
            notes=self._maybe(0.3, self._text(10, 40)),
            done_at=due + timedelta(hours=self._random.randint(0, 30)) if past else None,
        )
