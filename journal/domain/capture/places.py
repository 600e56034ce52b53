"""Where something happened: after "à", "chez", "at", "in"; rooms and street addresses; and in which network."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from journal.domain.capture.given_names import GIVEN_NAMES
from journal.domain.capture.lexicon import COUNTRIES, EVENT_TYPES, NOT_NAMES, PARTICLES, PRODUCTS, TOWNS, words_of
from journal.domain.capture.markers import tokens
from journal.domain.entry import folded
from journal.domain.network import OTHER_NAMES

NETWORKS = ("FFMAS", "IMA", "Viva Engage", "SharePoint", "LinkedIn", "Facebook")
_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_WORD = rf"(?:[{_UPPER}][\w'’-]*|\d{{1,3}}[A-Za-z]?\b)"
_LINK = r"(?:de la|de l['’]|du|des|de|d['’]|la|le|les|lès|l['’]|sur|sous|en|et|of the|of|the|upon|on|&|and|aux)"
_NAME = rf"[{_UPPER}][\w'’-]*(?: (?:{_LINK} ?){{0,2}}{_WORD}){{0,5}}"
_KINDS = (
    "bureau|cantine|restaurant|mairie|hôtel|hotel|siège|siege|gare|bibliothèque|brasserie|café|cafe"
    "|bistrot|centre|maison|musée|musee|palais|salle|lycée"
    "|université|hôtel de ville|forum|chambre de commerce|cci|préfecture|campus|château|tiers-lieu|cafétéria"
    "|cafeteria|salon|tour|office|canteen|hotel|station|library|head office|town hall"
    "|café|coffee shop|restaurant|pub|museum|hall|university|headquarters|hq"
)
_AT = re.compile(
    rf"(?<![\w#@])(?P<at>[Àà]|[Aa](?= [{_UPPER}])|[Aa]u|[Aa]ux|[Aa]t|[Ii]n|[Cc]hez|[Ee]n|[Nn]ear|[Pp]rès de|[Dd]ans|@)"
    rf" (?P<article>the |la |le |les |l['’]|our |their |notre |leur )?(?P<noun>(?:{_KINDS})(?: (?:de la"
    rf"|de l['’]|du|des|de|d['’]|of the|of) ?|(?= )[ ]))?(?P<name>{_NAME})"
)
_COMMON = re.compile(
    r"(?<![\w#@])(?P<at>au|à la|à l['’]|a la|a l'|aux|at the|at|in the)[ ]?(?P<place>siège|siege|bureau"
    r"|cantine|mairie|gare|bibliothèque|brasserie|cafétéria"
    r"|restaurant|office|canteen|head office|headquarters|hq|library|town hall|station)"
    r"(?= ?(?:$|[,;:.()#]|avec\b|with\b|on\b|le\b|hier\b|demain\b|yesterday\b|today\b|tomorrow\b|this\b"
    r"|at\b|à\b|pour\b|for\b|next\b|last\b|ce\b|cet\b|\d|\w+day\b|\w+di\b))"
)
_ROOM = re.compile(
    rf"(?<![\w#])(?P<name>(?:[Ss]alle|[Rr]oom|[Aa]mphi|[Mm]eeting room|[Bb]âtiment"
    rf"|[Bb]atiment) (?:[{_UPPER}][\w'’-]*(?: [{_UPPER}0-9][\w'’-]*){{0,3}}|[A-Z]?\d+(?:\.\d+)*\w?))"
)
_STREET = re.compile(
    rf"(?<!\w)(?P<name>\d{{1,4}}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.?|bd|boulevard|place|quai|cours"
    rf"|chemin|allée|allee|impasse|route|square) [^,;:()#@]{{2,60}}?"
    rf"(?:,? \d{{5}} {_NAME})?|\d{{1,4}}[A-Za-z]? (?:[{_UPPER}][\w'’-]* ){{1,3}}(?:Street|St|Road|Rd"
    rf"|Avenue|Ave|Lane|Square|Place|Row|Way|Drive)\b)"
    r"(?=[,;:()#]|$| (?:à|le|hier|demain|avec|at|on|with|from|de \d)\b)"
)
_ONLINE = re.compile(
    r"(?<![\w#@])(?:sur|via|on|par|over|en) (?P<name>Teams|Zoom|Google Meet|Meet|Webex|Skype|WhatsApp"
    r"|Microsoft Teams)(?!\w)",
    re.IGNORECASE,
)
# What says "à" of a person: "demander à Claire".
_GIVES = re.compile(
    r"(?:demand\w*|parl\w*|ecri\w*|grace|merci|montr\w*|envoy\w*|dit|dire|repon\w*|expliqu\w*|donn\w*"
    r"|telephon\w*|appel\w*|mails?|messages?|coup de fil|tel|transm\w*"
    r"|propos\w*|offer\w*|offr\w*|pens\w*|present\w*|rendre visite|pret\w*|appris|apprendre|face|quant"
    r"|suite|proud to|looked|look|good|interested|believe|help|specialis\w*"
    r"|inscri\w* |adher\w*|particip\w*|abonn\w*|cotis\w*|interess\w*|applied|working|work|trained|expert"
    r"|course|formation|training|cours) $"
)
_WORKING = re.compile(
    r"\b(?:contacts?|postes?|emploi|stage|job|role|position|homologue|counterpart|vacancy|opening|candidature"
    r"|embauche\w*"
    r"|recrute\w*|colleagues?|collegues?|travaille|bosse|works|working|worked|qui est|who is|maintenant|desormais"
    r"|now) $"
)
_NO_PLACE = words_of(
    "french, english, anglais, francais, german, spanish, italian, q1, q2, q3, q4, monday, tuesday, general, "
    "total, effet, plus, retenir, faire, noter, question, questions"
)
_STOP = re.compile(r"(?: (?:et|and|de|du|des|la|le|les|l['’]|d['’]|of|the|on|en|sur|&))+$")
_THINGS = words_of(
    "conference, meeting, training, lunch, dinner, breakfast, event, forum, party, workshop, congress, webinar, "
    "summit, awards, day, session, seminar, fair, show, gala, reception, congres, reunion, assemblee, formation, "
    "atelier, salon, soiree, journee, dejeuner, drinks"
)
MOST = 3


def find_place(
    text: str, taken: Sequence[tuple[int, int]], networks: frozenset[str]
) -> tuple[str, list[tuple[int, int]]]:
    """Where, "" where nothing says so, and where that stands. `taken`: what is already understood."""
    found: list[tuple[int, int, int]] = []
    for pattern in (_STREET, _ROOM, _AT, _ONLINE, _COMMON):
        for match in pattern.finditer(text):
            span = _place_of(pattern, match, text, taken, networks)
            if span is not None and not any(span[0] < end and start < span[1] for start, end, _ in found):
                found.append((*span, match.start()))
    found += [] if found else _beside_event(text, taken, networks)
    found.sort()
    places = [text[start:end].strip(" ,") for start, end, _ in found[:MOST]]
    if len(found) > 1 and any(folded(place) in _ONLINE_NAMES for place in places):
        found = [one for one in found if folded(text[one[0] : one[1]]) not in _ONLINE_NAMES]
        places = [text[start:end].strip(" ,") for start, end, _ in found[:MOST]]
    return ", ".join(dict.fromkeys(places)), [(begin, end) for _, end, begin in found[:MOST]]


def _beside_event(text: str, taken: Sequence[tuple[int, int]], networks: frozenset[str]) -> list[tuple[int, int, int]]:
    """ "Afterwork FFMAS Lyon": a town right after what it is, whose it is or when."""
    words = tokens(text)
    ends, starts = {end for _, end in taken}, {start for start, _ in taken}
    event = bool(words) and words[0].key in EVENT_TYPES
    for before, word in pairwise(words):
        town = word.is_name_like and word.key in TOWNS and word.key not in GIVEN_NAMES
        apart = not any(start < word.end and word.start < end for start, end in taken)
        named = before.key in networks or before.key in EVENT_TYPES
        behind = named and word.start - before.end == 1
        clock = re.match(r" (?:time|hours?)\b", text[word.end :])  # "Brussels time"
        last = word.end + 1 in starts or not text[word.end :].strip(" .")  # "Meetup assistantes Bordeaux le 15/01"
        beside = word.start - before.end == 1 and not before.is_name_like and before.key not in PARTICLES
        behind = behind or (event and last and beside and before.key not in NOT_NAMES)
        if town and apart and not clock and (behind or not ends.isdisjoint((word.start - 1, word.start - 2))):
            name = re.compile(rf"[\w'’-]+(?: [{_UPPER}][\w'’-]*){{0,2}}").match(text, word.start)
            end = name.end() if name else word.end
            end = end if not any(start < end and word.start < last for start, last in taken) else word.end
            return [(word.start, end, word.start)]
    return []


_ONLINE_NAMES = frozenset(("teams", "zoom", "google meet", "meet", "webex", "skype", "whatsapp", "microsoft teams"))


def _place_of(
    pattern: re.Pattern[str],
    match: re.Match[str],
    text: str,
    taken: Sequence[tuple[int, int]],
    networks: frozenset[str],
) -> tuple[int, int] | None:
    start, end = match.span("place" if pattern is _COMMON else "name")
    if pattern is _AT:
        if match["noun"]:
            start = match.start("noun")
        shorter = _shortened(text, match.start("name"), end, taken)
        if shorter is None or not _is_place(match, text, match.start("name"), shorter, networks):
            return None
        end = shorter
    if any(start < last and first < end for first, last in taken):
        return None
    if pattern is _STREET:
        town = re.compile(rf",? (?:\d{{5}} )?{_NAME}").match(text, end)
        end = town.end() if town and not re.search(r" (?:avec|with) ", town[0]) else end
    return start, end


def _shortened(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> int | None:
    """Where a run of capitals ends as a place: before what is something else, a day or a person."""
    for first, last in taken:
        if start < last and first < end:
            if first <= start:
                return None
            end = first
    for token in tokens(text[start:end])[1:]:
        linked = re.search(
            r"\b(?:des|de|du|of|the|la|l')['’ ]$", text[start : start + token.start]
        )  # "Palais des Congrès"
        if token.key in NOT_NAMES and token.key not in PARTICLES and token.is_name_like and not linked:
            end = start + token.start
            break
    shown = _STOP.sub("", text[start:end].rstrip(" ,.-"))
    return start + len(shown) if shown else None


def _is_place(match: re.Match[str], text: str, start: int, end: int, networks: frozenset[str]) -> bool:
    name = folded(text[start:end])
    words = name.split()
    at = folded(match["at"])
    before = folded(text[max(0, match.start() - 24) : match.start()]) + " "
    if (
        not words
        or name in networks
        or words[0] in networks
        or name in _NO_PLACE
        or name in PRODUCTS
        or words[0] in PRODUCTS
    ):
        return False
    if (
        all(word in NOT_NAMES for word in words)
        and not match["noun"]
        and not (match["article"] and name in ("cci", "caf", "cpam", "afpa", "cnam", "bbc"))
    ):
        return False
    if at == "chez" and re.search(r"\bde $", before):
        return False  # where somebody works, not where one met
    if at in ("chez", "at") and _WORKING.search(before):
        return False  # "the contact at Capgemini"
    if at in ("a", "au", "aux") and _GIVES.search(before) and name not in TOWNS:
        return False
    if (
        at in ("a", "at", "in", "en")
        and not match["article"]
        and name in GIVEN_NAMES
        and name not in TOWNS
        and name not in COUNTRIES
    ):
        return False
    if (
        at in ("a", "in", "at", "dans")
        and len(words) > 1
        and words[0] in GIVEN_NAMES
        and words[0] not in TOWNS
        and at == "a"
    ):
        return False
    if re.search(r"['’]s$", text[start:end]) and words[0] in GIVEN_NAMES:
        return False  # "at Helen's"
    after = re.match(r"(?:'s|’s)? ?([\w-]+)", text[end:])
    if match["article"] and at in ("at", "in") and after and folded(after[1]) in _THINGS:
        return False
    if at in ("at", "in") and words[-1] in _THINGS:
        return False
    if at == "en" and not (
        name in COUNTRIES
        or name in TOWNS
        or words[0] in ("belgique", "suisse", "bretagne", "normandie", "alsace", "provence")
    ):
        return False
    if at in ("au", "a") and words[0] in EVENT_TYPES and words[0] not in ("cafe", "salon", "resto", "forum"):
        return False
    return not (at in ("in", "dans") and match["article"] and not match["noun"])


# --- networks -----------------------------------------------------------------------------------------------------


def names_of(known: Sequence[str]) -> dict[str, str]:
    """Folded name -> the network's name: hers, the ready-made ones, and what they were called before."""
    found = {folded(name): name for name in NETWORKS}
    found.update(OTHER_NAMES)
    found.update({"linked in": "LinkedIn", "share point": "SharePoint", "vivaengage": "Viva Engage"})
    found.update({folded(name): name for name in known})
    return found


def find_networks(
    text: str, names: dict[str, str], taken: Sequence[tuple[int, int]] = ()
) -> list[tuple[str, int, int]]:
    """(network, start, end) for each that is named, in order. An ordinary word is one only with its capital."""
    words = tokens(text)
    found: list[tuple[str, int, int]] = []
    number = 0
    while number < len(words):
        best, joined = None, ""
        for last in range(number, min(number + 6, len(words))):
            if last > number and words[last].start - words[last - 1].end > 1:
                break
            joined += ("" if not joined or words[last - 1].text[-1:] in "'’" else " ") + words[last].key
            if joined in names and _meant(text, words[number].start, words[last].end, names[joined], joined, number):
                best = last
        if best is None:
            number += 1
            continue
        start, end = words[number].start, words[best].end
        if not any(start < last_ and first < end for first, last_ in taken):
            key = " ".join(word.key for word in words[number : best + 1])
            found.append((names.get(key, names.get(folded(text[start:end]), text[start:end])), start, end))
        number = best + 1
    return found


def _meant(text: str, start: int, end: int, name: str, key: str, number: int) -> bool:
    if (
        text[max(0, start - 1) : start] in ("#", "@", "/", ".")
        or text[end : end + 1] in ("@",)
        or re.match(r"\.\w", text[end:])
    ):
        return False
    said = text[start:end]
    distinct = key in (
        "ffmas",
        "euma",
        "yammer",
        "viva engage",
        "linkedin",
        "sharepoint",
        "facebook",
        "ima",
        "linked in",
        "share point",
        "vivaengage",
    )
    if distinct:
        return True
    if " " in key or any(c.isdigit() for c in key):
        return True
    shouted = sum(c.isupper() for c in name) > 1
    return said == name or (shouted and len(key) > 3) or (said[:1].isupper() and number > 0 and len(key) > 2)
