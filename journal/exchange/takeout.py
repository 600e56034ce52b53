"""Google's Takeout: its cards lie in folders named by their labels."""

from __future__ import annotations

import re

from journal.domain.entry import folded, one_line

_LABELLED = re.compile(r"(?:^|/)takeout/contacts/([^/]+)/[^/]+\.vcf$", re.IGNORECASE)
_EVERYBODY = frozenset(
    (
        *("my contacts", "all contacts", "other contacts", "starred in android", "mes contacts", "tous les contacts"),
        *("autres contacts", "favoris android", "favoris dans android", "marques d'une etoile dans android"),
    )
)


def label_of(path: str) -> str:
    """The label whose cards are in a file of Google's Takeout (Takeout/Contacts/IMA/IMA.vcf), "" for everybody's."""
    label = one_line(found[1])[:100] if (found := _LABELLED.search(path)) else ""
    return "" if folded(label) in _EVERYBODY else label
