"""Started by run.py in a process of its own: the contacts of a journal that may be one, found, and two of them merged.

python duplicates_probe.py JOURNAL ROUNDS prints one line of JSON: `contacts`, how many; `reading`, `likely` and
`merge`, seconds of each round: reading all contacts, finding the pairs (with reading them), one merge. What was merged
is undone.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


def measure(file: Path, rounds: int) -> dict[str, Any]:
    from journal.actions import duplicates, entries
    from journal.store.journal import open_journal
    from journal.store.reading import load

    journal = open_journal(file)
    journal.make_ready_to_write()
    figures: dict[str, Any] = {"reading": [], "likely": [], "merge": []}
    for _ in range(rounds):
        began = time.perf_counter()
        with journal.reading() as sql:
            ids = [row[0] for row in sql.execute("SELECT id FROM entry WHERE kind = 'contact' AND deleted_at IS NULL")]
            load(sql, ids, journal.now())
        figures["reading"].append(time.perf_counter() - began)
        began = time.perf_counter()
        pairs = duplicates.likely(journal)
        figures["likely"].append(time.perf_counter() - began)
        one, other = (pairs[0].contact_id, pairs[0].other_id) if pairs else (ids[0], ids[1])
        began = time.perf_counter()
        duplicates.merge(journal, contact_id=one, other_id=other)
        figures["merge"].append(time.perf_counter() - began)
        entries.undo(journal)
    journal.close()
    return {"contacts": len(ids), **figures}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))), flush=True)
