"""Files made to hang or to fill the memory, each the smallest of its kind that hurts a careless reader.

As a program, `python hostile_files.py NAME FOLDER` brings that one in and prints one line of JSON: {outcome, new,
rejected: [reason], processor: seconds, memory: MB}. It gives itself no more than TEN_TIMES the two seconds allowed.
"""

from __future__ import annotations

import io
import json
import random
import resource
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEN_TIMES = 20  # seconds of the processor


def card(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", "FN:Zoé Lefèvre", *lines, "END:VCARD", "")).encode()


def event(*lines: str) -> bytes:
    begin = ("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "SUMMARY:Réunion", "DTSTART:20260105T090000")
    return "\r\n".join((*begin, *lines, "END:VEVENT", "END:VCALENDAR", "")).encode()


def overrides(count: int) -> bytes:
    """Times of one series that were changed, on the same few days."""
    made = (
        f"BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID:2020{n % 12 + 1:02}{n % 28 + 1:02}T090000\r\n"
        f"DTSTART:20200101T090000\r\nSUMMARY:Réunion {n}\r\nEND:VEVENT\r\n"
        for n in range(count)
    )
    return "".join(("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", *made, "END:VCALENDAR\r\n")).encode()


def zipped(count: int, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as whole:
        for number in range(count):
            whole.writestr(f"{number}/table.csv", content)
    return packed.getvalue()


def noise(lines: int) -> bytes:
    """Lines of letters, commas, quotes and accents, the same ones each time."""
    chosen = random.Random(1)
    return "\n".join("".join(chosen.choices("abcdefghij ,;\"'é", k=30)) for _ in range(lines)).encode()


def rubbish(titles: str, first: str = "") -> Callable[[], bytes]:
    """A table under somebody's titles: 300,000 rows of letters and signs, two thousand different ones."""
    width = titles.count(",") + 1

    def made() -> bytes:
        chosen = random.Random(2)
        cells = iter(lambda: "".join(chosen.choices("abcdefghij éœ12@.", k=6)), None)
        rows = [",".join(next(cells) for _ in range(width)) for _ in range(2_000)]
        return f"{first}{titles}\n{(chr(10).join(rows) + chr(10)) * 150}".encode()

    return made


def nobodies(titles: str, first: str = "") -> Callable[[], bytes]:
    """A table of 300,000 rows that are all but empty."""
    row = ",".join("x" if at == titles.count(",") // 2 else "" for at in range(titles.count(",") + 1))
    return lambda: f"{first}{titles}\n{(row + chr(10)) * 300_000}".encode()


TABLES = {  # whose -> (titles, what stands before them)
    "Google": (
        "Name,Given Name,Family Name,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Value",
        "",
    ),
    "Outlook": ("First Name,Last Name,Company,Job Title,Business Phone,E-mail Address,Notes,Categories,Web Page", ""),
    "calendar": ("Subject,Start Date,Start Time,End Date,End Time,All day event,Description,Location", ""),
    "SharePoint": ("Title,Company,Email,Phone,Notes", 'ListSchema={"schemaXmlList":["<Field Name=x />"]}\n'),
    "ticket": ("Référence commande,Numéro de billet,Nom participant,Prénom participant,Email,Tarif,Campagne", ""),
    "LinkedIn": ("First Name,Last Name,URL,Email Address,Company,Position,Connected On", ""),
    "any": ("Nom,Prénom,Courriel,Société,Ville", ""),
}
CONNECTIONS = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"

# name -> (file name, contents, what is taken in of it)
FILES: dict[str, tuple[str, Callable[[], bytes], int]] = {
    "a thousand million occurrences": ("a.ics", lambda: event("RRULE:FREQ=SECONDLY;COUNT=1000000000"), 1),
    "a rule that stands still": ("a.ics", lambda: event("RRULE:FREQ=DAILY;INTERVAL=0"), 1),
    "a photo of 50 MB": ("a.vcf", lambda: card("PHOTO;ENCODING=b;TYPE=JPEG:" + "\r\n ".join(["A" * 74] * 700_000)), 1),
    "a line of 10 MB": ("a.vcf", lambda: card("NOTE:" + "x" * 10_000_000), 1),
    "a description of 10 MB": ("a.ics", lambda: event("DESCRIPTION:" + "y" * 10_000_000), 0),
    "components in components": (
        "a.ics",
        lambda: b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 10_000 + b"END:VEVENT\r\n" * 10_000 + b"END:VCALENDAR",
        0,
    ),
    "cards in cards": ("a.vcf", lambda: b"BEGIN:VCARD\r\n" * 10_000 + b"FN:x\r\n" + b"END:VCARD\r\n" * 10_000, 1),
    "200,000 phones": ("a.vcf", lambda: card(*(f"TEL:+33 6 {number:08}" for number in range(200_000))), 1),
    "100,000 guests": ("a.ics", lambda: event(*(f"ATTENDEE;CN=P{n}:mailto:p{n}@x.org" for n in range(100_000))), 1),
    "20,000 changed times of one series": ("a.ics", lambda: overrides(20_000), 20_000),
    "20,000 people of one address": (
        "a.csv",
        lambda: "".join(["Prénom;Nom;E-mail\n", *(f"A{n};B{n}x;tous@x.org\n" for n in range(20_000))]).encode(),
        20_000,
    ),
    "3,000 tables in one zip": ("a.zip", lambda: zipped(3_000, b"Foo,Bar\n1,2\n"), 0),
    "300,000 exceptions": (
        "a.ics",
        lambda: event("RRULE:FREQ=YEARLY", "EXDATE:" + ",".join(["20260105T090000"] * 300_000)),
        1,
    ),
    "300,000 parameters": ("a.vcf", lambda: card("TEL;" + ";".join(f"TYPE=x{n}" for n in range(300_000)) + ":1"), 1),
    "2,000,000 quotes": ("a.ics", lambda: event('ATTENDEE;CN="' + '"' * 2_000_000 + ":mailto:a@b.c"), 1),
    "quoted-printable without end": (
        "a.vcf",
        lambda: b"BEGIN:VCARD\r\nN:x;y\r\nNOTE;ENCODING=QUOTED-PRINTABLE:" + b"=41=\r\n" * 500_000 + b"\r\nEND:VCARD",
        1,
    ),
    "nothing but escapes": ("a.vcf", lambda: card("NOTE:" + "\\n\\," * 2_000_000), 1),
    "200,000 categories": ("a.vcf", lambda: card("CATEGORIES:" + ",".join(f"t{n}" for n in range(200_000))), 1),
    "a quote never closed": ("c.csv", lambda: CONNECTIONS + b'"a' * 1_000_000, 0),
    "a quote on each of 300,000 lines": ("c.csv", lambda: CONNECTIONS + b'"\n' * 300_000, 0),
    "20 MB of nothing": ("a.vcf", lambda: b"BEGIN:VCARD\r\n" + b"\0" * 20_000_000 + b"\r\nFN:a\r\nEND:VCARD\r\n", 1),
    "friends in seven million lists": ("f.json", lambda: b'{"friends_v2":[[' + b"[]," * 7_000_000, 0),
    "friends in lists in lists": ("f.json", lambda: b'{"friends_v2":[' + b'"friends":[' * 700_000, 0),
    "a friend of 60 MB": ("f.json", lambda: b'{"friends":[{"name":"' + b"x" * 60_000_000 + b'"}]}', 0),
    "100,000 friends of one name": (
        "f.json",
        lambda: b'{"friends":[' + b'{"name":"A B","timestamp":%d},' * 100_000 % tuple(range(0, 10**10, 10**5)) + b"]}",
        20_000,
    ),
    "a page of 500,000 boxes": (
        "friends.html",
        lambda: b"<html><body class='_5vb_'>" + b'<div class="_a6-g">x' * 500_000,
        0,
    ),
    "300,000 lines of noise": ("c.csv", lambda: noise(300_000), 0),
    "300,000 rows of nobody": ("c.csv", lambda: CONNECTIONS + b",,,,x,,\n" * 300_000, 0),
    "300,000 rows that say when and not what": (
        "c.csv",
        lambda: b"Titre;Date;Lieu\n" + b";99/99/9999;y\n" * 300_000,
        0,
    ),
    "300,000 messages of nobody": (
        "messages.csv",
        lambda: (
            b"CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE,CONTENT,FOLDER\n"
            + b"".join(b"%d,P%d,,,x,text,INBOX\n" % (number, number) for number in range(300_000))
        ),
        0,
    ),
    "300,000 conversations of others": (
        "Messages.csv",
        lambda: (
            b"thread_id,sender_id,sender_name,body,created_at\n"
            + b"".join(b"%d,%d,Zoe,text,2026\n" % (number, number) for number in range(300_000))
        ),
        0,
    ),
    **{f"300,000 {whose} rows of rubbish": ("c.csv", rubbish(*table), 0) for whose, table in TABLES.items()},
    **{f"300,000 {whose} rows of nobody": ("c.csv", nobodies(*table), 0) for whose, table in TABLES.items()},
    "JSON 200,000 deep": ("a.json", lambda: b"[" * 200_000 + b"]" * 200_000, 0),
}


def main(name: str, folder: Path) -> None:
    sys.path.insert(0, str(ROOT))
    from journal.actions import bring_in
    from journal.domain.errors import UserFacingError
    from journal.store.journal import open_journal

    file = folder / FILES[name][0]
    file.write_bytes(FILES[name][1]())
    journal = open_journal(folder / "mine.db")
    journal.make_ready_to_write()
    resource.setrlimit(resource.RLIMIT_CPU, (TEN_TIMES, TEN_TIMES))
    memory, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    told: dict[str, object] = {"outcome": "taken", "new": 0, "rejected": []}
    try:
        shown = bring_in.preview(journal, paths=[file])
        bring_in.bring_in(journal, preview=shown)
        told |= {"new": shown.new, "rejected": [item.reason for file in shown.files for item in file.rejected[:3]]}
    except UserFacingError as problem:
        told["outcome"] = problem.code
    told["processor"] = time.process_time() - begun
    told["memory"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) / 1024
    journal.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
