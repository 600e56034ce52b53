"""A contact as a card spells it out, gathered property by property, then made to fit the fields a contact has."""

from __future__ import annotations

import re
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from journal.domain.contact import Contact, split_name
from journal.domain.entry import (
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_VALUES,
    LabelledValue,
    Membership,
    folded,
    is_partial_date,
    one_line,
)
from journal.domain.keep_in_touch import LONGEST_RHYTHM, SHORTEST_RHYTHM
from journal.exchange.content_lines import Head

# Begins the properties that hold what only this journal knows of a contact.
OWN = "X-NETWORKING-JOURNAL-"

_DATE = re.compile(r"(\d{4})(?:-?(\d{2})-?(\d{2})|-(\d{2})|[-/.](\d{1,2})[-/.](\d{1,2}))(?:[T ].*)?")
_NO_YEAR = re.compile(r"--?(\d{2})-?(\d{2})(?:[T ].*)?")
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_STANDARD_LABELS = frozenset(
    ("work", "home", "mobile", "other", "main", "fax", "pager", "home fax", "work fax", "school")
)
_OTHER_NAMES = ("middle name", "name prefix", "name suffix", *("name",) * 98)  # of N, after family and given
_PARTICLES = {
    *("de", "du", "des", "la", "le", "van", "von", "der", "den", "ten", "ter", "da", "di", "del", "della", "dos"),
    *("el", "al", "bin", "ben", "ibn", "st", "saint", "zu"),
}


def partial_date(text: str, no_year: str = "1604") -> str:
    """YYYY-MM-DD, YYYY-MM or --MM-DD from any way cards write a day, a time after it ignored; "" where it is none.

    `no_year` is the year that stands for none, as do 0000 and 0001.
    """
    text = text.strip()
    if match := _DATE.fullmatch(text):
        year = match[1]
        month, day = match[2] or match[4] or match[5], match[3] or match[6]
        found = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
        if day and year in ("0000", "0001", "1604", no_year):
            found = "-" + found[4:]
    elif match := _NO_YEAR.fullmatch(text):
        found = f"--{match[1]}-{match[2]}"
    else:
        return ""
    return found if is_partial_date(found) else ""


_LOCAL_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


def local_date(raw: str) -> str:
    """25/12/1980 as some phones write it, "" where it could be two days (3/4/1980 stays in the notes)."""
    match = _LOCAL_DATE.fullmatch(raw)
    one, two = (int(match[1]), int(match[2])) if match else (0, 0)
    if match is None or (one <= 12 and two <= 12 and one != two):
        return ""
    return partial_date(f"{match[3]}-{min(one, two):02}-{max(one, two):02}")


class Draft:
    """One card. Lists hold what may come several times; (rank, value) where a card may say which comes first."""

    __slots__ = (
        *("birthday", "emails", "fn", "functions", "is_company", "is_group", "labels", "labels_of_addresses", "line"),
        *("links", "members", "networks", "notes", "organisation", "ours", "own", "phones", "revision", "role", "said"),
        *("n", "tags", "uid"),
    )

    def __init__(self, line: int) -> None:
        self.line = line
        self.fn = self.organisation = self.role = self.birthday = self.uid = self.revision = ""
        self.n: list[str] = []
        self.functions: list[str] = []
        self.emails: list[tuple[int, LabelledValue]] = []
        self.phones: list[tuple[int, LabelledValue]] = []
        self.links: list[tuple[int, LabelledValue]] = []
        self.notes: list[str] = []
        self.said: list[str] = []  # "label: value" lines for the notes
        self.tags: list[str] = []
        self.networks: list[tuple[str, ...]] = []
        self.members: list[str] = []
        self.labels: dict[str, str] = {}  # group of properties -> its X-ABLabel
        self.labels_of_addresses: list[tuple[str, str]] = []
        self.own: dict[str, str] = {}
        self.ours = self.is_group = self.is_company = False

    def more(self, label: str, value: str, kind: str = "") -> None:
        """Keeps `value`, which has no field of its own, as a line of the notes."""
        if value:
            self.said.append(f"{label} ({kind}): {value}" if kind else f"{label}: {value}")

    def label(self, head: Head) -> str:
        """What this value is called: by its X-ABLabel, else by its types."""
        label = self.labels.get(head.group) if head.group else None
        if label is None:
            return head.label
        if self.ours:
            return label
        if match := _APPLE_LABEL.fullmatch(label):
            label = re.sub("(?<=[a-z])(?=[A-Z])", " ", match[1]).lower()  # AssistantPhone
        plain = {"cell": "mobile"}.get(label.lower(), label.lower())
        return plain if plain in _STANDARD_LABELS else one_line(label)[:100]

    @property
    def written_name(self) -> str:
        return self.fn or " ".join(part for part in (self.n[1:2] + self.n[:1]) if part) or self.organisation

    def contact(self) -> Contact:
        """Not yet checked. Values too long for a field are shortened, and whole in the notes."""
        fields: dict[str, Any] = {}
        self._names(fields)
        for name, value in (("organisation", self.organisation), ("role", self.role)):
            if value:
                fields[name] = self.short(name, value)
        for name, found in (("emails", self.emails), ("phones", self.phones), ("links", self.links)):
            if found:
                fields[name] = self._values(name, found)
        if self.birthday:
            fields["birthday"] = self.birthday
        if self.tags:
            for tag in self.tags[MOST_VALUES:]:
                self.more("category", tag)
            fields["tags"] = tuple(self.tags[:MOST_VALUES])
        if self.own or self.networks:
            self._of_our_own(fields)
        if self.ours and self.uid:
            fields["uid"] = self.uid
        self._notes(fields)
        return Contact(**fields)

    def _names(self, fields: dict[str, Any]) -> None:
        family, given, *others = self.n if len(self.n) > 1 else (*self.n, "", "")[:2]
        if self.ours:
            full = self.own.pop("FULL-NAME", "")
        else:
            given, family, full = self._read_names(given, family)
            for label, value in zip(_OTHER_NAMES, others, strict=False) if any(others) else ():
                if value and not set(_words(value)) <= set(_words(full)):
                    self.more(label, value)
        for name, value in (("given_name", given), ("family_name", family), ("full_name", full)):
            if value:
                fields[name] = value

    def _read_names(self, given: str, family: str) -> tuple[str, str, str]:
        """(given, family, full): FN is kept as full name where the parts do not say as much."""
        fn, parts = self.fn, f"{given} {family}".strip()
        if self.is_company and fn and not self.organisation:
            self.organisation = fn
        if fn and fn != parts and fn != self.organisation and not self._is_a_value(fn):
            if not parts and not self.is_company:
                given, family = _cautious_split(fn)
                parts = f"{given} {family}".strip()
            prefix = self.n[3] if len(self.n) > 3 else ""  # "Mme Claire Dupont" is Claire Dupont
            same = sorted(_words(fn)) in (sorted(_words(parts)), sorted(_words(f"{prefix} {parts}")))
            return given, family, "" if same else fn
        if parts or self.organisation or self.emails or self.phones:
            return given, family, ""
        return "", "", next((line[10:] for line in self.said if line.startswith("nickname: ")), "")

    def _is_a_value(self, name: str) -> bool:
        return any(item.value == name for _, item in (*self.emails, *self.phones))

    def short(self, label: str, value: str) -> str:
        """`value` as long as a field of one line may be; where it is longer, the whole of it goes to the notes."""
        if len(value) <= LONGEST_LINE:
            return value
        self.more(label, value)
        return value[: LONGEST_LINE - 1] + "…"

    def _values(self, name: str, found: list[tuple[int, LabelledValue]]) -> tuple[LabelledValue, ...]:
        if len(found) > 1:
            found.sort(key=itemgetter(0))
            for _, item in found[MOST_VALUES:]:
                self.more(name.removesuffix("s"), item.value, item.label)
        return tuple([item for _, item in found[:MOST_VALUES]])

    def _of_our_own(self, fields: dict[str, Any]) -> None:
        own = self.own
        for name in ("favourite", "archived", "confidential", "keep_in_touch_off"):
            if own.pop(name.upper().replace("_", "-"), "").upper() == "TRUE":
                fields[name] = True
        for name in ("how_met", "introduced_by", "purpose", "source"):
            key = name.upper().replace("_", "-")
            if key in own:
                fields[name] = self.short(name, one_line(own.pop(key)))
        if is_partial_date(own.get("BIRTHDAY", "")) and len(own["BIRTHDAY"]) > 4:
            fields["birthday"] = own.pop("BIRTHDAY")
        for name in ("met_on", "confirmed_on", "keep_in_touch_paused_until"):
            key = name.upper().replace("_", "-")
            try:
                fields[name] = _sensible(date.fromisoformat(own[key]))
                del own[key]
            except (KeyError, ValueError):
                fields.pop(name, None)
        try:
            fields["created_at"] = _sensible(datetime.fromisoformat(own["CREATED"]).replace(tzinfo=None))
            del own["CREATED"]
        except (KeyError, ValueError):
            fields.pop("created_at", None)
        days = own.get("KEEP-IN-TOUCH-DAYS", "")
        if days.isascii() and days.isdigit() and len(days) < 6 and SHORTEST_RHYTHM <= int(days) <= LONGEST_RHYTHM:
            fields["keep_in_touch_days"] = int(own.pop("KEEP-IN-TOUCH-DAYS"))
        for key, value in own.items():
            self.more(key.replace("-", " ").lower(), one_line(value[:2000]))
        for name, *_ in self.networks[MOST_VALUES:]:
            self.more("network", name)
        fields["networks"] = tuple(
            Membership(name[:200], role[0][:LONGEST_LINE] if role else "")
            for name, *role in self.networks[:MOST_VALUES]
        )

    def _notes(self, fields: dict[str, Any]) -> None:
        for text in self.functions:
            if text and text != self.role:
                if not self.role:
                    self.role = fields["role"] = self.short("role", text)
                else:
                    self.more("role", text)
        for text, kind in self.labels_of_addresses:
            known = set(_words(" ".join(line for line in self.said if line.startswith("address"))[:20_000]))
            if not set(_words(text[:5000])) <= known:
                self.more("address", text, kind)
        texts = [stripped for text in dict.fromkeys(self.notes) if (stripped := text.rstrip())]
        if self.said:
            texts.append("\n".join(dict.fromkeys(self.said)))
        notes = "\n\n".join(texts)
        if len(notes) > LONGEST_TEXT:
            notes = f"{notes[: LONGEST_TEXT - 100]}…\n[shortened: {len(notes)} characters]"
        if notes:
            fields["notes"] = notes


def _words(text: str) -> list[str]:
    return re.sub(r"[,;]", " ", folded(text)).split()


def _sensible(day: Any) -> Any:
    if not 1800 <= day.year <= 2200:
        raise ValueError(day)
    return day


def _cautious_split(name: str) -> tuple[str, str]:
    """(given, family) where the form leaves no doubt: two words, a comma, a particle, a family name in capitals."""
    words = name.split(" ")
    comma = name.count(",") == 1 and len(words) <= 4
    shouted = [word for word in words if len(word) > 1 and word.isupper()]
    particle = len(words) > 2 and folded(words[1]) in _PARTICLES
    if any(char.isdigit() or char in "@&/()" for char in name) or (words and words[0].endswith(".")):
        return "", ""
    if comma or ("," not in name and (len(words) == 2 or particle or 0 < len(shouted) < len(words))):
        return split_name(name)
    return "", ""
