"""A text with some of it taken out, because it is understood already."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.capture.titles import loose


def blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def hidden(said: str, spans: Sequence[tuple[int, int]]) -> str:
    """With something that is neither word nor blank in place of what is understood already."""
    for start, end in spans:
        said = said[:start] + "\x01" * (end - start) + said[end:]
    return said


def without(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """A part of the text without some spans of it."""
    kept, at = [], start
    for first, last in sorted(spans):
        if first >= at:
            kept.append(loose(text[at:first]))
        at = max(at, last)
    kept.append(text[at:end] if at < end else "")
    return " ".join(kept)
