"""A file's format is told by what is in it."""

from pathlib import Path

import pytest

from journal.exchange import detect

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not beside this checkout")

EXPECTED = [
    *(("ics/*.ics", "icalendar"), ("vcard/*.vcf", "vcard"), ("google-takeout/**/*.vcf", "vcard")),
    ("linkedin/*Connections.csv", "linkedin"),
    *(("google-csv/*.csv", "google-csv"), ("outlook-csv/*.csv", "outlook-csv"), ("tickets/*.csv", "tickets")),
    *(("sharepoint/*.csv", "sharepoint"), ("sharepoint/*.iqy", "sharepoint")),
]


def told(data, name="x"):
    found = detect.recognise(data, name)
    return found.FORMAT if found else ""


@needs_samples
@pytest.mark.parametrize(("pattern", "name"), EXPECTED)
def test_samples_are_told(pattern, name):
    paths = list(SAMPLES.glob(pattern))
    assert paths
    # An empty name: the ending is no help.
    assert {path.name: told(path.read_bytes()[: detect.HEAD], "") for path in paths} == {
        path.name: name for path in paths
    }


@needs_samples
def test_samples_of_other_formats_are_nobodys():
    known = {path for pattern, _ in EXPECTED for path in SAMPLES.glob(pattern)}
    others = [path for path in SAMPLES.rglob("*") if path.is_file() and path not in known]
    named = {path.name: told(path.read_bytes()[: detect.HEAD], path.name) for path in others}
    assert named
    assert {name: found for name, found in named.items() if found in ("icalendar", "linkedin", "vcard")} == {}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "icalendar"),
        (b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n", "icalendar"),
        (b"\r\n\r\n  begin:vevent\r\n", "icalendar"),
        ("BEGIN:VCALENDAR\n".encode("utf-16"), "icalendar"),
        (b"BEGIN\n :VCALENDAR\n", "icalendar"),
        (b"BEGIN:VCARD\r\nFN:BEGIN:VCALENDAR\r\nEND:VCARD", "vcard"),
        (b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n", "linkedin"),
        (b"", ""),
        (b"\x00\x01\x02\x03", ""),
        (b"PK\x03\x04", ""),
    ],
)
def test_content_decides(data, name):
    assert told(data, "export.ics") == told(data, "export.csv") == name


def test_columns_without_meaning_are_a_table_by_their_ending_only():
    data = b"Subject,Body\nx,BEGIN:VCALENDAR\n"
    assert told(data, "export.csv") == "table"
    assert told(data, "export.ics") == ""


def test_formats_go_by_their_names():
    assert {"icalendar", "linkedin", "vcard"} <= set(detect.FORMATS)
    assert all(name == module.FORMAT for name, module in detect.FORMATS.items())
