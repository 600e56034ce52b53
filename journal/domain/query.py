"""What she typed into a search box, understood: words, "exact words", -without, kind:learning, tag:excel, dates.

Whatever is typed means something: what is no operator is words, and an operator without its value says nothing yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.domain.entry import folded, one_line

if TYPE_CHECKING:
    from journal.domain.spans import Range, Span

LONGEST_QUERY = 1_000  # characters; somebody may paste a whole document
MOST_WORDS = 12
MOST_FILTERS = 12

# A word as the index and a search are cut: letters and digits.
WORD = re.compile(r"[^\W_]+")

# What stands before a colon, in both languages, and the filter it is.
_FIELDS = {
    name: field
    for field, names in {
        "kind": "kind type sorte genre categorie category is est etat state statut status",
        "tag": "tag tags etiquette etiquettes mot",
        "network": "network networks reseau reseaux",
        "with": "with avec person personne people personnes participant participants who qui",
        "place": "place lieu where ou ville city",
        "date": "date when quand",
        "since": "since depuis after apres",
        "until": "until before avant jusque",
    }.items()
    for name in names.split()
}
# A meaning of a word after `kind:`: ("kind" | "type" | "state" | "favourite", the kind it is of or "", the fixed word).
Meaning = tuple[str, str, str]
Vocabulary = Mapping[str, tuple[Meaning, ...]]


@dataclass(frozen=True, slots=True)
class Term:
    """Words of a search without case and accents. `alone`: one word as typed, perhaps with hyphens in it; else they
    stand in a row. `begins`: the last one may go on."""

    parts: tuple[str, ...]
    alone: bool = True
    begins: bool = True
    joined: str = ""  # typed with hyphens or apostrophes: the same without them


@dataclass(frozen=True, slots=True)
class Filter:
    """`name`: kind, tag, network, with or place. `meanings` only for kind."""

    name: str
    value: str = ""
    negated: bool = False
    meanings: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """`words` hold in any case. Where times are named, an entry is found if these words stand in its title (`titled`)
    or if its day is in a range of each of `dates`; those of `only_dated` hold either way. `key`: the text by which a
    name begins, "" where more was said. `phone`: the digits, where the whole is a number."""

    words: tuple[Term, ...] = ()
    titled: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    dates: tuple[tuple[Range, ...], ...] = ()
    only_dated: tuple[tuple[Range, ...], ...] = ()  # of `date:`, `since:`
    key: str = ""
    phone: str = ""
    nothing: bool = False  # only signs were typed: nothing is written so

    @property
    def asks(self) -> bool:
        """Whether it asks for anything at all."""
        return bool(self.words or self.titled or self.without or self.filters or self.dates or self.only_dated)


_QUOTES = str.maketrans(dict.fromkeys("«»“”„‟", '"'))
_SPACED = re.compile(
    rf"(?<![^\W_])({'|'.join(sorted(_FIELDS, key=len, reverse=True))})[ \xa0\u202f]+:[ \xa0\u202f]*(?=\S)"
)
_PIECE = re.compile(
    r'(?P<minus>(?<!\S)-)?(?:(?P<field>[^\W\d_]+):)?(?:"(?P<quoted>[^"]*)(?P<closed>")?|(?P<word>[^\s"]+))?'
)
_NUMBER = re.compile(r"[\d\s+()./-]{4,}")
_ELIDED = frozenset({"l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu"})


def understood(text: str, today: date, vocabulary: Vocabulary | None = None) -> Query:
    """`vocabulary`: what may stand after `kind:`, without case and accents."""
    typed = text[:LONGEST_QUERY]
    goes_on = not typed[-1:].isspace()
    line = folded(one_line(typed.translate(_QUOTES)))
    if not line:
        return Query(nothing=bool(typed.strip()))
    line = _SPACED.sub(r"\1:", line)
    reader = _Reader(today, vocabulary or {})
    for match in _PIECE.finditer(line):
        if match.group():
            reader.take(match, ends=match.end() == len(line), goes_on=goes_on)
    return reader.query(line, goes_on)


def _spans_in(text: str, today: date) -> Iterator[Span]:
    """The stretches of time in it; their patterns are made at the first search, not before the first page."""
    from journal.domain.spans import spans_in

    return spans_in(text, today)


class _Reader:
    def __init__(self, today: date, vocabulary: Vocabulary) -> None:
        self._today, self._vocabulary = today, vocabulary
        self._plain: list[tuple[str, Term]] = []  # words outside quotes, with their text, and quoted ones without
        self._without: list[Term] = []
        self._filters: list[Filter] = []
        self._dated: list[tuple[Range, ...]] = []
        self._special = False

    def take(self, match: re.Match[str], *, ends: bool, goes_on: bool) -> None:
        """`ends`: it is the last piece, whose last word may go on where no blank stands after it."""
        minus, value = bool(match["minus"]), match["quoted"] if match["quoted"] is not None else match["word"] or ""
        field = _FIELDS.get(match["field"] or "")
        if match["field"] and (not field or not self._filter(field, value, minus)):
            value = f"{match['field']} {value}"
        elif field:
            return
        if match["quoted"] is not None and not (match["field"] and not field):
            term = phrase(value, begins=ends and goes_on and not match["closed"])
        else:
            term = word(value, begins=goes_on if ends else None)
        if term is None:
            return
        if minus:
            self._special = True
            self._without.append(Term(term.parts, alone=False, begins=False))
        else:
            self._special = self._special or match["quoted"] is not None
            self._plain.append(("" if match["quoted"] is not None else value, term))

    def _add(self, one: Filter) -> None:
        self._special = True
        if len(self._filters) < MOST_FILTERS:
            self._filters.append(one)

    def _filter(self, field: str, value: str, minus: bool) -> bool:
        """False where the value means nothing there: then all of it is words."""
        value = value.strip()
        if not value:
            self._special = True  # an operator whose value she has yet to type
            return True
        if field == "kind":
            meanings = self._meanings(value)
            if meanings:
                self._add(Filter("kind", value, minus, meanings))
            return bool(meanings)
        if field in ("date", "since", "until"):
            said = f"{field} {value}" if field != "date" else value
            spans = list(_spans_in(said, self._today))
            if spans and not minus:
                self._special = True
                self._dated.append(spans[0].ranges)
            return bool(spans) and not minus
        if not WORD.search(value):
            return False
        self._add(Filter(field, value, minus))
        return True

    def _meanings(self, value: str) -> tuple[Meaning, ...]:
        exact = self._vocabulary.get(value)
        if exact:
            return exact
        if len(value) < 2:
            return ()
        found = [one for name, meanings in self._vocabulary.items() if name.startswith(value) for one in meanings]
        return tuple(dict.fromkeys(found))

    def query(self, line: str, goes_on: bool) -> Query:
        plain = self._plain[:MOST_WORDS]
        said, places = "", []
        for text, _ in plain:
            said += " " if said else ""
            places.append((len(said), len(said) + len(text)))
            said += text or "\x00"  # what is quoted is never a date, and parts what stands around it
        spans = list(_spans_in(said, self._today))
        words: list[Term] = []
        titled: dict[int, list[str]] = {}
        for (start, end), (_, term) in zip(places, plain, strict=True):
            within = next((n for n, span in enumerate(spans) if span.start <= start and end <= span.end), None)
            if within is None:
                words.append(term)
            else:
                titled.setdefault(within, []).extend(term.parts)
        asked = bool(plain or self._without or self._filters or self._dated)
        phone = "".join(filter(str.isdigit, line)) if not self._special and _NUMBER.fullmatch(line) else ""
        return Query(
            words=tuple(words),
            titled=tuple(Term(tuple(parts), alone=False) for parts in titled.values()),
            without=tuple(self._without[:MOST_WORDS]),
            filters=tuple(self._filters),
            dates=tuple(span.ranges for span in spans),
            only_dated=tuple(self._dated),
            key="" if self._special else line + ("" if goes_on else " "),  # "jean " is not Jeanne
            phone=phone if len(phone) > 3 else "",
            nothing=not asked and not self._special,
        )


def word(text: str, *, begins: bool | None = None) -> Term | None:
    """One word as typed. What is elided is not looked for: "l'assistante" finds "une assistante". `begins` None: it may
    go on, but for a single letter among other words."""
    parts = WORD.findall(text)
    while len(parts) > 1 and parts[0] in _ELIDED and "'" in text:
        text = text.partition("'")[2]
        parts = WORD.findall(text)
    if not parts:
        return None
    joined = "".join(parts) if len(parts) > 1 and re.search(r"[-']", text) and len(text) < 40 else ""
    return Term(tuple(parts[:MOST_WORDS]), begins=len(parts[-1]) > 1 if begins is None else begins, joined=joined)


def phrase(text: str, *, begins: bool) -> Term | None:
    """Words in a row, each as it is written."""
    parts = WORD.findall(text)
    return Term(tuple(parts[:MOST_WORDS]), alone=False, begins=begins) if parts else None


# --- as the index is asked ----------------------------------------------------------------------------------------


def expression(terms: Sequence[Term], *, titled: Sequence[Term] = (), phone: str = "") -> str:
    """What FTS5 is asked: every word is quoted, so nothing typed is ever taken for its query language. `titled`: in
    the title."""
    parts = [_asked(term) for term in terms]
    parts += [f"title : {_asked(term)}" for term in titled]
    asked = " AND ".join(parts)
    if asked and phone:  # perhaps a phone number, spaced or dialled in another way
        ways = dict.fromkeys((phone, home_number(phone)))
        return f"({asked}) OR " + " OR ".join(f'"{way}"*' for way in ways if len(way) > 3)
    return asked


def without(asked: str, terms: Sequence[Term]) -> str:
    """The same, and none of these words."""
    return f"({asked}) NOT ({' OR '.join(map(_asked, terms))})" if terms else asked


def _asked(term: Term) -> str:
    star = "*" if term.begins else ""
    if not term.alone or len(term.parts) == 1:
        return f'"{" ".join(term.parts)}"{star}'
    each = " AND ".join(f'"{part}"' for part in term.parts[:-1])
    asked = f'({each} AND "{term.parts[-1]}"{star})'
    return f'({asked} OR "{term.joined}"{star})' if term.joined else asked


def home_number(digits: str) -> str:
    """A number with its country's code (of two digits, as in most of Europe) as it is dialled at home."""
    return "0" + digits.removeprefix("00")[2:].lstrip("0")
