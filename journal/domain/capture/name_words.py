"""Which words of a sentence make up a name, and whether that is a person's."""

from __future__ import annotations

import re
from collections.abc import Mapping

from journal.domain.capture.belongings import HAS_ROLE
from journal.domain.capture.given_names import GIVEN_NAMES
from journal.domain.capture.lexicon import FIRM_WORDS, FIRMS, NOT_NAMES, PARTICLES, PRODUCTS, TOWNS, words_of
from journal.domain.capture.look_ups import bearers, may_be_given
from journal.domain.capture.markers import TITLES, WEAK, Token, tokens
from journal.domain.capture.said import KnownPerson
from journal.domain.capture.time_words import MONTHS
from journal.domain.entry import folded
from journal.domain.likeness import nearly_named

_FAMILIES = words_of("roche")  # "de la Roche" is a family; the firm of that name takes no article


class NameWords:
    """The words of one text, as parts of names."""

    def __init__(
        self, text: str, known: Mapping[str, tuple[KnownPerson, ...]], networks: frozenset[str], firms: frozenset[str]
    ) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.at = {token.start: number for number, token in enumerate(self.tokens)}
        self.known = known
        self._networks = networks
        self._firms = firms

    def titled(self, number: int) -> str:
        """The title that stands before a word, "" without one."""
        before = self.tokens[number - 1].key.rstrip(".") if number > 0 else ""
        return before if before in TITLES else ""

    def possessive(self, last: int, marker: str) -> bool:
        """ "Anne's team" is not Anne; "Anne's birthday" is about her, but not met her."""
        token = self.tokens[last]
        return folded(token.text).endswith("'s") and not re.match(
            r" (?:birthday|anniversary|help|advice)", self.text[token.end :]
        )

    def extent(self, number: int, *, any_word: bool = False) -> int:
        """The last token of the name that begins at `number`; less than `number` where none does."""
        words = self.tokens
        if number >= len(words):
            return number - 1
        named = self.titled(number) and words[number].is_name_like and words[number].key in PARTICLES  # "Mme Le Floch"
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
                and self.adjoins(step)
                and step - last < 4
            ):
                step += 1
            if step >= len(words) or not self.adjoins(step) or not self._may_stand(words[step]):
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

    def is_network(self, number: int) -> bool:
        return self.tokens[number].key in self._networks

    def adjoins(self, number: int) -> bool:
        before = self.tokens[number - 1]
        gap = self.text[before.end : self.tokens[number].start]
        return gap == " " or (gap == "" and self.tokens[number - 1].text[-1:] in "'’.-")

    def _may_stand(self, token: Token) -> bool:
        """Whether a word may be part of a name."""
        if not token.is_name_like or token.key in self._networks:
            return False
        if token.key in NOT_NAMES:
            if len(token.text) == 1 and self._is_initial(self.at.get(token.start, 0)):
                return True
            return (
                token.key in GIVEN_NAMES or (token.shouted and token.key in PARTICLES) or self._is_month_in_name(token)
            )
        return (
            "." not in token.text.rstrip(".-")
            or bool(re.fullmatch(r"(?:[^\W\d_]\.-?)+", token.text))
            or "-" in token.text
        )

    def _is_initial(self, number: int) -> bool:
        """ "Claire M" — where no name follows, whose title it could be."""
        before = self.tokens[number - 1] if number else None
        after = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        named = before is not None and before.key in GIVEN_NAMES and before.is_name_like
        return named and not (after is not None and after.is_name_like and self.adjoins(number + 1))

    def _is_month_in_name(self, token: Token) -> bool:
        """ "April Watson", "Nguyen Thi Mai": a month is part of a name where a family name follows, or a given name
        stands before and no number after."""
        number = self.at.get(token.start, len(self.tokens))
        if token.key in MONTHS and number and self.adjoins(number) and not re.match(r" ?\d", self.text[token.end :]):
            before = self.tokens[number - 1]
            if before.is_name_like and before.key not in NOT_NAMES and before.key.rstrip(".") not in TITLES:
                return True
        after = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        return (
            may_be_given(token.key)
            and after is not None
            and after.is_name_like
            and self.adjoins(number + 1)
            and after.key not in NOT_NAMES
        )

    def _is_elsewhere(self, token: Token, particle: Token) -> bool:
        """After "de" or "d'": a firm, a town or letters, so "Claire de Lyon" is Claire."""
        key = token.key
        if particle.key not in ("de", "d", "du", "des", "la", "l", "le"):
            return False
        acronym = token.shouted and len(token.text) <= 5
        number = self.at[particle.start]
        article = particle.key == "de" and self.tokens[number + 1].key == "la"
        if article and key in _FAMILIES and not token.shouted:
            return False
        return (
            key in FIRMS or key in self._firms or key in TOWNS or key in FIRM_WORDS or key in self._networks or acronym
        )

    def is_person(self, words: list[Token], titled: bool, marker: str) -> bool:
        keys = [word.key.rstrip(".") for word in words]
        whole = " ".join(keys)
        if whole in FIRMS or whole in self._firms or whole in self._networks or any(key in FIRM_WORDS for key in keys):
            return False
        if any(key in PRODUCTS for key in keys) or self._followed_by_thing(words[-1]):
            return False
        if len(words) > 1 and marker and marker not in WEAK and HAS_ROLE.match(self.text, words[-1].end):
            return True  # "Salima Ould-Ahmed, office manager chez Doctolib"
        given = [key for key in keys if key in GIVEN_NAMES or any(part in GIVEN_NAMES for part in key.split("-"))]
        if titled:
            return not all(word.shouted and len(word.text) < 3 for word in words)
        if len(words) == 1:
            weak = marker in WEAK and not bearers(self.known, keys[0])
            return bool(given) and not weak and not (words[0].shouted and len(keys[0]) < 5) and keys[0] not in TOWNS
        name = self.text[words[0].start : words[-1].end]
        if any(nearly_named(name, one.name) for key in keys for one in bearers(self.known, key)):
            return True
        if may_be_given(keys[0]) and not words[-1].shouted and keys[1] not in NOT_NAMES and marker not in WEAK:
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
            token.key in PARTICLES for token in self.tokens if words[0].start < token.start < words[-1].start
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
                self.text[last.end :],
            )
        )
