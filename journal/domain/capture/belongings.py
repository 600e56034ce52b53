"""Where somebody named works, or the network that stands behind the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from journal.domain.capture.days import Seen
from journal.domain.capture.lexicon import EVENT_TYPES, words_of
from journal.domain.capture.markers import tokens
from journal.domain.capture.moments import find_moment
from journal.domain.capture.plain import plain
from journal.domain.capture.said import Known, Who
from journal.domain.entry import folded

_UPPER = "A-ZÀ-ÖØ-Þ"
_FIRM = rf"(?:[{_UPPER}][\w&’'.-]*)(?: (?:& )?[{_UPPER}][\w&’'-]*){{0,3}}"
_IN_BRACKETS = re.compile(r",? ?\(([^()]{1,80})\)")
_FROM = re.compile(
    rf",? (?:de chez|from|at|of) (?P<firm>{_FIRM})|,? (?:de la|de l['’]|de|du|d['’]) ?(?P<of>[{_UPPER}][\w&’'-]*)"
)
# "assistante chez EDF", "directeur de la MSA", "CFO at Orano"
_ROLE = (
    r"assistant\w*|secrétaire\w*|secretary|directeur\w*|directrice\w*|director|responsable|head|chef\w*|chargée?"
    r"|manager"
    r"|gestionnaire|office manager|coordinatrice|coordinateur|coordinator|comptable|juriste|consultante?|ingénieure?"
    r"|engineer|accountant|PA|EA|DAF|DRH|DG|DGA|PDG|DSI|RH|HR|CEO|CFO|COO|CTO|VP|formatrice|formateur|trainer"
    r"|présidente?"
    r"|president|chair|partner|associée?|executive assistant|personal assistant|lawyer|avocate?|commerciale?"
    r"|officer|clerk|analyst|administrat\w*|adjointe?|attachée?|acheteuse|acheteur|buyer|recruteu\w+|recruiter"
    r"|planner|developer|designer|teacher|professeur|researcher|étudiante?|student|stagiaire|intern|apprentie?"
    r"|alternante?"
    r"|technicien\w*|hôtesse|receptionist|standardiste|audit\w+|intendante?|trésori\w+|treasurer|lead|specialist"
)
HAS_ROLE = re.compile(
    rf"(?:, (?:\w+ ){{0,2}}?| (?=(?:une? |an? |the |la |le |l['’]|our |notre )))"
    rf"(?:une? |an? |the |la |le |l['’]|our |notre )?(?:[^\W\d_]+ )?(?:{_ROLE})(?: [^\W\d_][\w'’-]*){{0,3}}?"
    rf" (?:chez|at (?:the )?|from|à la|au|de chez|de la|de l['’]|du|de|of(?: the)?|with|for) ?(?P<firm>{_FIRM})"
)


_DEPARTMENTS = words_of("hr, rh, it, drh, dsi, daf, finance, legal, marketing, sales, accounts, compta, comptabilite")


def with_belongings(
    who: Who, text: str, networks: Sequence[tuple[str, int, int]], known: Known, now: datetime
) -> tuple[Who, tuple[int, int] | None]:
    """`who` with network or firm, and where in `text` that stands."""
    rest = text[who.end :]
    bracket = _IN_BRACKETS.match(rest)
    if bracket:
        first, last = who.end + bracket.start(1), who.end + bracket.end(1)
        own = tuple(name for name, start, _ in networks if first <= start < last)
        if own:
            return replace(who, networks=own), None
        inside = bracket[1].strip()
        firm = inside[:1].isupper() and len(inside.split()) <= 4 and not any(c.isdigit() for c in inside)
        if firm and not find_moment(plain(inside)[0], Seen(now)):
            return replace(who, organisation=inside), (first, last)
        return who, None
    by_role = HAS_ROLE.match(rest)
    found = by_role or _FROM.match(rest)
    if found is None:
        return who, None
    group = "firm" if found["firm"] else "of"
    name = found[group].rstrip(".")
    span = (who.end + found.start(group), who.end + found.end(group))
    for network, start, _ in networks:
        if span[0] <= start < span[1]:
            return replace(who, networks=(network,)), None
    if not by_role:
        where = group == "firm" and rest.lstrip(", ").startswith(("at ", "of "))
        if where or (group == "of" and folded(name) not in known.firms):
            return who, None  # "at Leeds" is where, "de Lyon" is from where
    if any(word.key in EVENT_TYPES or word.key in _DEPARTMENTS for word in tokens(name)):
        return who, None
    return replace(who, organisation=name), span if by_role else None
