"""How alike two contacts are: a score and the reasons for it. It only proposes; she decides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

from journal.domain.contact import Contact, split_name
from journal.domain.entry import folded

# In the order in which they are said.
REASONS = (
    *("same_link", "same_email", "same_phone", "same_name", "initials", "similar_name", "same_organisation"),
    *("same_birthday", "other_name", "other_birthday", "other_organisation"),
)
WORTH_SHOWING = 0.5  # pairs below are not proposed
MOST_IN_BLOCK = 60  # people who share one sign; more, and it says nothing (a switchboard, "Marie" of one company)
MOST_SHARING = 4  # people who may have one address or number, before it is an office's

# What each sign alone makes likely; several add up as 1 - (1-a)(1-b)…
_LINK, _EMAIL, _OFFICE_EMAIL, _PHONE, _OTHER_LINK = 0.97, 0.9, 0.35, 0.8, 0.2
_NAMES = {  # relation of two names -> (reason, weight)
    "same": ("same_name", 0.75),
    "same_short": ("same_name", 0.3),  # a given name alone is borne by many
    "initials": ("initials", 0.4),
    "similar": ("similar_name", 0.3),
    "part": ("similar_name", 0.1),
}
_ORGANISATION, _BIRTHDAY, _DAY = 0.55, 0.6, 0.4
# What speaks against it multiplies.
_OTHER_NAMES = {"other": 0.45, "other_given": 0.45, "compound": 0.6, "other_family": 0.7}
_NAME_CHANGED, _OTHER_BIRTHDAY, _OTHER_ORGANISATION = 0.85, 0.55, 0.8

_NOT_A_WORD = re.compile(r"[^\w]+|_")
_LEGAL = re.compile(r"\b(?:sas|sasu|sarl|sa|se|eurl|gmbh|ag|ltd|llc|inc|plc|groupe|group|association)\b\.?")
_EXTENSION = re.compile(r"(?:ext|poste|p\.|x|#|;)", re.IGNORECASE)
_PROFILE = re.compile(
    r"(?:linkedin\.com/(?:in|pub)/|facebook\.com/|instagram\.com/|twitter\.com/|x\.com/|xing\.com/profile/"
    r"|viadeo\.com/|github\.com/|threads\.net/@|bsky\.app/profile/).+"
)
_OFFICE = frozenset(  # what stands before the @ in addresses of offices
    (
        *("info", "contact", "accueil", "secretariat", "secretary", "office", "admin", "hello", "bonjour", "direction"),
        *("assistant", "assistante", "assistantes", "reception", "mail", "team", "equipe", "support", "rh", "hr"),
        *("events", "formation"),
    )
)


class Likeness(NamedTuple):
    """`score`: 0 (nothing in common) to 1 (surely one person); `reasons`: of REASONS, for and against."""

    score: float
    reasons: tuple[str, ...]


class Pair(NamedTuple):
    """Two contacts that may be one person; `contact_id` is the lower."""

    contact_id: int
    other_id: int
    score: float
    reasons: tuple[str, ...]


UNLIKE = Likeness(0.0, ())


@dataclass(frozen=True, slots=True)
class Traits:
    """What two contacts are compared by, in comparable form; made by `traits()`."""

    id: int = 0
    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()  # E.164 where the country is known
    links: frozenset[str] = frozenset()
    organisation: str = ""
    birthday: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return (*self.given, *self.family)

    @property
    def initialled(self) -> bool:
        """Whether a part of the name stands for more: "J.", "JP"."""
        return any(len(word) == 1 for word in self.words) or any(len(word) == 2 for word in self.given)


def traits(contact: Contact) -> Traits:
    given, family = contact.given_name, contact.family_name
    if not given and not family and "@" not in contact.full_name:
        given, family = split_name(contact.full_name)
    return Traits(
        contact.id,
        name_words(given),
        name_words(family),
        frozenset(item.value.strip().lower() for item in contact.emails),
        frozenset(filter(None, (phone_key(item.value) for item in contact.phones))),
        frozenset(filter(None, (link_key(item.value) for item in contact.links))),
        organisation_key(contact.organisation),
        contact.birthday,
    )


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case, hyphens and points."""
    return tuple(filter(None, _NOT_A_WORD.split(folded(name))))


@lru_cache(maxsize=8192)
def organisation_key(name: str) -> str:
    """Without case, accents and legal form: "Nexans S.A." and "NEXANS" are one."""
    plain = folded(name).replace(".", "")
    return " ".join(_NOT_A_WORD.split(_LEGAL.sub(" ", plain))).strip() or plain


def link_key(value: str) -> str:
    """A page's address without scheme, www., country, query and trailing slash; "" for a site's front page."""
    key = value.strip().lower().split("://", 1)[-1].split("?", 1)[0].split("#", 1)[0].rstrip("/")
    key = re.sub(r"^(?:www|[a-z]{2})\.(?=[^/]+\.[a-z])", "", key)
    return key if "/" in key else ""


def phone_key(value: str) -> str:
    """+33612345678 where the number says its country; as dialled at home (0612345678) where not; "" for no number."""
    text = _EXTENSION.split(value.replace("(0)", ""), maxsplit=1)[0].strip()
    digits = "".join(filter(str.isdigit, text))
    if len(digits) < 7:
        return ""
    if text.startswith("+"):
        return f"+{digits}"
    return f"+{digits[2:]}" if digits.startswith("00") else digits


def same_number(one: str, other: str) -> bool:
    """Whether two `phone_key`s are one number: a national one is that of any country it may be dialled in."""
    if one == other:
        return True
    if one.startswith("+") == other.startswith("+"):
        return False
    national, whole = (other, one) if one.startswith("+") else (one, other)
    bare = national.removeprefix("0")
    return len(bare) >= 8 and whole.endswith(bare) and len(whole) - len(bare) <= 4


# --- two contacts ---------------------------------------------------------------------------------------------------


def likeness(one: Traits, other: Traits) -> Likeness:
    """How alike they are, all signs weighed; the same in either order."""
    name = _name_relation(one, other)
    signs = _shared_values(one, other)
    if name in _NAMES:
        reason, weight = _NAMES[name]
        signs[reason] = weight
    if not signs:
        return UNLIKE
    if name in _NAMES or not name:
        if one.organisation and one.organisation == other.organisation:
            signs["same_organisation"] = _ORGANISATION
        if born := _born_alike(one.birthday, other.birthday):
            signs["same_birthday"] = born
    against = _against(one, other, name, profile=signs.get("same_link") == _LINK)
    left = 1.0
    for reason in REASONS:  # always in one order: the same number to the last digit
        left *= 1 - signs.get(reason, 0.0)
    score = 1 - left
    for reason in REASONS:
        score *= against.get(reason, 1.0)
    return Likeness(round(score, 3), tuple(reason for reason in REASONS if reason in signs or reason in against))


def _shared_values(one: Traits, other: Traits) -> dict[str, float]:
    signs: dict[str, float] = {}
    if links := one.links & other.links:
        signs["same_link"] = _LINK if any(map(_PROFILE.fullmatch, links)) else _OTHER_LINK
    if emails := one.emails & other.emails:
        personal = any(email.partition("@")[0] not in _OFFICE for email in emails)
        signs["same_email"] = _EMAIL if personal else _OFFICE_EMAIL
    if any(same_number(a, b) for a, b in product(one.phones, other.phones)):
        signs["same_phone"] = _PHONE
    return signs


def _against(one: Traits, other: Traits, name: str, *, profile: bool) -> dict[str, float]:
    """What speaks against one person. `profile`: they share a page that only one person has."""
    found: dict[str, float] = {}
    if name in _OTHER_NAMES:
        found["other_name"] = _NAME_CHANGED if profile else _OTHER_NAMES[name]
    if not _may_be_one_birthday(one.birthday, other.birthday):
        found["other_birthday"] = _OTHER_BIRTHDAY
    if name == "same" and one.organisation and other.organisation and one.organisation != other.organisation:
        found["other_organisation"] = _OTHER_ORGANISATION
    return found


def _born_alike(one: str, other: str) -> float:
    if not one or not other or not _may_be_one_birthday(one, other):
        return 0.0
    return _BIRTHDAY if len(one) == len(other) == 10 else _DAY


def _may_be_one_birthday(one: str, other: str) -> bool:
    """Whether one may be the other told in part: --05-31 and 1980-05-31, 1980-05 and 1980-05-31."""
    if not one or not other or one == other:
        return True
    if one.startswith("--") or other.startswith("--"):
        return one[-6:] == other[-6:]
    return one.startswith(other) or other.startswith(one)


def _name_relation(one: Traits, other: Traits) -> str:
    """A key of _NAMES or _OTHER_NAMES; "" where one of them has no name at all."""
    ours, theirs = sorted(one.words), sorted(other.words)
    if not ours or not theirs:
        return ""
    if ours == theirs or not _in_one_word(one).isdisjoint(_in_one_word(other)):
        return "same" if len(ours) > 1 and len(theirs) > 1 else "same_short"
    if stands_for(ours, theirs) or stands_for(theirs, ours):
        return "initials"
    shared = set(ours) & set(theirs)
    if not shared:
        return "other"
    own, others = set(ours) - shared, set(theirs) - shared
    if not own or not others:
        if len(ours) == 1 or len(theirs) == 1:
            return "part"
        longer = one if own else other
        # Jean and Jean-Pierre are two people; Dupont and Dupont-Martin may be one who has married.
        return "compound" if (own or others) <= set(longer.given) else "similar"
    if len(own) == len(others) == 1:
        mine, yours = own.pop(), others.pop()
        givens = mine in one.given and yours in other.given
        if one_slip(mine, yours, ending=not givens):
            return "similar"
    return "other_family" if set(one.given) == set(other.given) and one.given else "other_given"


def _in_one_word(one: Traits) -> frozenset[str]:
    given, family = "".join(one.given), "".join(one.family)
    return frozenset((given + family, family + given))


def stands_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words `short` are `long` with given names as initials: "J. Dupont", "J.-P. Martin", "JP Martin"."""
    rest = list(long)
    letters: list[str] = []
    whole = 0
    for word in short:
        if word in rest and len(word) > 1:
            rest.remove(word)
            whole += 1
        elif len(word) <= 2:
            letters += word
        else:
            return False
    initials = [word[0] for word in rest]
    if not letters or not whole or not initials:
        return False
    for letter in letters:
        if letter not in initials:
            return False
        initials.remove(letter)
    return True


def one_slip(one: str, other: str, *, ending: bool = True) -> bool:
    """Whether one letter is missing, added, different or has changed places with the next, in words of four or more.

    `ending`: also in the last letter, which in given names makes another person of it (Michel, Michèle).
    """
    if len(one) > len(other):
        one, other = other, one
    if len(one) < 3 or len(other) < 4 or len(other) - len(one) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if not ending and start >= len(other) - 1:
        return False
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    swapped = one[start : start + 2] == other[start : start + 2][::-1] and one[start + 2 :] == other[start + 2 :]
    return swapped or one[start + 1 :] == other[start + 1 :]


def nearly_named(typed: str, known: str, *, family_only: bool = False) -> bool:
    """Whether somebody of that name may have been meant: one slip in one word, or other hyphens. `family_only`: only
    the family name was typed."""
    ours, theirs = name_words(typed), name_words(known)
    if family_only:
        return len(ours) == 1 and len(theirs) > 1 and one_slip(ours[0], theirs[-1])
    if len(ours) < 2 or len(theirs) < 2:
        return False
    if "".join(ours) == "".join(theirs):
        return True
    if len(ours) != len(theirs):  # "Sara OConnor"
        return one_slip("".join(ours), "".join(theirs))
    own, others = [one for one in ours if one not in theirs], [one for one in theirs if one not in ours]
    if len(own) == 2 == len(others):  # a slip in each: "Hellen Clark"
        return all(one_slip(one, other) for one, other in zip(own, others, strict=True))
    if len(ours) != len(theirs) or len(own) != 1 or len(others) != 1:
        return False
    return _sounds(own[0]) == _sounds(others[0]) or one_slip(own[0], others[0], ending=others[0] != theirs[0])


@lru_cache(maxsize=8192)
def _sounds(word: str) -> str:
    """A word as it is heard: "Sofie" and "Sophie", "Mathieu" and "Matthieu", "Catherine" and "Katherine"."""
    for written, heard in (("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("c", "k"), ("y", "i"), ("z", "s")):
        word = word.replace(written, heard)
    return re.sub(r"(.)\1", r"\1", word)


# --- a whole address book -------------------------------------------------------------------------------------------


def pairs(people: Iterable[Traits], *, apart: Iterable[tuple[int, int]] = ()) -> list[Pair]:
    """Those worth showing, likeliest first. `apart`: (lower id, other id) of pairs that she said are not one."""
    known = set(apart)
    found = []
    for one, other in candidates(_without_shared(list(people))):
        if (one.id, other.id) not in known:
            like = likeness(one, other)
            if like.score >= WORTH_SHOWING:
                found.append(Pair(one.id, other.id, *like))
    return sorted(found, key=lambda pair: (-pair.score, pair.contact_id, pair.other_id))


def candidates(people: Sequence[Traits]) -> Iterator[tuple[Traits, Traits]]:
    """Each pair that shares a sign, once, the lower id first: never all pairs."""
    by_id = {one.id: one for one in people}
    blocks: dict[tuple[str, ...], set[int]] = defaultdict(set)
    initials: dict[tuple[str, str], set[int]] = defaultdict(set)
    for one in people:
        for key in _keys(one):
            blocks[key].add(one.id)
        for word in one.words:
            for letter in {whole[0] for whole in one.words if whole is not word}:
                initials[word, letter].add(one.id)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if 1 < len(block) <= MOST_IN_BLOCK:
            seen.update(combinations(sorted(block), 2))
    for one in people:
        if not one.initialled:
            continue
        letters = {word[0] for word in one.words if len(word) <= 2}
        for word in one.words:
            for letter in letters if len(word) > 2 else ():
                block = initials.get((word, letter), set())
                if len(block) <= MOST_IN_BLOCK:
                    seen.update((min(one.id, n), max(one.id, n)) for n in block if n != one.id)
    for first, second in sorted(seen):
        yield by_id[first], by_id[second]


def _keys(one: Traits) -> Iterator[tuple[str, ...]]:
    for email in one.emails:
        yield "email", email
    for phone in one.phones:
        yield "phone", phone[-8:]
    for link in one.links:
        yield "link", link
    if one.words:
        yield "words", *sorted(one.words)
        yield "joined", min(_in_one_word(one))
    for word in one.words:
        if one.organisation and len(word) > 1:
            yield "organisation", one.organisation, word
        if len(one.birthday) == 10:
            yield "birthday", one.birthday, word


def _without_shared(people: list[Traits]) -> list[Traits]:
    """Without what several people of other names have too: the address of an office says nothing about a person."""
    bearers: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for one in people:
        for field in ("emails", "phones", "links"):
            for value in getattr(one, field):
                bearers[field, value].add(tuple(sorted(one.words)))
    shared = {key for key, names in bearers.items() if len(names) > MOST_SHARING}
    if not shared:
        return people
    return [
        replace(
            one,
            emails=frozenset(v for v in one.emails if ("emails", v) not in shared),
            phones=frozenset(v for v in one.phones if ("phones", v) not in shared),
            links=frozenset(v for v in one.links if ("links", v) not in shared),
        )
        for one in people
    ]
