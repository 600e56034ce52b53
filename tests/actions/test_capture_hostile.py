"""Whatever is typed or pasted into the capture line, it gives an entry or a sentence, and nothing typed is lost."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.actions import capture, reading
from journal.domain.capture.said import Known
from journal.domain.capture.sentence import read
from journal.domain.entry import LONGEST_TEXT
from journal.domain.errors import UserFacingError
from journal.store.journal import Journal

NOW = datetime(2026, 11, 23, 10, 0)
PIECES = (
    *(
        "(",
        ")",
        "avec ",
        "Jean ",
        "et ",
        "and ",
        "à ",
        "at A ",
        "de la ",
        "demain ",
        "lundi ou ",
        "1h ",
        "de 9h à ",
        "1/",
    ),
    *(
        "#",
        "@",
        ": ",
        "; ",
        ", ",
        "%",
        "'",
        '"',
        "\\",
        "\u202e",
        "\u0301",
        "İ",
        "ﬁ",
        "مرحبا ",
        "🙂",
        "\x00",
        "\n",
        "la relancer ",
    ),
    *(
        "tous les ",
        "every ",
        "from 2 to ",
        "Question : ",
        "il y a ",
        "in ",
        "31 février ",
        "M. ",
        "99",
        "chez A de ",
        "-> ",
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    sentence = read(" ".join(text.split()), NOW, Known())
    assert sentence.kind in ("event", "learning", "reminder")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map("".join))
def test_whatever_is_kept_holds_the_whole_sentence(journal: Journal, text: str) -> None:
    try:
        changes = capture.capture(journal, text=text)
    except UserFacingError:
        return
    made = reading.entries(journal, ids=list(changes.created))
    [first] = [one for one in made if one.kind in ("event", "learning", "reminder")][:1]
    kept = [getattr(first, name, "") for name in ("notes", "body", "title")]
    assert any(one.split() == text.replace("\x00", "").split() for one in kept)


@pytest.mark.parametrize("pair", list(pairwise(PIECES)))
def test_the_same_again_and_again_is_read_at_once(pair: tuple[str, ...]) -> None:
    read(("".join(pair) * 2_000)[:2_000], NOW, Known())


@pytest.mark.parametrize(
    "text", ["a" * LONGEST_TEXT, "café avec Claire Dupont demain " * 30_000, "(" * 1_000, "#" * 100_000]
)
def test_a_megabyte_is_kept_whole(journal: Journal, text: str) -> None:
    changes = capture.capture(journal, text=text)
    [event] = [one for one in reading.entries(journal, ids=list(changes.created)) if one.kind == "event"]
    assert event.notes == text.strip()


def test_more_than_a_note_can_hold_is_said(journal: Journal) -> None:
    with pytest.raises(UserFacingError) as told:
        capture.capture(journal, text="a " * LONGEST_TEXT)
    assert told.value.code == "capture_too_long"
