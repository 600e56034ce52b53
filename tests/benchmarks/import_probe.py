"""Started by run.py in a process of its own: 10,000 vCards brought into an empty journal, and only read.

python import_probe.py FOLDER ROUNDS prints one line of JSON: `parser` and `import`, seconds of each round.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CARDS = 10_000

CARD = """BEGIN:VCARD\r
VERSION:3.0\r
UID:urn:uuid:00000000-0000-4000-8000-{number:012d}\r
N:{family};{given};;;\r
FN:{given} {family}\r
ORG:{company};Direction générale\r
TITLE:Assistante de direction\r
EMAIL;TYPE=INTERNET,WORK:{mail}\r
TEL;TYPE=CELL:+33 6 {a:02d} {b:02d} 56 78\r
ADR;TYPE=WORK:;;12 rue de la République;Lyon;;69002;France\r
BDAY:19{b:02d}-05-17\r
CATEGORIES:Lyon,Assistantes\r
NOTE:Rencontrée au congrès\\, à Nantes.\\nPréfère le matin.\r
END:VCARD\r
"""
GIVEN = ("Claire", "Élodie", "Zoé", "Nathalie", "Françoise", "Anaïs", "Inès", "Hélène", "Jeanne", "Sophie", "Maud")
FAMILY = ("Dupont", "Lefèvre", "Martin", "Bénard", "Garnier", "Le Goff", "Petit", "Müller", "Nguyen", "Rossi")
COMPANIES = ("Nexans", "Œuvre sociale", "Métropole de Lyon", "Boiron", "SEB", "Banque Rhône-Alpes", "Renault Trucks")


def cards() -> bytes:
    made = []
    for number in range(CARDS):
        given, family = GIVEN[number % len(GIVEN)], f"{FAMILY[number % len(FAMILY)]} {number}"
        made.append(
            CARD.format(
                number=number, given=given, family=family, company=COMPANIES[number % len(COMPANIES)],
                mail=f"c{number}@nexans.example", a=number % 97, b=number % 89 + 10,
            )
        )  # fmt: skip
    return "".join(made).encode()


def measure(folder: Path, rounds: int) -> dict[str, list[float]]:
    from journal.actions.bring_in import bring_in, preview
    from journal.exchange import vcard
    from journal.store.journal import open_journal

    file = folder / "cards.vcf"
    file.write_bytes(cards())
    figures: dict[str, list[float]] = {"parser": [], "import": []}
    for number in range(rounds + 1):
        gc.collect()
        began = time.perf_counter()
        read = sum(1 for _ in vcard.read(file.read_bytes(), file.name))
        parsed = time.perf_counter() - began
        journal = open_journal(folder / f"journal{number}.db")
        journal.make_ready_to_write()
        gc.collect()
        began = time.perf_counter()
        seen = preview(journal, paths=[file])
        bring_in(journal, preview=seen)
        brought = time.perf_counter() - began
        journal.close()
        assert read == seen.new == CARDS, (read, seen.new)
        if number:  # the first round warms up
            figures["parser"].append(parsed)
            figures["import"].append(brought)
    return figures


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))), flush=True)
