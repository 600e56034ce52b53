"""Facebook's information as pages to look at: the same lists as in its JSON, with the words and dates of her language.

The names of its styles change with the years, what stands in a box does not: a name, perhaps a label, and a date below
it. What a page lists is told by its file's name, which stays English, else by its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from journal.domain.entry import folded, one_line
from journal.exchange.encodings import decode
from journal.exchange.facebook_drafts import Answered, Friend, Group, events, friends, groups
from journal.exchange.loose_xml import Token, root, text_of, tokens
from journal.exchange.opml import cut_at
from journal.exchange.proposals import Proposed, Rejected
from journal.exchange.row_drafts import moment_of

# Styles of the page and of its boxes, in the layouts since 2018.
_PAGE = re.compile(r"""class=["'](?:_5vb_|[^"']*\b_a6-g\b|clearfix _ikh|[^"']*\b_2lej\b)|<title>[^<]*Facebook""")
_BOXES = frozenset(("_a6-g", "_2lej", "uiboxwhite"))
_HIDDEN = ("style", "script", "title")

_NO_LIST = re.compile(
    r"request|remov|reject|suggest|follow|delet|messag|comment|post|demande|supprim|refus|abonn|suivi|publication"
    r"|people_you_may|hidden|masque"
)
_KINDS = (
    ("friends", re.compile(r"friend|\bami(?:\(e\)|e|\W?e\W?)?s?\b|freunde|amigos|amici|vrienden")),
    ("events", re.compile(r"event|evenement|veranstaltung|eventos")),
    ("groups", re.compile(r"group|gruppe|grupos|gruppi")),
)
_ANSWERS = (
    ("declined", re.compile(r"declin|refus|not going|ne participe|abgelehnt")),
    ("interested", re.compile(r"interest|interess")),
    ("invited", re.compile(r"invit")),
    ("hosted", re.compile(r"your_events|your events|vos evenements|events you created|que vous avez crees")),
    ("joined", re.compile(r"joined|going|attend|particip|accept|zugesagt")),
)
_LABELS = frozenset(
    (
        *("name", "nom", "start time", "end time", "heure de debut", "heure de fin", "start", "end", "debut", "fin"),
        *("place", "lieu", "location", "description", "event", "evenement", "create time", "date de creation"),
        *("nom de l'evenement", "event name", "adresse", "address", "created", "cree le"),
    )
)
_WHEN = re.compile(
    r"\D{0,3}.{3,24}?\d{4}[\s,]*(?:(?:at|a|um|om|alle|ore)\s+)?"
    r"(?:\d{1,2}\s?[:h.]\s?\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\.?)?(?:\s*(?:utc|gmt)\S*)?)?"
)
_RANGE = re.compile(r"\s+[-–—]\s+")
_IN_BRACKETS = re.compile(r"(.{1,200}?)\s*\(([^()]{6,40})\)")
_GROUP_IN = re.compile(
    r"(?:member of|joined|left|membre du groupe|membre de|rejoint|quitt[eé])\s+"
    r"(?:the group|the|le groupe|la|le)?\s*(.+?)\.?$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Box:
    line: int
    texts: list[tuple[int, str]] = field(default_factory=list)


def recognises(head: bytes) -> bool:
    """Whether it is an HTML page in Facebook's dress."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return start in (b"<", b"\xff", b"\xfe") and root(head) == "html" and _PAGE.search(decode(head)) is not None


def read(data: bytes, name: str) -> Iterator[Proposed | Rejected]:
    """Friends, events or groups of one page; any other page is said to be left out."""
    text = text_of(data)
    title, boxes, cut = _boxes(text)
    kind = _kind(name, title)
    if kind == "friends":
        yield from friends(list(_friends(boxes)))
    elif kind == "events":
        yield from events(list(_answered(boxes, folded(f"{name} {title}"))))
    elif kind == "groups":
        yield from groups(list(_groups(boxes)))
    else:
        yield Rejected(1, "facebook_left_out")
        return
    if cut:
        yield cut_at(cut)


def group_of(sentence: str) -> str:
    """The group in "Maud became a member of Paris assistants."; the whole sentence where it says it otherwise."""
    found = _GROUP_IN.search(sentence[:1000].strip())
    return found[1] if found else sentence


def _kind(name: str, title: str) -> str:
    """What a page lists: by the name of the file, else by its title; "" for what is not taken."""
    own = folded(re.split(r"[/\\]", name)[-1].rpartition(".")[0])
    for said in (own, folded(title)):
        if _NO_LIST.search(said):
            return ""
        for kind, pattern in _KINDS:
            if pattern.search(said):
                return kind
    return ""


def _boxes(text: str) -> tuple[str, list[_Box], int]:
    """(title, boxes with their texts, the line where reading stopped or 0)."""
    title, hidden, cut = "", "", 0
    boxes = [_Box(1)]
    for token in tokens(text):
        if token.kind == "cut":
            cut = token.line
        elif hidden:
            if token.kind == "text" and hidden == "title":
                title = title or one_line(token.text)
            elif token.kind == "close" and token.name == hidden:
                hidden = ""
        elif token.kind == "open" and token.name in _HIDDEN:
            hidden = token.name
        elif token.kind == "open" and _begins(token):
            boxes.append(_Box(token.line))
        elif token.kind == "text" and (said := one_line(token.text)):
            boxes[-1].texts.append((token.line, said[:100_000]))
    return title, boxes, cut


def _begins(token: Token) -> bool:
    return token.name == "li" or not _BOXES.isdisjoint(token.attributes.get("class", "").lower().split())


def _when(text: str) -> datetime | None:
    """The wall time of a text that is a date and nothing else."""
    low = folded(text) if len(text) <= 60 else ""
    return moment_of(low, "", True) if low and _WHEN.fullmatch(low) else None


def _friends(boxes: list[_Box]) -> Iterator[Friend]:
    for box in boxes:
        name, line = "", box.line
        for at, said in box.texts:
            bracketed = _IN_BRACKETS.fullmatch(said)
            if bracketed and (when := _when(bracketed[2])):  # pages before 2018
                yield Friend(at, bracketed[1], when.date())
                name = ""
            elif when := _when(said):
                if name:
                    yield Friend(line, name, when.date())
                name = ""
            else:
                name, line = said, at


def _answered(boxes: list[_Box], page: str) -> Iterator[Answered]:
    """An event for each name with a date below it; a heading without one says what she answered."""
    answer = next((kind for kind, pattern in _ANSWERS if pattern.search(page)), "joined")
    for box in boxes:
        names: list[tuple[int, str]] = []
        moments: list[datetime] = []
        for line, said in [*box.texts, (box.line, "")]:
            found = [_when(part) for part in _RANGE.split(said[:100])]
            if all(found):
                moments += filter(None, found)
                continue
            if folded(said).rstrip(" :") in _LABELS:
                continue
            if moments and names:
                at, name = names[-1]
                answer = _heading(names[:-1], answer)
                yield Answered(at, name, answer, moments[0], moments[1] if len(moments) > 1 else None)
                names = []
            moments = []
            if said:
                names.append((line, said))
        answer = _heading(names, answer)


def _heading(texts: list[tuple[int, str]], answer: str) -> str:
    for _, said in texts:
        if len(said) < 60:
            answer = next((kind for kind, pattern in _ANSWERS if pattern.search(folded(said))), answer)
    return answer


def _groups(boxes: list[_Box]) -> Iterator[Group]:
    for box in boxes:
        texts = [(line, said) for line, said in box.texts if folded(said).rstrip(" :") not in _LABELS]
        when = next((found for _, said in texts if (found := _when(said))), None)
        named = [(line, said) for line, said in texts if _when(said) is None]
        if when is None or not named:
            continue
        line, told = named[0]
        name = named[1][1] if len(named) > 1 else group_of(told)
        yield Group(line, name, when, told)
