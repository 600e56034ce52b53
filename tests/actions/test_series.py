"""Series of a calendar brought in: once or at each of their times, nothing doubled, and what is cut is said."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.actions import bring_in, entries, following, reading, series
from journal.domain.entry import Person
from journal.domain.event import Event
from journal.domain.lines import Wanted
from journal.domain.network import Network
from journal.exchange.calendar_series import rule_of, times
from journal.exchange.proposals import Repeats
from journal.store.journal import Journal

EACH = {series.KEY: series.EACH}
WORKSHOP = """BEGIN:VEVENT
UID:atelier
DTSTART;TZID=Romance Standard Time:20261006T090000
DTEND;TZID=Romance Standard Time:20261006T103000
RRULE:FREQ=WEEKLY;UNTIL=20261103T080000Z
EXDATE;TZID=Romance Standard Time:20261013T090000
SUMMARY:Atelier
DESCRIPTION:Apporter la liste
LOCATION:Lyon
END:VEVENT
BEGIN:VEVENT
UID:atelier
RECURRENCE-ID:20261020T070000Z
DTSTART;TZID=Romance Standard Time:20261021T140000
SUMMARY:Atelier (déplacé)
END:VEVENT
BEGIN:VEVENT
UID:atelier
RECURRENCE-ID;TZID=Romance Standard Time:20261027T090000
DTSTART;TZID=Romance Standard Time:20261027T090000
STATUS:CANCELLED
SUMMARY:Atelier
END:VEVENT
"""


def calendar(tmp_path: Path, *events: str, name: str = "agenda.ics") -> Path:
    path = tmp_path / name
    text = "\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *(event.strip() for event in events), "END:VCALENDAR", ""))
    path.write_bytes(text.replace("\n", "\r\n").encode())
    return path


def repeated(title: str, start: str, rule: str, more: str = "") -> str:
    lines = f"BEGIN:VEVENT\nUID:{title}\nDTSTART:{start}\nSUMMARY:{title}\nRRULE:{rule}\n{more}\nEND:VEVENT"
    return "\n".join(filter(None, lines.split("\n")))


def take_in(journal: Journal, path: Path, answers: dict[str, str] | None = None) -> bring_in.Preview:
    shown = bring_in.preview(journal, paths=[path], answers=answers or {})
    bring_in.bring_in(journal, preview=shown, answers=answers or {})
    return shown


def counts(shown: bring_in.Preview) -> tuple[int, int, int]:
    return shown.new, shown.updated, shown.unchanged


def events(journal: Journal) -> list[tuple[str, str, str]]:
    ids = [line.id for line in reading.page(journal, kind="event", wanted=Wanted(), limit=10_000)]
    found = [one for one in reading.entries(journal, ids=ids) if isinstance(one, Event)]
    return sorted(
        (one.starts_at.isoformat(timespec="minutes") if one.starts_at else "", one.title, one.status) for one in found
    )


def notes(shown: bring_in.Preview) -> list[str]:
    return [note.reason for file in shown.files for note in file.notes]


def test_a_series_at_each_of_its_times_with_what_was_moved_left_out_and_called_off(journal, tmp_path):
    path = calendar(tmp_path, WORKSHOP)
    shown = take_in(journal, path, EACH)
    assert notes(shown) == []
    assert events(journal) == [
        ("2026-10-06T09:00", "Atelier", "attended"),
        ("2026-10-21T14:00", "Atelier (déplacé)", "attended"),
        ("2026-10-27T09:00", "Atelier", "cancelled"),
        ("2026-11-03T09:00", "Atelier", "attended"),
    ]
    assert counts(bring_in.preview(journal, paths=[path], answers=EACH)) == (0, 0, 4)
    [first] = [
        line for line in reading.page(journal, kind="event", wanted=Wanted()) if line.date.startswith("2026-10-06")
    ]
    workshop = reading.entry(journal, entry_id=first.id)
    assert isinstance(workshop, Event)
    assert (workshop.notes, workshop.ends_at) == ("Apporter la liste", datetime(2026, 10, 6, 10, 30))


def test_until_she_says_otherwise_a_series_is_one_event_and_she_is_asked(journal, tmp_path):
    path = calendar(tmp_path, WORKSHOP)
    shown = take_in(journal, path)
    [question] = shown.files[0].questions
    assert (question.kind, question.answer, question.choices) == ("series", "once", ("once", "each"))
    assert question.details == {"count": "1", "titles": "Atelier"}
    assert len(events(journal)) == 3
    later = take_in(journal, path, EACH)
    assert counts(later)[0] == 1, "only the time that was not there yet: the first is known"
    assert len(events(journal)) == 4


def test_an_hour_that_changes_in_the_whole_series_changes_its_times_and_makes_no_new_ones(journal, tmp_path):
    take_in(journal, calendar(tmp_path, repeated("Cours", "20261201T180000", "FREQ=WEEKLY;COUNT=3")), EACH)
    later = repeated("Cours", "20261201T190000", "FREQ=WEEKLY;COUNT=3", "SEQUENCE:1")
    assert counts(take_in(journal, calendar(tmp_path, later), EACH)) == (0, 3, 0)
    assert [start[11:] for start, _, _ in events(journal)] == ["19:00"] * 3


def test_a_moved_time_that_comes_later_moves_the_one_that_was_there(journal, tmp_path):
    once = repeated("Cours", "20261201T180000", "FREQ=WEEKLY;COUNT=3")
    take_in(journal, calendar(tmp_path, once), EACH)
    moved = "BEGIN:VEVENT\nUID:Cours\nRECURRENCE-ID:20261208T180000\nDTSTART:20261209T200000\nSUMMARY:Cours\nEND:VEVENT"
    assert counts(take_in(journal, calendar(tmp_path, once, moved), EACH)) == (0, 1, 2)
    assert [start for start, _, _ in events(journal)] == ["2026-12-01T18:00", "2026-12-09T20:00", "2026-12-15T18:00"]


def test_what_is_cut_is_said(journal, tmp_path):
    path = calendar(
        tmp_path,
        repeated("Sans fin", "20260105T090000", "FREQ=MONTHLY"),
        repeated("Chaque jour", "20200101T090000", "FREQ=DAILY;COUNT=1000000000"),
        repeated("Chaque seconde", "20261201T090000", "FREQ=SECONDLY;COUNT=1000000000"),
        repeated("Jamais", "20261201T090000", "FREQ=DAILY;INTERVAL=0"),
        repeated("Trois fois", "20261201T090000", "FREQ=DAILY;COUNT=3"),
    )
    shown = bring_in.preview(journal, paths=[path], answers=EACH)
    assert {note.reason: note.details["titles"] for note in shown.files[0].notes} == {
        "series_rule": "Chaque seconde, Jamais",
        "series_goes_on": "Sans fin",
        "series_many": "Chaque jour",
    }
    counted: dict[str, int] = {}
    for item in shown.files[0].planned:
        counted[item.entry.heading] = counted.get(item.entry.heading, 0) + 1
    assert counted == {"Sans fin": 23, "Chaque jour": 400, "Chaque seconde": 1, "Jamais": 1, "Trois fois": 3}
    last = max(item.entry.starts_at for item in shown.files[0].planned if item.entry.heading == "Chaque jour")
    assert last == datetime(2027, 11, 24, 9), "the latest within a year"
    assert notes(bring_in.preview(journal, paths=[path])) == ["series_rule"]


def test_very_many_series_are_bounded_and_it_is_said(journal, tmp_path, monkeypatch):
    monkeypatch.setattr(series, "MOST_OF_ALL", 1000)
    path = calendar(tmp_path, *(repeated(f"S{n}", "20260101T090000", "FREQ=DAILY") for n in range(5)))
    shown = bring_in.preview(journal, paths=[path], answers=EACH)
    assert shown.new == 400 * 3 + 2
    assert "series_too_many" in notes(shown)


def test_what_she_planned_is_not_doubled_by_the_series_that_comes_in_later(journal, tmp_path):
    network = entries.create(journal, draft=Network(name="IMA")).created[-1]
    text = repeated("Webinaire", "20261207T120000", "FREQ=WEEKLY;COUNT=4")
    data = calendar(tmp_path, text).read_bytes()
    following.read_calendar(journal, network_id=network, data=data, name="ima.ics")
    offered = following.coming(journal, network_id=network)
    following.plan_event(journal, network_id=network, key=offered[0].key)
    following.plan_event(journal, network_id=network, key=offered[2].key)
    draft = Event(title="WEBINAIRE", starts_at=datetime(2026, 12, 28, 12), participants=(Person(name="Zoé"),))
    by_hand = entries.create(journal, draft=draft).created[-1]
    shown = take_in(journal, tmp_path / "agenda.ics", EACH)
    assert shown.new == 1
    assert [start for start, _, _ in events(journal)] == [f"2026-12-{day}T12:00" for day in ("07", "14", "21", "28")]
    mine = reading.entry(journal, entry_id=by_hand)
    assert isinstance(mine, Event)
    assert (mine.title, [person.name for person in mine.participants]) == ("WEBINAIRE", ["Zoé"])
    assert counts(take_in(journal, tmp_path / "agenda.ics", EACH)) == (0, 0, 4)
    assert [one.planned_id for one in following.coming(journal, network_id=network)].count(0) == 0


def test_two_events_of_one_calendar_at_one_time_stay_two(journal, tmp_path):
    one = "BEGIN:VEVENT\nUID:{0}\nDTSTART:20261201T090000\nSUMMARY:Appel\nEND:VEVENT"
    take_in(journal, calendar(tmp_path, one.format("a")))
    assert counts(take_in(journal, calendar(tmp_path, one.format("a"), one.format("b")))) == (1, 0, 1)
    assert len(events(journal)) == 2


def test_a_day_left_out_without_its_hour_is_left_out(journal, tmp_path):
    left_out = "EXDATE;VALUE=DATE:20261202"
    take_in(journal, calendar(tmp_path, repeated("Lotus", "20261201T090000", "FREQ=DAILY;COUNT=3", left_out)), EACH)
    assert [start[:10] for start, _, _ in events(journal)] == ["2026-12-01", "2026-12-03"]


DAYS = st.datetimes(datetime(2015, 1, 1), datetime(2026, 12, 31)).map(lambda m: m.replace(second=0, microsecond=0))
RULES = st.builds(
    lambda freq, interval, count, days: (
        f"FREQ={freq};INTERVAL={interval};COUNT={count}" + (f";BYDAY={days}" if freq == "WEEKLY" and days else "")
    ),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 4),
    st.integers(1, 12),
    st.sampled_from(["", "MO", "TU,TH", "MO,TU,WE,TH,FR"]),
)


@given(start=DAYS, rule=RULES, drop=st.sets(st.integers(0, 11), max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_times_are_those_of_the_standard(start, rule, drop):
    """Against dateutil asked straight, which reads a rule as RFC 5545 has it."""
    from dateutil.rrule import rrulestr

    event = Event(title="x", starts_at=start)
    whole = rule_of(rule, event)
    expected = {start, *rrulestr(rule, dtstart=start)}
    left_out = {moment for at, moment in enumerate(sorted(expected)) if at in drop}
    repeats = Repeats(whole, tuple(moment.isoformat(timespec="minutes") for moment in left_out))
    found = [one.starts_at for one in times(event, repeats, start, datetime(2200, 1, 1))]
    assert sorted(found) == sorted(expected - left_out)
