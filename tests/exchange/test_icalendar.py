"""Calendars read as they come: the samples one by one, single traps, hostile files, and our own whole again."""

import re
import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.contact import Contact
from journal.domain.entry import MOST_VALUES, Person
from journal.domain.event import HELP, STATUSES, TYPES, Event
from journal.domain.learning import Learning
from journal.domain.reminder import Reminder
from journal.exchange import icalendar, time_zones
from journal.exchange.calendar_moments import sure_rule
from journal.exchange.proposals import Proposed, Rejected
from journal.system import words

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "ics"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample calendars are not beside this checkout")


def records(text, encoding="utf-8"):
    return list(icalendar.read(text.encode(encoding), "x.ics"))


def taken(text, encoding="utf-8"):
    found = records(text, encoding)
    assert all(isinstance(record, Proposed) for record in found), found
    return found


def event(body, calendar=""):
    """The one event of a calendar with this body (a start and a title are given where it has none)."""
    if "DTSTART" not in body:
        body += "\nDTSTART:20240305T090000"
    if "SUMMARY" not in body:
        body += "\nSUMMARY:Réunion"
    (record,) = taken(f"BEGIN:VCALENDAR\n{calendar}\nBEGIN:VEVENT\nUID:1\n{body}\nEND:VEVENT\nEND:VCALENDAR\n")
    return record.entry


def sample(name):
    return list(icalendar.read((SAMPLES / name).read_bytes(), name))


# --- the samples ----------------------------------------------------------------------------------------------------

# file: (entries, reasons of those rejected), counted by reading the files.
COUNTS = {
    "Belgische32feestdagen.ics": (30, []),
    "Standup.ics": (1, []),
    "attendee-with-url.ics": (0, ["no_start"]),
    "bad_ms_tz.ics": (1, []),
    "biweekly-exdate-until.ics": (2, []),
    "blankTzid.ics": (1, []),
    "bom_calendar.ics": (0, []),
    "broken_ical.ics": (1, []),
    "calconnect2.ics": (1, []),
    "core.ics": (81, []),
    "duplicate-uid-sequence.ics": (4, []),
    "event-with-category.ics": (0, ["no_start"] * 5),
    "event_with_escaped_characters.ics": (0, ["no_start"]),
    "evolution2.ics": (1, []),
    "exchange_whole_day_moved_recurrence.ics": (2, []),
    "facebook_event.ics": (1, []),
    "google-recurrence-order.ics": (2, []),
    "groupwise.ics": (1, []),
    "issue85.ics": (1, []),
    "issue_101_icalendar_chokes_on_umlauts_in_organizer.ics": (1, []),
    "issue_53_description_parsed_properly.ics": (1, []),
    "issue_722_missing_timezones.ics": (1, ["no_start", "untitled", "no_start"]),
    "lastfm.ics": (33, []),
    "maritz.ics": (1, []),
    "meetup-timed-tz.ics": (1, []),
    "ms_timezones.ics": (4, []),
    "multi-event-basic.ics": (8, ["bad_date"]),
    "multiple_calendar_components.ics": (3, []),
    "multiple_calendars.ics": (2, []),
    "outlook-2010.ics": (1, []),
    "outlook_fr_romance_invitation.ics": (1, []),
    "restriction.ics": (1, ["no_start", "no_start"]),
    "rfc_7986_conferences.ics": (0, ["no_start"]),
    "tentative-apple-calendar.ics": (4, []),
    "test_with_multiple_tzids_in_vtimezone.ics": (1, []),
    "tripit-location-escaping.ics": (47, []),
    "utf8-french-calendar.ics": (1, ["no_due_date"]),
    "windows-quoted-tz-rrule.ics": (1, []),
    "x_location.ics": (1, []),
    "yearly-recurring-unicode.ics": (1, []),
}

# file: (which entry, what it must say).
VALUES = [
    ("Belgische32feestdagen.ics", 0, {"title": "Allerheiligen", "starts_at": datetime(2004, 11, 1), "all_day": True}),
    ("Belgische32feestdagen.ics", 0, {"ends_at": datetime(2004, 11, 1), "timezone": ""}),
    ("Standup.ics", 0, {"timezone": "Australia/Sydney", "starts_at": datetime(2009, 3, 10, 9, 30)}),
    ("bad_ms_tz.ics", 0, {"timezone": "America/New_York", "starts_at": datetime(2020, 8, 25, 10, 35)}),
    ("biweekly-exdate-until.ics", 1, {"timezone": "Europe/Kiev", "starts_at": datetime(2017, 8, 14, 17)}),
    (
        "blankTzid.ics",
        0,
        {"timezone": "", "starts_at": datetime(2015, 8, 26, 9), "title": "This event has been changed"},
    ),
    ("broken_ical.ics", 0, {"starts_at": datetime(2014, 4, 9, 9, 30)}),
    ("calconnect2.ics", 0, {"timezone": "US/Eastern", "title": "5 day daily repeating meeting"}),
    ("core.ics", 0, {"timezone": "America/Los_Angeles", "place": "BOF-1064", "ends_at": datetime(2004, 6, 30, 20, 30)}),
    ("evolution2.ics", 0, {"timezone": "Asia/Dubai", "link": "https://attendee.gotowebinar.com/register/XXX"}),
    ("exchange_whole_day_moved_recurrence.ics", 1, {"starts_at": datetime(2026, 2, 27), "all_day": True}),
    ("facebook_event.ics", 0, {"source": "facebook", "place": "TBC", "timezone": "UTC"}),
    ("facebook_event.ics", 0, {"link": "https://www.facebook.com/events/501511573641525/"}),
    ("groupwise.ics", 0, {"place": "CET Meeting Room", "participants": (Person(name="Jane Doe", role="organiser"),)}),
    ("issue85.ics", 0, {"timezone": "Europe/Berlin", "title": "Meeting in Berlin"}),
    ("issue_101_icalendar_chokes_on_umlauts_in_organizer.ics", 0, {"place": "im büro"}),
    ("issue_53_description_parsed_properly.ics", 0, {"link": "http://www.meetup.com/DevOpsDC/events/47635522/"}),
    ("maritz.ics", 0, {"title": "Foobar", "starts_at": datetime(2025, 7, 1), "notes": "RRULE:FREQ=YEARLY"}),
    ("meetup-timed-tz.ics", 0, {"timezone": "America/Phoenix", "starts_at": datetime(2011, 11, 9, 19)}),
    ("ms_timezones.ics", 1, {"timezone": "Europe/Berlin", "starts_at": datetime(2020, 6, 9, 9)}),
    ("ms_timezones.ics", 2, {"timezone": "America/Los_Angeles"}),
    ("ms_timezones.ics", 3, {"link": "https://bluejeans.com/7999979999"}),
    ("multi-event-basic.ics", 0, {"place": "Stockholm, Sweden", "ends_at": datetime(2011, 3, 14)}),
    ("multi-event-basic.ics", 2, {"starts_at": datetime(2011, 5, 2), "ends_at": datetime(2011, 5, 3)}),
    ("multiple_calendar_components.ics", 0, {"title": "Christmas Day", "starts_at": datetime(2003, 12, 25)}),
    ("multiple_calendars.ics", 0, {"title": "Conference", "timezone": "UTC"}),
    ("outlook-2010.ics", 0, {"timezone": "America/New_York", "place": "Auditorium 16", "title": "Team Meeting"}),
    ("outlook_fr_romance_invitation.ics", 0, {"timezone": "Europe/Paris", "starts_at": datetime(2026, 12, 10, 9)}),
    ("restriction.ics", 0, {"confidential": True, "tags": ("BUSINESS", "HUMAN RESOURCES"), "status": "maybe"}),
    ("tentative-apple-calendar.ics", 0, {"status": "maybe", "starts_at": datetime(2022, 7, 4, 16)}),
    ("tentative-apple-calendar.ics", 2, {"status": "cancelled"}),
    ("test_with_multiple_tzids_in_vtimezone.ics", 0, {"timezone": "", "tags": ("School Events",)}),
    ("tripit-location-escaping.ics", 0, {"title": "South San Francisco, CA, October 2011;"}),
    ("tripit-location-escaping.ics", 2, {"timezone": "UTC", "starts_at": datetime(2011, 10, 11, 14, 45)}),
    ("utf8-french-calendar.ics", 0, {"title": "Migrer le blog", "tags": ("Projets",)}),
    ("windows-quoted-tz-rrule.ics", 0, {"timezone": "America/New_York", "ends_at": datetime(2015, 7, 6, 16)}),
    ("x_location.ics", 0, {"place": "Roadstar 16, 12764 Happyville, Denmark", "timezone": "Europe/Zurich"}),
    ("yearly-recurring-unicode.ics", 0, {"title": "Fête Nationale - Férié", "timezone": ""}),
]


@needs_samples
def test_every_sample_is_counted():
    assert {path.name for path in SAMPLES.glob("*.ics")} == set(COUNTS)


@needs_samples
@pytest.mark.parametrize("name", COUNTS)
def test_a_sample_gives_what_is_in_it(name):
    found = sample(name)
    count, reasons = COUNTS[name]
    assert [record.reason for record in found if isinstance(record, Rejected)] == reasons
    assert sum(isinstance(record, Proposed) for record in found) == count
    lines = (SAMPLES / name).read_bytes().replace(b"\r\n", b"\n").split(b"\n")
    for record in found:
        assert lines[record.line - 1].lstrip(b"\xef\xbb\xbf").startswith((b"BEGIN:VEVENT", b"BEGIN:VTODO"))


@needs_samples
@pytest.mark.parametrize(("name", "which", "said"), VALUES)
def test_a_sample_says(name, which, said):
    entry = [record for record in sample(name) if isinstance(record, Proposed)][which].entry
    assert {field: getattr(entry, field) for field in said} == said


@needs_samples
def test_people_of_a_sample():
    entry = sample("facebook_event.ics")[0].entry
    assert [(p.name, p.role) for p in entry.participants] == [
        ("Jjjj Bbbbb", "organiser"),
        ("Bbbbb Wwwwww", ""),
        ("Pppp Tttttt", ""),
    ]
    # No name anywhere: the address. A room is no person.
    entry = sample("multiple_calendars.ics")[0].entry
    assert [p.name for p in entry.participants] == ["B", "BIG A", "C", "Hal", "E@example.com"]


@needs_samples
def test_states_of_one_uid_are_ordered():
    found = sample("duplicate-uid-sequence.ics")
    assert [(record.key[:5], record.revision[0]) for record in found] == [
        *(("dupli", 2), ("dupli", 0), ("newer", 1), ("newer", 3))
    ]
    master, moved = sorted(sample("google-recurrence-order.ics"), key=lambda record: record.key)
    assert moved.key == master.key + "/20260211"


@needs_samples
def test_a_done_task_stands_where_the_program_runs(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        entry = sample("utf8-french-calendar.ics")[0].entry
    finally:
        monkeypatch.undo()
        time.tzset()
    assert entry.done_at == datetime(2013, 7, 16, 4, 57, 45)  # 10:57 in Monaco


# --- single traps -----------------------------------------------------------------------------------------------------


def test_a_series_is_never_expanded_and_says_its_rule():
    found = event("DTSTART:20240101T100000\nRRULE:FREQ=SECONDLY;COUNT=999999999\nDESCRIPTION:Ordre du jour")
    assert found.notes == "Ordre du jour\n\nRRULE:FREQ=SECONDLY;COUNT=999999999"


@pytest.mark.parametrize(
    ("body", "starts", "ends", "all_day"),
    [
        ("DTSTART;VALUE=DATE:20240305\nDTEND;VALUE=DATE:20240308", (5, 0), (7, 0), True),
        ("DTSTART;VALUE=DATE:20240305\nDTEND;VALUE=DATE:20240305", (5, 0), (5, 0), True),
        ("DTSTART;VALUE=DATE:20240305\nDURATION:P2D", (5, 0), (6, 0), True),
        ("DTSTART:20240305", (5, 0), None, True),
        ("DTSTART:20240305T090000\nDURATION:PT1H30M", (5, 9), (5, 10, 30), False),
        ("DTSTART:20240305T090000\nDURATION:-PT1H", (5, 9), None, False),
        ("DTSTART:20240305T240000", (6, 0), None, False),
        (
            "DTSTART;TZID=Europe/Paris:20240305T000000\nDTEND;TZID=Europe/Paris:20240306T000000"
            "\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            *((5, 0), (5, 0), True),
        ),
        ("DTSTART;TZID=Europe/Paris:20240305T090000\nDTEND:20240305T090000Z", (5, 9), (5, 10), False),
    ],
)
def test_start_and_end(body, starts, ends, all_day):
    found = event(body)
    assert found.starts_at == datetime(2024, 3, *starts)
    assert found.ends_at == (datetime(2024, 3, *ends) if ends else None)
    assert found.all_day is all_day


def test_an_end_that_cannot_be_is_told_in_the_notes():
    found = event("DTSTART:20240305T090000\nDTEND:20240304T090000")
    assert (found.ends_at, found.notes) == (None, "DTEND:20240304T090000")


@pytest.mark.parametrize(
    ("called", "zone"),
    [
        ("Europe/Paris", "Europe/Paris"),
        ("europe/PARIS", "Europe/Paris"),
        ("Romance Standard Time", "Europe/Paris"),
        ('"Romance Standard Time"', "Europe/Paris"),
        ("Romance Daylight Time", "Europe/Paris"),
        ('"(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris"', "Europe/Paris"),
        ("/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris"),
        ("/mozilla.org/20050126_1/America/Argentina/Salta", "America/Argentina/Salta"),
        ("GMT+0200", "Etc/GMT-2"),
        ("UTC", "UTC"),
    ],
)
def test_zones_by_any_name(called, zone):
    found = event(f"DTSTART;TZID={called}:20240305T090000")
    assert (found.timezone, found.starts_at) == (zone, datetime(2024, 3, 5, 9))


def test_an_unknown_zone_is_floating_and_told():
    found = event("DTSTART;TZID=Chez nous:20240305T090000")
    assert (found.timezone, found.starts_at, found.notes) == ("", datetime(2024, 3, 5, 9), "TZID:Chez nous")


def _zone(name, winter, summer=""):
    parts = [
        "BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:{1}\nTZOFFSETTO:{0}\n"
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n"
        "BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:{0}\nTZOFFSETTO:{1}\n"
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\n"
    ]
    if not summer:
        parts = ["BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:{0}\nTZOFFSETTO:{0}\nEND:STANDARD\n"]
    return f"BEGIN:VTIMEZONE\nTZID:{name}\n{parts[0].format(winter, summer)}END:VTIMEZONE"


def test_a_zone_of_its_own_is_the_known_one_that_does_the_same():
    found = event("DTSTART;TZID=Chez nous:20240705T090000", _zone("Chez nous", "+0100", "+0200"))
    assert (found.timezone, found.starts_at) == ("Europe/Paris", datetime(2024, 7, 5, 9))


def test_a_fifth_sunday_is_the_last_one():
    zone = _zone("Chez nous", "+0100", "+0200").replace("-1SU", "5SU")  # March 2023 had four
    assert event("DTSTART;TZID=Chez nous:20230705T090000", zone).timezone == "Europe/Paris"


def test_a_zone_like_no_other_keeps_the_instant():
    found = event("DTSTART;TZID=Lune:20240705T090000", _zone("Lune", "+0121"))
    assert (found.timezone, found.starts_at) == ("UTC", datetime(2024, 7, 5, 7, 39))


def test_utc_is_shown_in_the_calendars_zone():
    body = "DTSTART:20240705T090000Z"
    assert event(body).timezone == "UTC"
    found = event(body, "X-WR-TIMEZONE:Europe/Paris")
    assert (found.timezone, found.starts_at) == ("Europe/Paris", datetime(2024, 7, 5, 11))
    assert event(body, _zone("Romance Standard Time", "+0100", "+0200")).timezone == "Europe/Paris"


def test_our_windows_names_are_those_of_cldr():
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    known = {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items() if not name.startswith("UTC")}
    assert time_zones.windows_names() == known
    assert all(time_zones.zone_info(zone) for zone in known.values())


@pytest.mark.parametrize(
    ("body", "link"),
    [
        ("URL:https://example.org/e", "https://example.org/e"),
        ("X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3a1/0", None),
        ("DESCRIPTION:Bonjour\\n<https://teams.microsoft.com/l/meetup-join/19%3a1/0>\\nCode 1", None),
        ("LOCATION:https://teams.microsoft.com/l/meetup-join/19%3a1/0", None),
        (
            "CONFERENCE;VALUE=URI;FEATURE=AUDIO:https://a.example.org\n"
            "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://v.example.org",
            "https://v.example.org",
        ),
        ("DESCRIPTION:Rejoindre https://us02web.zoom.us/j/123?pwd=x.", "https://us02web.zoom.us/j/123?pwd=x"),
        ("DESCRIPTION:https://meet.google.com/abc-defg-hij", "https://meet.google.com/abc-defg-hij"),
        ("DESCRIPTION:https://acme.webex.com/meet/anne", "https://acme.webex.com/meet/anne"),
        ("DESCRIPTION:Voir https://example.org", ""),
    ],
)
def test_the_link_to_join(body, link):
    assert event(body).link == ("https://teams.microsoft.com/l/meetup-join/19%3a1/0" if link is None else link)


def test_people_go_by_their_names():
    found = event(
        "ORGANIZER;CN=\"Martin; Élise\":mailto:elise@x.fr\nATTENDEE;CN='Bob^'s':MAILTO:bob@x.fr\n"
        "ATTENDEE:mailto:ELISE@x.fr\nATTENDEE;CUTYPE=ROOM;CN=Salle 4:mailto:s4@x.fr\nATTENDEE:mailto:no-reply@x.fr\n"
        "ATTENDEE:mailto:zoe@x.fr\nATTENDEE;ROLE=CHAIR:Paul Noé <paul@x.fr>"
    )
    names = [(p.name, p.role) for p in found.participants]
    assert names[0] == ("Martin; Élise", "organiser")
    assert [name for name, _ in names[1:]] == ['Bob"s', "ELISE@x.fr", "zoe@x.fr", "Paul Noé"]
    assert found.place == "Salle 4"


def test_html_is_reduced_to_text():
    html = 'DESCRIPTION:<p>Bonjour&nbsp\\;<b>à toutes</b><br>Lien : <a href="https://x.fr/a">ici</a></p><ul><li>un</li></ul>'
    assert event(html).notes == "Bonjour à toutes\nLien : ici (https://x.fr/a)\n\n- un"
    assert event("DESCRIPTION:a < b et c > d").notes == "a < b et c > d"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("STATUS:CANCELLED", "cancelled"),
        ("STATUS:TENTATIVE", "maybe"),
        ("STATUS:CONFIRMED", "planned"),
        ("PARTSTAT:DECLINED", "declined"),
        ("ATTENDEE;CN=Bob;PARTSTAT=DECLINED:mailto:bob@x.fr", "planned"),
    ],
)
def test_status(body, status):
    assert event(body).status == status


def test_a_title_is_found_elsewhere_or_missed():
    assert event("SUMMARY:\nDESCRIPTION:\\n Point RH\\nsuite").title == "Point RH"
    assert event("SUMMARY:\nLOCATION:Lyon").title == "Lyon"
    (record,) = records("BEGIN:VEVENT\nDTSTART:20240101\nEND:VEVENT")
    assert record == Rejected(1, "untitled", {"title": ""})


def test_long_lines_are_cut_and_kept_whole_in_the_notes():
    found = event(f"SUMMARY:{'é' * 800}\nLOCATION:{'x' * 900}")
    assert len(found.title) == 500 and found.notes == "é" * 800 + "\n" + "x" * 900


def test_more_people_than_fit_are_named_in_the_notes():
    found = event("\n".join(f"ATTENDEE;CN=P{n}:mailto:p{n}@x.fr" for n in range(MOST_VALUES + 2)))
    assert len(found.participants) == MOST_VALUES and found.notes == "P500, P501"


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_line_ends_and_encodings(ends, encoding):
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20240101\nSUMMARY:Fête à Noël\nEND:VEVENT\nEND:VCALENDAR\n"
    (record,) = taken(text.replace("\n", ends), encoding)
    assert record.entry.title == "Fête à Noël"


def test_folds_inside_characters_keep_the_line_numbers():
    raw = "SUMMARY:Été 🎉 à Évry".encode()
    folded = b"\n ".join(raw[i : i + 1] for i in range(len(raw)))
    data = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101\n" + folded + b"\nEND:VEVENT\nBEGIN:VEVENT\nEND:VEVENT\n"
    first, second = icalendar.read(data, "x")
    assert first.entry.title == "Été 🎉 à Évry"
    assert data.split(b"\n")[second.line - 1] == b"BEGIN:VEVENT" and second.line > len(raw)


def test_quoted_printable_of_vcalendar_1():
    found = event("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:R=C3=A9union =\nd=C3=A9but : 9 h")
    assert found.title == "Réunion début : 9 h"


def test_a_text_broken_without_folding_goes_on():
    assert event("DESCRIPTION:un\ndeux, encore\nLOCATION:Lyon").notes == "un\ndeux, encore"


def test_one_bad_component_never_loses_the_others():
    found = records(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20240101\nSUMMARY:un\nBEGIN:VALARM\nSUMMARY:non\nTRIGGER:-PT5M\n"
        "BEGIN:VEVENT\nUID:b\nDTSTART:hier\nSUMMARY:deux\nEND:VEVENT\nEND:VEVENT\nnonsense\nBEGIN:VFREEBUSY\nUID:f\n"
        "END:VFREEBUSY\nBEGIN:X-THING\nBEGIN:VALARM\nEND:VALARM\nEND:X-THING\n"
        "BEGIN:VEVENT\nUID:c\nDTSTART:20240102\nSUMMARY:trois\nEND:VEVENT\nEND:VCALENDAR\n"
        "BEGIN:VEVENT\nUID:d\nDTSTART:20240103\nSUMMARY:quatre\nDESCRIPTION:coup"
    )
    said = [(r.line, r.entry.heading if isinstance(r, Proposed) else r.reason) for r in found]
    assert said == [
        *((2, "un"), (9, "bad_date"), (16, "free_busy"), (19, "unknown_component"), (23, "trois"), (29, "unfinished"))
    ]


def test_keys_where_the_uid_is_missing_or_not_unique():
    one = "BEGIN:VEVENT\nDTSTART:20240101\nSUMMARY:un\nEND:VEVENT\n"
    keys = [record.key for record in taken(one + one.replace(":un", ":deux") + one)]
    assert keys[0] == keys[2] != keys[1]
    same = "BEGIN:VEVENT\nUID:1\nDTSTART:2024010{0}\nSUMMARY:jour {0}\nDTSTAMP:20240101T000000Z\nEND:VEVENT\n"
    found = taken("".join(same.format(day) for day in (1, 2, 1)))
    assert found[0].key == found[2].key == "1" and found[1].key.startswith("1#")


def test_tasks_and_journals():
    (task, started, cancelled, learning) = taken(
        "BEGIN:VTODO\nSUMMARY:Appeler\nDUE;VALUE=DATE:20240105\nRRULE:FREQ=MONTHLY;INTERVAL=3\nEND:VTODO\n"
        "BEGIN:VTODO\nSUMMARY:Lire\nDTSTART:20240105T100000\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n"
        "END:VTODO\nBEGIN:VTODO\nSUMMARY:Non\nDUE:20240105T100000\nSTATUS:CANCELLED\nEND:VTODO\n"
        "BEGIN:VJOURNAL\nSUMMARY:Astuce\nDTSTART;VALUE=DATE:20240106\nDESCRIPTION:Trier\\nles mails\nEND:VJOURNAL"
    )
    assert task.entry == Reminder(
        title="Appeler",
        due_at=datetime(2024, 1, 5, 9),
        repeats="FREQ=MONTHLY;INTERVAL=3",
        series_from=datetime(2024, 1, 5, 9),
        source="icalendar",
    )
    assert started.entry.due_at == datetime(2024, 1, 5, 11) and not started.entry.repeats
    assert started.entry.notes == "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    assert cancelled.entry.done_at == datetime(2024, 1, 5, 10)
    assert isinstance(learning.entry, Learning)
    assert (learning.entry.learned_on, learning.entry.body) == (date(2024, 1, 6), "Trier\nles mails")


@pytest.mark.parametrize(
    ("rule", "sure"),
    [
        *(("FREQ=WEEKLY;BYDAY=MO,TH;INTERVAL=2", True), ("FREQ=MONTHLY;BYDAY=-1FR", True), ("FREQ=DAILY", True)),
        *(("FREQ=MONTHLY;BYMONTHDAY=31", True), ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", False)),
        *(("FREQ=DAILY;INTERVAL=7;BYDAY=MO", False), ("FREQ=SECONDLY", False), ("BYDAY=MO", False), ("", False)),
    ],
)
def test_only_rules_sure_to_come_are_tried(rule, sure):
    assert bool(sure_rule(rule)) is sure


def test_every_reason_has_words_in_both_languages():
    room = Path(icalendar.__file__).parent
    sources = [(room / f"{name}.py").read_text("utf-8") for name in ("icalendar", "calendar_fields", "linkedin")]
    reasons = {code for text in sources for code in re.findall(r'(?:Unreadable\(|Rejected\([\w.]+, )"(\w+)"', text)}
    assert {"no_start", "bad_date", "nameless_row"} <= reasons
    reasons |= {"free_busy", "unknown_component", "too_long", "year_out_of_range", "too_many_values"}
    for language in words.LANGUAGES:
        assert {f"rejected.{reason}" for reason in reasons} <= set(words.catalogue(language))


# --- hostile files ----------------------------------------------------------------------------------------------------

HOSTILE = {
    "nested": "BEGIN:VCALENDAR\n" + "BEGIN:X\n" * 10_000 + "END:X\n" * 10_000,
    "nested and different": "".join(f"BEGIN:X{n}\n" for n in range(10_000))
    + "".join(f"END:X{n}\n" for n in range(10_000)),
    "events in events": "BEGIN:VEVENT\n" * 10_000,
    "a long line": "BEGIN:VEVENT\nDTSTART:20240101\nSUMMARY:" + "a" * 10_000_000 + "\nEND:VEVENT",
    "quotes": "BEGIN:VEVENT\nATTENDEE;CN=" + '"' * 9_999_999 + ":x\nEND:VEVENT",
    "blank lines": "BEGIN:VEVENT\n\n " + "\n" * 5_000_000,
    "folds": "BEGIN:VEVENT\nSUMMARY:x" + "\n a" * 1_000_000 + "\nEND:VEVENT",
    "comments": "BEGIN:VEVENT\nDTSTART:20240101\nSUMMARY:x\nDESCRIPTION:<br>" + "<!--" * 200_000 + "\nEND:VEVENT",
    "tags": "BEGIN:VEVENT\nDTSTART:20240101\nSUMMARY:x\nDESCRIPTION:<br>" + "<a href=" * 100_000 + "\nEND:VEVENT",
    "garbage": "BEGIN:VEVENT\nSUMMARY:x\n" + "!no line\n" * 300_000 + "END:VEVENT",
    "rules": "".join(
        f"BEGIN:VTODO\nDUE:20240101\nSUMMARY:x\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;INTERVAL={n}\n{own}END:VTODO\n"
        for n in range(1, 500)
        for own in ("", 'X-JOURNAL:{"kind":"reminder"}\n')
    ),
    "zones": "BEGIN:VCALENDAR\n"
    + "".join(_zone(f"Z{n}", "+0123") + "\n" for n in range(2_000))
    + "".join(f"BEGIN:VEVENT\nDTSTART;TZID=Z{n}:20240101T000000\nSUMMARY:{n}\nEND:VEVENT\n" for n in range(2_000)),
    "numbers": "BEGIN:VEVENT\nDTSTART:20240101\nSUMMARY:x\nSEQUENCE:" + "9" * 100_000 + "\nEND:VEVENT",
    "json": "BEGIN:VEVENT\nDTSTART:20240101\nSUMMARY:x\nX-JOURNAL:" + "[" * 100_000 + "\nEND:VEVENT",
    "years": "BEGIN:VEVENT\nSUMMARY:x\nDTSTART;TZID=Asia/Tokyo:99991231T235959\nDURATION:P999999W\nEND:VEVENT\n"
    "BEGIN:VEVENT\nSUMMARY:x\nDTSTART:00010101T000000Z\nDTEND;TZID=Asia/Tokyo:00010101T000000\nEND:VEVENT",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_cost_little(name):
    data = HOSTILE[name].encode()
    started = time.process_time()
    list(icalendar.read(data, name))
    assert time.process_time() - started < 2


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 400))
def test_any_damage_is_borne(noise, at):
    whole = icalendar.write([FULL, Reminder(title="Appeler", due_at=datetime(2024, 1, 1))])
    at = min(at, len(whole))
    for record in icalendar.read(whole[:at] + noise + whole[at:], "x"):
        assert isinstance(record, Proposed | Rejected)
    list(icalendar.read(noise, "x"))
    icalendar.recognises(noise, "x")


# --- ours -------------------------------------------------------------------------------------------------------------

FULL = Event(
    uid="7c9e6679",
    title="Café, avec ; Zoé \\n",
    type="coffee",
    starts_at=datetime(2024, 3, 31, 2, 30),  # an hour Paris skips
    ends_at=datetime(2024, 3, 31, 4),
    timezone="Europe/Paris",
    place="Chez\\nous",
    link="https://x.fr/?a=1,2;3",
    network="FFMAS",
    participants=(Person(name='Élise "Zaza" Martin', role="organiser"), Person(name="Bob ^n")),
    hours=1.5,
    status="attended",
    outcome="ligne\n\nautre",
    help="given",
    notes="<p>gardé</p>\n" + "é" * 200,
    tags=("a,b", "c;d"),
    confidential=True,
    source="manual",
)

line_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=80)
some_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)
moments = st.datetimes(datetime(1800, 1, 2), datetime(2200, 12, 1)).map(lambda m: m.replace(microsecond=0))
people = st.lists(st.builds(Person, name=line_text, role=line_text), max_size=4).map(tuple)
tag_lists = st.lists(line_text, max_size=4).map(tuple)
events = st.builds(
    Event,
    uid=st.uuids().map(str),
    title=line_text,
    type=st.sampled_from(TYPES),
    starts_at=st.none() | moments,
    ends_at=st.none() | st.timedeltas(timedelta(0), timedelta(days=40)),
    all_day=st.booleans(),
    timezone=st.sampled_from(["", "Europe/Paris", "America/New_York", "UTC", "Chez nous"]),
    place=line_text,
    link=line_text,
    network=line_text,
    participants=people,
    hours=st.none() | st.floats(0, 100),
    status=st.sampled_from(STATUSES),
    outcome=some_text,
    help=st.sampled_from(HELP),
    notes=some_text,
    tags=tag_lists,
    confidential=st.booleans(),
    source=line_text,
)


def _possible(entry):
    if isinstance(entry, Event) and entry.ends_at is not None:
        length = timedelta(seconds=int(entry.ends_at.total_seconds()))
        entry = replace(entry, ends_at=entry.starts_at + length if entry.starts_at else datetime(2024, 1, 1))
    try:
        return entry.checked()
    except Exception:
        return None


@settings(max_examples=300, deadline=None)
@given(events.map(_possible).filter(bool))
def test_an_event_written_and_read_is_whole(entry):
    (record,) = icalendar.read(icalendar.write([entry]), "x.ics")
    assert isinstance(record, Proposed), record
    assert record.entry == entry and record.key == entry.uid


def test_a_full_event_is_whole():
    (record,) = icalendar.read(icalendar.write([FULL]), "x.ics")
    assert record.entry == FULL.checked()


@pytest.mark.parametrize("before", range(4))
def test_lines_are_short_and_no_character_is_cut(before):
    lines = icalendar.write([replace(FULL, notes="a" * before + "é🎉" * 100)]).split(b"\r\n")
    assert 70 < max(len(line) for line in lines) <= 75
    assert all(line.decode() for line in lines[:-1])


reminders = st.builds(
    Reminder,
    uid=st.uuids().map(str),
    title=line_text,
    due_at=moments,
    repeats=st.sampled_from(["", "FREQ=WEEKLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
    series_from=st.none() | moments,
    notes=some_text,
    snoozed_until=st.none() | moments,
    done_at=st.none() | moments,
    tags=tag_lists,
)


@settings(max_examples=100, deadline=None)
@given(reminders.map(_possible).filter(bool), st.booleans())
def test_a_reminder_written_and_read_is_whole(entry, as_event):
    (record,) = icalendar.read(icalendar.write([entry], reminders_as_events=as_event), "x.ics")
    assert record.entry == entry


def test_a_learning_written_and_read_is_whole():
    entry = Learning(
        uid="1",
        title="Astuce",
        type="question",
        body="a\nb",
        learned_on=date(2024, 1, 5),
        link="https://x.fr",
        people=(Person(name="Zoé", role="asked"),),
        state="answered",
        hours=2.0,
    ).checked()
    (record,) = icalendar.read(icalendar.write([entry, Contact(given_name="Zoé")]), "x.ics")
    assert record.entry == entry


def test_what_another_program_changed_stands():
    data = icalendar.write([FULL])
    for before, after in (
        (b"DTSTART:20240331T013000Z", b"DTSTART:20240402T080000Z"),
        (b"DTEND:20240331T020000Z", b"DTEND:20240402T090000Z"),
        (b"STATUS:CONFIRMED", b"STATUS:CANCELLED"),
    ):
        assert before in data
        data = data.replace(before, after)
    (record,) = icalendar.read(data, "x.ics")
    assert record.entry.starts_at == datetime(2024, 4, 2, 10) and record.entry.ends_at == datetime(2024, 4, 2, 11)
    assert (record.entry.status, record.entry.outcome) == ("cancelled", FULL.outcome)


def test_others_understand_what_is_written():
    import icalendar as library

    reminder = Reminder(title="Appeler Zoé", due_at=datetime(2024, 1, 1, 9), repeats="FREQ=WEEKLY")
    calendar = library.Calendar.from_ical(icalendar.write([FULL, reminder]))
    (found,) = calendar.walk("VEVENT")
    assert str(found["SUMMARY"]) == FULL.title and found.start.isoformat() == "2024-03-31T01:30:00+00:00"
    assert [attendee.params["CN"] for attendee in found["ATTENDEE"]][1] == "Bob ^n" and "ORGANIZER" not in found
    (task,) = calendar.walk("VTODO")
    assert task.walk("VALARM") and not [error for part in calendar.walk() for error in part.errors]
    (as_event,) = library.Calendar.from_ical(icalendar.write([reminder], reminders_as_events=True)).walk("VEVENT")
    assert as_event.walk("VALARM")


def test_a_shared_calendar_is_nobody_and_a_name_of_notes_is_one():
    found = event(
        "DTSTART:20240101T100000\nORGANIZER;CN=Perso:mailto:abc@group.calendar.google.com\n"
        'ATTENDEE;CN="Claire Brun/Paris/Acme":mailto:claire@acme.example\n'
        'ATTENDEE;CN="CN=Bo Gris/OU=Lyon/O=Acme":mailto:bo@acme.example'
    )
    assert [person.name for person in found.participants] == ["Claire Brun", "Bo Gris"]


def test_a_place_that_is_only_the_link_is_no_place():
    found = event("DTSTART:20240101T100000\nLOCATION:https://us02web.zoom.us/j/81234567890?pwd=abc")
    assert (found.place, found.link) == ("", "https://us02web.zoom.us/j/81234567890?pwd=abc")


def test_words_of_a_text_with_bare_line_breaks_are_no_properties():
    found = event("DESCRIPTION:Bonjour\nProgramme: accueil\nLien : https://x.example/a\nTRANSP:OPAQUE\nX-Foo:1")
    assert found.notes == "Bonjour\nProgramme: accueil\nLien : https://x.example/a"
    assert event("description:petit\ntransp:opaque\nlocation:Lyon").notes == "petit"


def test_a_department_behind_a_name_is_no_part_of_it():
    found = event('ORGANIZER;CN="DUPOND Marie (DRH)":mailto:m@x.example\nATTENDEE;CN=Jo Poe (Paie):mailto:j@x.example')
    assert found.participants == (Person(name="DUPOND Marie", role="organiser"), Person(name="Jo Poe", role="Paie"))


def test_a_length_that_cannot_be_is_told_in_the_notes():
    found = event("DTSTART:20240305T090000Z\nDURATION:-PT1H")
    assert (found.ends_at, found.notes) == (None, "DURATION:-PT1H")
