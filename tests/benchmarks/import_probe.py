"""Started by run.py in a process of its own: vCards, calendar events or the rows of a table brought into an empty
journal, and only read.

python import_probe.py FOLDER ROUNDS vcard|icalendar|table RECORDS prints a line of JSON: `parser`, `import` and `raw`,
seconds of each round, and `peak`, bytes. `raw`: the rows the import has left, put by the bare driver into an empty
journal, in one transaction, with its indexes: the least that any import into this journal can take after its parser.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent

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
EVENT = """BEGIN:VEVENT\r
UID:{number:08d}@agenda.example\r
DTSTAMP:20260105T080000Z\r
DTSTART;TZID=Europe/Paris:20{year:02d}{month:02d}{day:02d}T{hour:02d}0000\r
DTEND;TZID=Europe/Paris:20{year:02d}{month:02d}{day:02d}T{hour:02d}4500\r
SUMMARY:Réunion {number} avec {company}\r
LOCATION:12 rue de la République\\, Lyon\r
DESCRIPTION:Ordre du jour : budget\\, déplacements.\\nPrévoir la salle.\r
CATEGORIES:Lyon,Réunions\r
STATUS:CONFIRMED\r
END:VEVENT\r
"""
GIVEN = ("Claire", "Élodie", "Zoé", "Nathalie", "Françoise", "Anaïs", "Inès", "Hélène", "Jeanne", "Sophie", "Maud")
FAMILY = ("Dupont", "Lefèvre", "Martin", "Bénard", "Garnier", "Le Goff", "Petit", "Müller", "Nguyen", "Rossi")
COMPANIES = ("Nexans", "Œuvre sociale", "Métropole de Lyon", "Boiron", "SEB", "Banque Rhône-Alpes", "Renault Trucks")


def cards(count: int) -> bytes:
    made = []
    for number in range(count):
        given, family = GIVEN[number % len(GIVEN)], f"{FAMILY[number % len(FAMILY)]} {number}"
        made.append(
            CARD.format(
                number=number, given=given, family=family, company=COMPANIES[number % len(COMPANIES)],
                mail=f"c{number}@nexans.example", a=number % 97, b=number % 89 + 10,
            )
        )  # fmt: skip
    return "".join(made).encode()


def events(count: int) -> bytes:
    made = [
        EVENT.format(
            number=number, company=COMPANIES[number % len(COMPANIES)], year=20 + number % 6, month=number % 12 + 1,
            day=number % 28 + 1, hour=number % 10 + 8,
        )
        for number in range(count)
    ]  # fmt: skip
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Agenda//EN\r\n{''.join(made)}END:VCALENDAR\r\n".encode()


def table(count: int) -> bytes:
    """As a spreadsheet in French saves it."""
    rows = [
        f"{GIVEN[number % len(GIVEN)]};{FAMILY[number % len(FAMILY)]} {number};{COMPANIES[number % len(COMPANIES)]};"
        f"Assistante;c{number}@nexans.example;+33 6 {number % 97:02d} {number % 89 + 10:02d} 56 78;Lyon;"
        f'"Rencontrée au congrès, à Nantes ; préfère le matin"'
        for number in range(count)
    ]
    return "\r\n".join(("Prénom;Nom;Société;Fonction;Courriel;Téléphone;Ville;Remarques", *rows, "")).encode("cp1252")


def file_of(folder: Path, what: str, count: int) -> Path:
    """A file of so many records."""
    make, ending = {"vcard": (cards, "vcf"), "icalendar": (events, "ics"), "table": (table, "csv")}[what]
    file = folder / f"{what}-{count}.{ending}"
    file.write_bytes(make(count))
    return file


def peak() -> int:
    """Bytes of memory this process has held at most."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


TABLES = ("entry", "contact", "event", "contact_value", "tag", "tagging", "change", "change_item", "origin", "search")


def rows_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """SQL that inserts a row -> the rows, of a journal that holds what was brought in."""
    import sqlcipher3.dbapi2 as driver

    found = {}
    sql = driver.connect(str(path))
    for table in TABLES:
        read = sql.execute(f"SELECT {'rowid, ' if table == 'search' else ''}* FROM {table}")
        names = [column[0] for column in read.description]
        insert = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        found[insert] = read.fetchall()
    sql.close()
    return found


def raw(path: Path, rows: dict[str, list[tuple[Any, ...]]]) -> float:
    from journal.store.journal import open_journal

    journal = open_journal(path)
    sql = journal._connect()  # as the writer's, with the same pragmas
    sql.execute("PRAGMA wal_autocheckpoint = 0")  # an import does not wait for the log to be copied either
    began = time.perf_counter()
    sql.execute("BEGIN IMMEDIATE")
    for insert, values in rows.items():
        sql.executemany(insert, values)
    sql.execute("COMMIT")
    took = time.perf_counter() - began
    journal.close()
    return took


def measure(folder: Path, rounds: int, what: str, count: int) -> dict[str, Any]:
    from journal.actions.bring_in import bring_in, preview
    from journal.exchange import any_table, icalendar, vcard
    from journal.exchange.proposals import Proposed
    from journal.store.journal import open_journal

    reader: Any = {"vcard": vcard, "icalendar": icalendar, "table": any_table}[what]
    file = file_of(folder, what, count)
    figures: dict[str, Any] = {"parser": [], "import": [], "raw": []}
    for number in range(rounds + 1):
        gc.collect()
        began = time.perf_counter()
        read = sum(1 for record in reader.read(file.read_bytes(), file.name) if type(record) is Proposed)
        parsed = time.perf_counter() - began
        path = folder / f"{file.name}-{number}.db"
        journal = open_journal(path)
        journal.make_ready_to_write()
        gc.collect()
        began = time.perf_counter()
        seen = preview(journal, paths=[file])
        bring_in(journal, preview=seen)
        brought = time.perf_counter() - began
        journal.close()
        assert read == seen.new == count, (read, seen.new)
        del seen
        if number:  # the first round warms up
            figures["parser"].append(parsed)
            figures["import"].append(brought)
    figures["peak"] = peak()
    rows = rows_of(path)
    for number in range(rounds):
        figures["raw"].append(raw(folder / f"{file.name}-raw{number}.db", rows))
    return figures


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4]))), flush=True)
