"""What the tests of the readers of tables share: samples, reading, and bringing the same file in twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.actions import bring_in
from journal.exchange.proposals import Proposed, Question, Rejected
from tests.journals import opened

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample files are not beside this checkout")


def entries(found):
    return [record.entry for record in found if isinstance(record, Proposed)]


def rejected(found):
    return [record for record in found if isinstance(record, Rejected)]


def questions(found):
    return [record for record in found if isinstance(record, Question)]


def csv_of(*lines, codec="utf-8"):
    return "\r\n".join((*lines, "")).encode(codec)


def twice(path, home):
    """(counts of the first time, counts of the second, how many entries the journal then holds per kind)."""
    told = []
    with opened(home / "twice.journal") as journal:
        for _ in range(2):
            shown = bring_in.preview(journal, paths=[path])
            bring_in.bring_in(journal, preview=shown)
            told.append((shown.new, shown.updated, shown.rejected))
        with journal.reading() as sql:
            held = dict(sql.execute("SELECT kind, count(*) FROM entry WHERE deleted_at IS NULL GROUP BY kind"))
    return told[0], told[1], held
