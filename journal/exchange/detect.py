"""Which format a file is in, by what it contains; its name is a hint at most. Adding a format is one line here."""

from __future__ import annotations

from journal.exchange import (
    any_table,
    archive,
    facebook,
    feeds,
    google_csv,
    icalendar,
    linkedin,
    linkedin_archive,
    opml,
    outlook_csv,
    sharepoint,
    tickets,
    vcard,
    viva_engage,
)
from journal.exchange.proposals import Format

# Asked in this order: those with an unmistakable beginning first.
_ALL: tuple[Format, ...] = (
    archive,
    vcard,
    icalendar,
    opml,
    feeds,
    facebook,
    sharepoint,
    linkedin,
    linkedin_archive,
    viva_engage,
    google_csv,
    outlook_csv,
    tickets,
    any_table,  # last: it takes whatever stands in columns
)

FORMATS: dict[str, Format] = {module.FORMAT: module for module in _ALL}

HEAD = 64 * 1024  # bytes that are enough to tell


def recognise(head: bytes, name: str) -> Format | None:
    """The format of a file that begins with `head`, None where no reader here knows it."""
    return next((module for module in _ALL if module.recognises(head[:HEAD], name)), None)
