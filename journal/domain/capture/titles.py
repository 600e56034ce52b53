"""A short title out of what is left of a sentence once day, length and tags are understood."""

from __future__ import annotations

import re

from journal.domain.entry import LONGEST_LINE, one_line

_LOOSE = re.compile(r"\s+([,;.)])|([,;(])\s*(?=[,;.)])|\(\s*\)")
_DOT = re.compile(r"[,;]+\s*([.!?])")
_TWICE = re.compile(r"([,;])(?:\s*[,;])+")  # around what is understood
_EDGES = " ,;:-–—>→"
_TAIL = re.compile(
    r"(?:[\s,]+(?:le|la|à|a|au|de|du|des|d['’]|en|pour|on|at|the|in|for|from|by|of|to|dès|vers|avant"
    r"|pendant|durant|environ|about|around|until|jusqu['’]au|during|et|and|à partir du?|a partir du?|starting"
    r"|dans la semaine du?|la semaine du?|the week of|d['’]ici|before|sometime|some time"
    r"|dans le courant d[e'’]|au cours d[e'’]|au total|in (?:all|total)))+$",
    re.IGNORECASE,
)
_THANKS = re.compile(r",? (?:grâce à|grace a|thanks to|merci à|merci) [^,;]{2,60}$", re.IGNORECASE)


def loose(words: str) -> str:
    """What stands before a day that is taken out, without the "on" or "à partir du" that belongs to it."""
    shorter = _TAIL.sub("", words.rstrip())
    return shorter + " " if shorter != words.rstrip() else words


def title_of(words: str, kind: str) -> str:
    """Cut to one line, without what hangs loose."""
    title = _LOOSE.sub(lambda match: match[1] or match[2] or "", one_line(words))
    title = _LOOSE.sub(lambda match: match[1] or match[2] or "", title)
    title = _DOT.sub(r"\1", _TWICE.sub(r"\1", title)).strip(_EDGES)
    title = title.removesuffix(".") if re.search(r"[^\W\d]{3}\.$", title) else title
    if kind == "learning" and "?" not in title:
        shorter = _THANKS.sub("", title)
        title = shorter if len(shorter) > 3 else title
    title = _TAIL.sub("", title).strip(_EDGES)
    if len(title) > LONGEST_LINE:
        title = title[: LONGEST_LINE - 1] + "…"
    return title[:1].upper() + title[1:] if kind in ("event",) else title


_LEAD = re.compile(
    r"^(?:(?:et|puis|ensuite|donc|alors|and|then|so|also|next|suite|todo|to do|à faire|action)\s*:?\s+)?"
    r"(?:(?:je dois|il faut|il faudra|faut|penser à|pense à|ne pas oublier d[e'’]|n['’]oublie pas d[e'’]"
    r"|promis d[e'’]|rappelle[- ]moi d[e'’]|à|a"
    r"|i must|i should|i need to|i have to|must|should|need to|to|remember to|don['’]t forget to"
    r"|remind me to|please|let['’]s|i promised to|promised to)\s*)?",
    re.IGNORECASE,
)
_HIM = re.compile(r"^(?:la |le |l['’])(?=\w+(?:er|ir|re)\b)", re.IGNORECASE)
_TO_HIM = re.compile(r"^(?:lui |leur )(?=\w)", re.IGNORECASE)
_HER = re.compile(r"\b(?:her|him)\b(?! \w+ing)", re.IGNORECASE)


def action_title(words: str, name: str | None) -> str:
    """What is to do, with the name of the one that "la", "lui" or "her" stands for."""
    title = _TAIL.sub("", one_line(words).strip(_EDGES)).strip(_EDGES)
    title = re.sub(r"\s+\.$", "", _LEAD.sub("", title, count=1) or title)
    if name:
        if _HIM.match(title):
            verb, _, rest = _HIM.sub("", title).partition(" ")
            title = f"{verb} {name} {rest}".strip()
        elif _TO_HIM.match(title):
            title = f"{_TO_HIM.sub('', title)} ({name})"
        elif _HER.search(title):
            title = _HER.sub(lambda _: name, title, count=1)
        elif len(title.split()) <= 2:
            title = f"{title} {name}"
    if len(title) > LONGEST_LINE:
        title = title[: LONGEST_LINE - 1] + "…"
    return title[:1].upper() + title[1:]


_ALONE = re.compile(
    r"(?:pr[eé]parer|r[eé]server|s['’]inscrire|inscrire|sign up|register|book|buy|acheter|commander|order"
    r"|lire|read|tester|test|try|essayer"
    r"|finir|finish|terminer|payer|pay|r[eé]gler|renouvel+er|renew|imprimer|print|prepare|draft|r[eé]diger"
    r"|compl[eé]ter|chercher|look (?:up|into)"
    r"|check|v[eé]rifier|update|file|sort|ranger|classer|scanner|plan|planifier|bloquer|create|cr[eé]er"
    r"|make|poster|publier|publish|post)\b",
    re.IGNORECASE,
)


def is_towards_somebody(words: str) -> bool:
    """Whether what is to do may be about the one met: "relancer", not "préparer la démo"."""
    title = _LEAD.sub("", one_line(words).strip(_EDGES), count=1)
    return not _ALONE.match(title) or bool(_HER.search(title))
