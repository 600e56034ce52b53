"""Who is named in a sentence: known contacts, and names where a word before them and capitals say so.

A wrong name is worse than none: firms, products, months, towns and networks are capitalised too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from journal.domain.capture.given_names import GIVEN_NAMES
from journal.domain.capture.lexicon import FIRM_WORDS, FIRMS, NOT_NAMES, PARTICLES, PRODUCTS, TOWNS, words_of
from journal.domain.capture.markers import AFTER, TITLES, WEAK, Token, foldmap, markers, tokens
from journal.domain.capture.said import KnownPerson, Who
from journal.domain.capture.time_words import MONTHS
from journal.domain.entry import folded
from journal.domain.likeness import nearly_named

# --- whom to look up ----------------------------------------------------------------------------------------------


def names_to_look_up(text: str) -> tuple[list[str], list[str]]:
    """(whole names, single names) that may be those of contacts, folded: runs of two to five words, and single words
    that are capitalised or follow a marker."""
    words = tokens(text)
    whole = dict.fromkeys(_runs(words))
    single: dict[str, None] = {}
    marked = {end for _, end in markers(text)}
    for number, word in enumerate(words):
        if len(word.key) < 2 or (word.key in NOT_NAMES and word.key not in GIVEN_NAMES and not _may_be_given(word.key)):
            continue
        before = text[max(0, word.start - 1) : word.start]
        if word.is_name_like or word.start in marked or before == "@" or (number and words[number - 1].key in TITLES):
            single[word.key] = None
    return list(whole), list(single)[:16]


def _may_be_given(key: str) -> bool:
    """Months and words that are given names too: taken for one only where a contact bears it."""
    return key in (
        "april",
        "may",
        "june",
        "august",
        "will",
        "mark",
        "avril",
        "noel",
        "mai",
        "sage",
        "summer",
        "grace",
        "rose",
    )


def _runs(words: list[Token]) -> Iterator[str]:
    for first in range(len(words)):
        joined = words[first].key
        for last in range(first + 1, min(first + 5, len(words))):
            previous, word = words[last - 1], words[last]
            if word.start - previous.end > 1:
                break
            joined += ("" if previous.text[-1:] in "'’" else " ") + word.key
            yield joined


# --- names --------------------------------------------------------------------------------------------------------


_ASIDE = words_of("about, sur, re, regarding, concernant, que, qui, who, that, a, au, to, et, and, ou, or")
_OF = words_of("of, for, pour, from, by, par, chez, at, in, s")


_FAMILIES = words_of("roche")  # "de la Roche" is a family; the firm of that name takes no article


class Names:
    """The names in one text."""

    def __init__(
        self, text: str, known: Mapping[str, tuple[KnownPerson, ...]], networks: frozenset[str], firms: frozenset[str]
    ) -> None:
        self._text = text
        self._tokens = tokens(text)
        self._at = {token.start: number for number, token in enumerate(self._tokens)}
        self._known = known
        self._networks = networks
        self._firms = firms

    def found(self) -> list[Who]:
        """Everybody named, in order; who is named twice, twice."""
        people: list[Who] = []
        taken: list[tuple[int, int]] = []

        def take(who: Who | None) -> bool:
            if who is None or any(who.start < end and start < who.end for start, end in taken):
                return False
            taken.append((who.start, who.end))
            people.append(who)
            return True

        for match in re.finditer(r"(?<![\w@.])@(?=[^\W\d_])", self._text):
            take(self._named_by_sign(match.end()))
        for marker, end in markers(self._text):
            number = self._at.get(end)
            if number is not None and self._text[max(0, end - 1) : end] != "@":
                who = self._person(number, marker) or self._further_on(number, marker)
                if take(who) and who is not None:
                    for more in self._joined(who):
                        take(more)
        for who in self._known_anywhere():
            take(who)
        first = self._subject()
        if take(first) and first is not None:
            for more in self._joined(first):
                take(more)
        people.sort(key=lambda one: one.start)
        return _called_again(people)

    def _further_on(self, number: int, marker: str) -> Who | None:
        """A given and a family name after what somebody is: "with our Excel guru Ben Hargreaves"."""
        if marker in WEAK:
            return None
        for place in range(number + 1, min(number + 5, len(self._tokens) - 1)):
            if not self._adjoins(place) or self._tokens[place - 1].key in _ASIDE:
                return None
            token = self._tokens[place]
            if token.key in GIVEN_NAMES and token.is_name_like and self._extent(place) > place:
                return None if self._tokens[place - 1].key in PARTICLES | _OF else self._person(place, marker)
        return None

    def _named_by_sign(self, start: int) -> Who | None:
        number = self._at.get(start)
        if number is None:
            return None
        longest = self._longest_known(number)
        if longest is not None:
            return self._who(number, longest, "@")
        last = self._extent(number, any_word=True)
        who = self._who(number, last, "@")
        name = who.name if who.name[:1].isupper() else who.name.title()
        return Who(name, who.start, who.end, who.candidates, marker="@")

    def _joined(self, who: Who) -> Iterator[Who]:
        """The others of a list: "Claire, Anne et Tom Baker"."""
        place = who.end
        while True:
            link = re.compile(r" ?\([^()]{0,60}\)").match(self._text, place)
            place = link.end() if link else place
            comma = re.compile(r" ?(?:,? (?:et|and|ainsi que|as well as|plus)|[,&+/]) ").match(self._text, place)
            if comma is None:
                return
            place = comma.end()
            if self._text[place : place + 1] == "@":
                return
            number = self._at.get(place)
            title = number is not None and self._tokens[number].key.rstrip(".") in TITLES
            if title and number is not None:
                number += 1
            person = self._person(number, "and") if number is not None and number < len(self._tokens) else None
            if person is None:
                return
            yield person
            place = person.end

    def _person(self, number: int, marker: str) -> Who | None:
        """The person whose name begins at a token; None where that is not sure."""
        token = self._tokens[number]
        if token.key.rstrip(".") in TITLES and number + 1 < len(self._tokens):
            number += 1
            token = self._tokens[number]
        before = self._text[max(0, token.start - 14) : token.start].rstrip(" .")
        titled = folded(before.rsplit(" ", 1)[-1]).rstrip(".") in TITLES
        longest = self._longest_known(number)
        if longest is not None and not self._possessive(longest, marker):
            one = self._who(number, longest, marker)
            single = longest == number
            if (
                not single
                or token.is_name_like
                or (marker in ("avec", "with", "grace a", "and") and len(one.candidates) == 1)
            ):
                extent = self._extent(number) if token.is_name_like else longest
                if extent <= longest and (not single or token.is_name_like or not _may_be_given(token.key)):
                    return one
        if not token.is_name_like:
            return None
        last = self._extent(number)
        if last < number or self._possessive(last, marker):
            return None
        words = self._tokens[number : last + 1]
        if not self._is_person(words, titled, marker):
            return None
        who = self._who(number, last, marker)
        if titled and len(words) == 1:
            return Who(who.name, who.start, who.end, self._known.get(words[0].key, ()), True, marker)
        if len(words) == 1 and not titled:
            return Who(who.name, who.start, who.end, self._known.get(words[0].key, ()), marker=marker)
        return who

    def _possessive(self, last: int, marker: str) -> bool:
        """ "Anne's team" is not Anne; "Anne's birthday" is about her, but not met her."""
        token = self._tokens[last]
        return folded(token.text).endswith("'s") and not re.match(
            r" (?:birthday|anniversary|help|advice)", self._text[token.end :]
        )

    def _longest_known(self, number: int) -> int | None:
        """The last token of the longest run from `number` that is a contact's name."""
        best = None
        joined = ""
        for last in range(number, min(number + 5, len(self._tokens))):
            token = self._tokens[last]
            if last > number and token.start - self._tokens[last - 1].end > 1:
                break
            joined += ("" if not joined or self._tokens[last - 1].text[-1:] in "'’" else " ") + token.key
            if self._known.get(joined):
                best = last
        return best

    def _known_anywhere(self) -> Iterator[Who]:
        """Contacts by their whole name, and by a given name, with its capital, that does something."""
        number = 0
        while number < len(self._tokens):
            token = self._tokens[number]
            last = self._longest_known(number)
            if last is None or self._text[max(0, token.start - 1) : token.start] in ("#", "@", "."):
                number += 1
                continue
            end = self._tokens[last].end
            if last > number:
                if not self._possessive(last, "") and self._extent(number) <= last:
                    yield self._who(number, last, "")
            elif token.is_name_like and self._extent(number) == number and self._does_something(end):
                yield self._who(number, last, "")
            number = last + 1

    def _does_something(self, end: int) -> bool:
        return bool(AFTER.match(foldmap(self._text[end : end + 40])))

    def _subject(self) -> Who | None:
        """A whole name that the sentence begins with and that does something: "Anne Roux m'a appelée"."""
        if not self._tokens:
            return None
        titled = self._tokens[0].key.rstrip(".") in TITLES and len(self._tokens) > 1
        number = 1 if titled else 0
        last = self._extent(number)
        words = self._tokens[number : last + 1]
        if not words or (len(words) < 2 and not titled and words[0].key not in GIVEN_NAMES):
            return None
        rest = self._text[words[-1].end :]
        does = self._does_something(words[-1].end)
        listed = (len(words) > 1 or titled) and re.match(r" ?(?:\([^()]{1,60}\))? ?[,:]", rest)
        joined = re.match(r" (?:et|and|&) [A-ZÉÈÀÂÎÔÛÇ]", rest) and len(words) > 1
        if not (does or listed or joined or titled) or not self._is_person(words, titled, ""):
            return None
        who = self._who(number, last, "")
        return Who(who.name, who.start, who.end, who.candidates, titled and len(words) == 1)

    def _extent(self, number: int, *, any_word: bool = False) -> int:
        """The last token of the name that begins at `number`; less than `number` where none does."""
        words = self._tokens
        if number >= len(words):
            return number - 1
        titled = number > 0 and words[number - 1].key.rstrip(".") in TITLES
        named = titled and words[number].is_name_like and words[number].key in PARTICLES  # "Mme Le Floch"
        if not (any_word or named or self._may_stand(words[number])):
            return number - 1
        last = number
        while last + 1 < len(words) and last - number < 5:
            if folded(words[last].text).endswith("'s"):
                break
            step = last + 1
            while (
                step < len(words)
                and words[step].key in PARTICLES
                and not words[step].shouted
                and self._adjoins(step)
                and step - last < 4
            ):
                step += 1
            if step >= len(words) or not self._adjoins(step) or not self._may_stand(words[step]):
                break
            particles = step > last + 1
            if (
                words[step].key in PARTICLES
                and words[step].shouted
                and not (step + 1 < len(words) and words[step + 1].shouted)
            ):
                break
            if particles and self._is_elsewhere(words[step], words[last + 1]):
                break
            if any_word and not words[step].is_name_like:
                break
            last = step
        return last

    def _adjoins(self, number: int) -> bool:
        gap = self._text[self._tokens[number - 1].end : self._tokens[number].start]
        return gap == " " or (gap == "" and self._tokens[number - 1].text[-1:] in "'’.-")

    def _may_stand(self, token: Token) -> bool:
        """Whether a word may be part of a name."""
        if not token.is_name_like or token.key in self._networks:
            return False
        if token.key in NOT_NAMES:
            return (
                token.key in GIVEN_NAMES or (token.shouted and token.key in PARTICLES) or self._is_month_in_name(token)
            )
        return (
            "." not in token.text.rstrip(".-")
            or bool(re.fullmatch(r"(?:[^\W\d_]\.-?)+", token.text))
            or "-" in token.text
        )

    def _is_month_in_name(self, token: Token) -> bool:
        """ "April Watson", "Nguyen Thi Mai": a month is part of a name where a family name follows, or a given name
        stands before and no number after."""
        number = self._at.get(token.start, len(self._tokens))
        if token.key in MONTHS and number and self._adjoins(number) and not re.match(r" ?\d", self._text[token.end :]):
            before = self._tokens[number - 1]
            if before.is_name_like and before.key not in NOT_NAMES and before.key.rstrip(".") not in TITLES:
                return True
        after = self._tokens[number + 1] if number + 1 < len(self._tokens) else None
        return (
            _may_be_given(token.key)
            and after is not None
            and after.is_name_like
            and self._adjoins(number + 1)
            and after.key not in NOT_NAMES
        )

    def _is_elsewhere(self, token: Token, particle: Token) -> bool:
        """After "de" or "d'": a firm, a town or letters, so "Claire de Lyon" is Claire."""
        key = token.key
        if particle.key not in ("de", "d", "du", "des", "la", "l", "le"):
            return False
        acronym = token.shouted and len(token.text) <= 5
        number = self._at[particle.start]
        article = particle.key == "de" and self._tokens[number + 1].key == "la"
        if article and key in _FAMILIES and not token.shouted:
            return False
        return (
            key in FIRMS or key in self._firms or key in TOWNS or key in FIRM_WORDS or key in self._networks or acronym
        )

    def _is_person(self, words: list[Token], titled: bool, marker: str) -> bool:
        keys = [word.key.rstrip(".") for word in words]
        whole = " ".join(keys)
        if whole in FIRMS or whole in self._firms or whole in self._networks or any(key in FIRM_WORDS for key in keys):
            return False
        if any(key in PRODUCTS for key in keys) or self._followed_by_thing(words[-1]):
            return False
        given = [key for key in keys if key in GIVEN_NAMES or any(part in GIVEN_NAMES for part in key.split("-"))]
        if titled:
            return not all(word.shouted and len(word.text) < 3 for word in words)
        if len(words) == 1:
            weak = marker in WEAK and not self._known.get(keys[0])
            return bool(given) and not weak and not (words[0].shouted and len(keys[0]) < 5) and keys[0] not in TOWNS
        name = self._text[words[0].start : words[-1].end]
        if any(nearly_named(name, one.name) for key in keys for one in self._known.get(key, ())):
            return True
        if _may_be_given(keys[0]) and not words[-1].shouted and keys[1] not in NOT_NAMES and marker not in WEAK:
            return True
        initial = bool(re.fullmatch(r"(?:[^\W\d_]\.-?)+", words[0].text))
        if initial:
            return True
        if keys[0] in GIVEN_NAMES or keys[0].split("-")[0] in GIVEN_NAMES:
            return not (len(words) == 2 and words[1].shouted and len(words[1].text) < 3) and keys[1] not in TOWNS
        mixed = (words[-1].shouted and not words[0].shouted) or (words[0].shouted and not words[-1].shouted)
        if given and (keys[-1] in GIVEN_NAMES):
            return True
        if mixed and any(len(word.text) > 3 for word in words if word.shouted):
            return True
        particle = any(
            token.key in PARTICLES for token in self._tokens if words[0].start < token.start < words[-1].start
        )
        return particle and marker not in WEAK and keys[0] not in TOWNS and keys[0] not in FIRMS

    def _followed_by_thing(self, last: Token) -> bool:
        """ "with Tom Baker Consulting", "the Jean Macé school": the name belongs to something."""
        return bool(
            re.match(
                r" (?:conference|conférence|team|training|workshop|award|prize|prix|foundation|group|account"
                r"|project|school|street|building|lecture"
                r"|Consulting|Ltd|Limited|SA\b|SAS\b|SARL\b|GmbH|Inc\b|& ?(?:Co|Cie|Fils|Sons|Associ)"
                r"|et (?:Associés|Cie|Fils)\b)",
                self._text[last.end :],
            )
        )

    def _who(self, first: int, last: int, marker: str) -> Who:
        start, end = self._tokens[first].start, self._tokens[last].end
        name = self._text[start:end]
        if folded(name).endswith("'s"):
            name, end = name[:-2], end - 2
        key = folded(name).rstrip(".")
        return Who(name, start, end, self._known.get(key, ()), marker=marker)


def _called_again(people: list[Who]) -> list[Who]:
    """ "Jeanne" after "Jeanne Roussel" is the same Jeanne, whoever else bears that name."""
    whole = [who for who in people if " " in who.name]

    def same(one: Who) -> Who:
        if " " in one.name:
            return one
        place = -1 if one.family_only else 0
        meant = {who.key: who for who in whole if folded(who.name).split(" ")[place] == folded(one.name)}
        if len(meant) != 1:
            return one
        [who] = meant.values()
        return replace(who, start=one.start, end=one.end, marker=one.marker)

    return [same(one) for one in people]
