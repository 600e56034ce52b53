"""Who is named in a sentence: known contacts, and names where a word before them and capitals say so.

A wrong name is worse than none: firms, products, months, towns and networks are capitalised too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from journal.domain.capture.addressing import fits
from journal.domain.capture.given_names import GIVEN_NAMES
from journal.domain.capture.lexicon import PARTICLES, words_of
from journal.domain.capture.look_ups import (
    LONGEST_NAME,
    MOST_UNSURE,
    bearers,
    end_of_unsure,
    key_of,
    may_be_family,
    may_be_given,
)
from journal.domain.capture.markers import AFTER, TITLES, WEAK, foldmap, markers, tokens
from journal.domain.capture.name_words import NameWords
from journal.domain.capture.said import Known, KnownPerson, Who
from journal.domain.entry import folded

_ASIDE = words_of("about, sur, re, regarding, concernant, que, qui, who, that, a, au, to, et, and, ou, or")
_OF = words_of("of, for, pour, from, by, par, chez, at, in, s")
# After these a known given name in small letters is meant, too.
_SURELY = ("avec", "with", "grace a", "and", "to", " a")
_WORDS_TOO = words_of(
    "claire, rose, prudence, constance, ange, melodie, mark, bill, grant, dawn, pat, sue, art, jack, reine"
)
# Right after these a known given name is the one met: "rdv Nathalie".
_MEETINGS = words_of(
    "rdv, rv, rendez-vous, visio, dej, dejeuner, cafe, point, entretien, reunion, telephonique, tel, coffee, lunch,"
    " mtg,"
    " catch-up, meeting, call, appel, skype, teams, zoom"
)
# Of whom was spoken, and who was not there.
_SPOKEN_OF = re.compile(
    r"(?:parle\w*|discut\w*|reparle\w*|question|remplac\w* (?:de|par)|propos|sujet|nouvelles|cas|depart|arrivee|projet"
    r"|talked|talking|spoke|chatted|discussed|news|heard) (?:de|d'|du|about|of) ?$"
    r"|(?:about|regarding|re|concernant|discussed|remplacer|replacing|a la place de|instead of) $"
)


class Names:
    """The names in one text."""

    def __init__(self, text: str, known: Known, networks: frozenset[str]) -> None:
        self._words = NameWords(text, known.people, networks, known.firms)
        self._text, self._tokens = text, self._words.tokens
        self._known, self._nearly = known.people, known.nearly

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
            number = self._words.at.get(end)
            if number is not None and self._text[max(0, end - 1) : end] != "@":
                who = (
                    self._person(number, marker)
                    or self._further_on(number, marker)
                    or self._of_network(number, marker)
                    or self._in_apposition(number, marker)
                )
                if take(who) and who is not None:
                    for more in self._joined(who):
                        take(more)
        for number in range(2, len(self._tokens)):  # "Rdv M. Martin"
            title = self._words.titled(number)
            if title and self._tokens[number].is_name_like and self._tokens[number - 2].key in _MEETINGS:
                take(self._person(number, self._tokens[number - 2].key))
        for who in self._known_anywhere():
            if not (people and self._is_spoken_of(who)):
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
            if not self._words.adjoins(place) or self._tokens[place - 1].key in _ASIDE:
                return None
            token = self._tokens[place]
            if token.key in GIVEN_NAMES and token.is_name_like and self._words.extent(place) > place:
                return None if self._tokens[place - 1].key in PARTICLES | _OF else self._person(place, marker)
        return None

    def _of_network(self, number: int, marker: str) -> Who | None:
        """ "Appel avec la FFMAS, Valérie Castel"."""
        apart = number + 1 < len(self._tokens) and self._text[self._tokens[number].end :][:2] == ", "
        of_network = apart and self._words.is_network(number) and marker not in WEAK
        return self._person(number + 1, marker) if of_network and self._words.extent(number + 1) > number + 1 else None

    def _in_apposition(self, number: int, marker: str) -> Who | None:
        """ "With an old colleague, Grace Holloway": a given and a family name after what somebody is."""
        described = re.compile(r"[a-zà-ÿ'’ -]{3,40}, (?=[A-ZÀ-ÖØ-Þ])").match(self._text, self._tokens[number].start)
        place = self._words.at.get(described.end()) if described and marker not in WEAK else None
        if place is None or self._words.extent(place) <= place:
            return None
        given = self._tokens[place].key
        return self._person(place, marker) if given in GIVEN_NAMES or may_be_given(given) else None

    def _named_by_sign(self, start: int) -> Who | None:
        number = self._words.at.get(start)
        if number is None:
            return None
        longest = self._longest_known(number)
        if longest is not None:
            return self._who(number, longest, "@")
        last = self._words.extent(number, any_word=True)
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
            number = self._words.at.get(place)
            if number is not None and self._tokens[number].key.rstrip(".") in TITLES:
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
        nearly = self._nearly_named(number, marker)
        if nearly is not None:
            return nearly
        longest = self._longest_known(number)
        if longest is not None and not self._words.possessive(longest, marker):
            one = self._who(number, longest, marker)
            single = longest == number
            if not single or token.is_name_like or (marker not in WEAK and self._is_by_given_name(one, number)):
                extent = self._words.extent(number) if token.is_name_like else longest
                if extent <= longest and (not single or token.is_name_like or not may_be_given(token.key)):
                    return one
        if not token.is_name_like:
            return None
        last = self._words.extent(number)
        if last < number or self._words.possessive(last, marker):
            return None
        titled = bool(self._words.titled(number))
        if not self._words.is_person(self._tokens[number : last + 1], titled, marker):
            return None
        return self._who(number, last, marker)

    def _is_by_given_name(self, who: Who, number: int) -> bool:
        """In small letters a family name may be a word: "avec le petit groupe"."""
        known, name = who.known, folded(who.name)
        if known is None:
            return False
        if self._words.titled(number):
            return True
        sure = who.marker.endswith(_SURELY) or (name in GIVEN_NAMES and name not in _WORDS_TOO)
        return sure and folded(known.name).split(" ")[0].startswith(name)

    def _nearly_named(self, number: int, marker: str) -> Who | None:
        """Two words in small letters that are nearly a contact's name: she is asked."""
        last = end_of_unsure(self._tokens, number)
        if marker in WEAK or last is None:
            return None
        who = self._who(number, last, marker)
        near = self._nearly.get(key_of(self._text, self._tokens, number, last), ())
        if not near and may_be_family(self._tokens[last]):  # "sophie martin" where only another Sophie is known
            near = self._others_called(number)
        return replace(who, name=who.name.title(), near=near) if near and not who.candidates else None

    def _others_called(self, number: int) -> tuple[KnownPerson, ...]:
        key = self._tokens[number].key
        named = (one for one in bearers(self._known, key) if folded(one.name).split(" ")[0] == key)
        return tuple(named)[:MOST_UNSURE]

    def _longest_known(self, number: int) -> int | None:
        """The last token of the longest run from `number` that is a contact's name."""
        best = None
        family_first = self._tokens[number].key in PARTICLES and not self._words.titled(number)
        for last in range(number, min(number + LONGEST_NAME, len(self._tokens))):
            token = self._tokens[last]
            if last > number and token.start - self._tokens[last - 1].end > 1:
                break
            if family_first and not (token.is_name_like and token.key not in PARTICLES):
                continue  # "le petit" is no Mr Le Petit
            key = token.key if last == number else key_of(self._text, self._tokens, number, last)
            if bearers(self._known, key):
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
                titled = bool(self._words.titled(number))
                if (
                    not self._words.possessive(last, "")
                    and self._words.extent(number) <= last
                    and (titled or token.key not in PARTICLES)
                ):
                    yield self._who(number, last, "")
            elif self._words.titled(number) and token.is_name_like and self._words.extent(number) == number:
                yield self._who(number, last, "")  # "l'invitation de Mme Fontaine"
            elif (
                token.is_name_like
                and self._words.extent(number) == number
                and not (number and self._words.extent(number - 1) >= number)  # a family name alone is somebody else's
                and (self._does_something(end) or (number and self._tokens[number - 1].key in _MEETINGS))
            ):
                yield self._who(number, last, "")
            number = last + 1

    def _does_something(self, end: int) -> bool:
        after = re.sub(r"^ ?\([^()]{1,60}\)", "", self._text[end : end + 100])
        return bool(AFTER.match(foldmap(after[:40])))

    def _is_spoken_of(self, who: Who) -> bool:
        return bool(_SPOKEN_OF.search(foldmap(self._text[max(0, who.start - 40) : who.start])))

    def _subject(self) -> Who | None:
        """A whole name that the sentence begins with and that does something: "Anne Roux m'a appelée"."""
        if not self._tokens:
            return None
        titled = self._tokens[0].key.rstrip(".") in TITLES and len(self._tokens) > 1
        number = 1 if titled else 0
        last = self._words.extent(number)
        words = self._tokens[number : last + 1]
        if not words or (len(words) < 2 and not titled and words[0].key not in GIVEN_NAMES):
            return None
        rest = self._text[words[-1].end :]
        does = self._does_something(words[-1].end)
        listed = (len(words) > 1 or titled) and re.match(r" ?(?:\([^()]{1,60}\))? ?[,:]", rest)
        joined = re.match(r" (?:et|and|&) [A-ZÉÈÀÂÎÔÛÇ]", rest) and len(words) > 1
        if not (does or listed or joined or titled) or not self._words.is_person(words, titled, ""):
            return None
        return self._who(number, last, "")

    def _who(self, first: int, last: int, marker: str) -> Who:
        """Whoever the words from one to another name. After a title a single name is the family's, and those whom one
        would not address so are not meant."""
        start, end = self._tokens[first].start, self._tokens[last].end
        name = self._text[start:end]
        if folded(name).endswith("'s"):
            name, end = name[:-2], end - 2
        single = first == last
        key = self._tokens[first].key if single else key_of(self._text, self._tokens, first, last)
        candidates = bearers(self._known, key) or (() if single else self._by_initial(first, last))
        title = self._words.titled(first)
        family = bool(title) and all(token.key in PARTICLES for token in self._tokens[first:last])
        if title:
            candidates = tuple(one for one in candidates if fits(title, one.name))
        return Who(name, start, end, candidates, family, marker)

    def _by_initial(self, first: int, last: int) -> tuple[KnownPerson, ...]:
        """ "Claire D." or "C. Dupont": those of the known whose other name begins so."""
        given, family = self._tokens[first], self._tokens[last]
        if last != first + 1:
            return ()
        if len(family.key.rstrip(".")) == 1:
            letter, found, place = family.key[0], bearers(self._known, given.key), -1
        elif len(given.key.rstrip(".")) == 1:
            letter, found, place = given.key[0], bearers(self._known, family.key), 0
        else:
            return ()
        return tuple(one for one in found if _names(one.name)[place].startswith(letter) and len(_names(one.name)) > 1)


def people_in(text: str, end: int, known: Known, networks: frozenset[str]) -> list[Who]:
    """Everybody named in a text, in order; up to `end` it is an opening ("Café : Claire"), which is no name."""
    text = " " * end + text[end:]
    found = Names(text, known, networks).found()
    rest = text[end:].lstrip()
    away = len(text) - len(rest)
    for who in Names(rest, known, networks).found() if end and rest else ():
        moved = replace(who, start=who.start + away, end=who.end + away)
        if not any(moved.start < one.end and one.start < moved.end for one in found):
            found.append(moved)
    return sorted(found, key=lambda one: one.start)


def named_as_days(text: str, known: Known) -> str:
    """`text` without the months that are the given name of a contact whose family name follows: "for April Stone"."""
    words = tokens(text)
    for number, word in enumerate(words[:-1]):
        named = may_be_given(word.key) and word.is_name_like
        if named and bearers(known.people, key_of(text, words, number, number + 1)):
            text = text[: word.start] + "x" * (word.end - word.start) + text[word.end :]
    return text


def _names(name: str) -> list[str]:
    """The words of a name, without particles."""
    return [word for word in folded(name).split(" ") if word not in PARTICLES] or [""]


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
