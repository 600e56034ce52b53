"""rhythm, pause, resume on the command line."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run


def test_rhythms_of_a_contact_a_tag_and_a_network(filled: Run) -> None:
    assert filled("rhythm", "contact", "2", "none", "--json").json["rhythm_days"] is None
    assert filled("rhythm", "network", "ffmas", "90", "--json").json == {
        "kind": "network", "id": 1, "name": "FFMAS", "people": 1, "keep_in_touch_days": 90
    }  # fmt: skip
    shown = filled("rhythm", "contact", "2", "--json").json
    assert (shown["keep_in_touch_days"], shown["rhythm_days"], shown["rhythm_from"]) == (None, 90, "FFMAS")
    assert shown["stage"] is None and shown["next_exchange_due"] == "2026-12-30"
    assert filled("rhythm", "tag", "#Excel", "30").out == "#excel: every 30 days, 1 person\n"
    assert filled("rhythm", "contact", "2", "--json").json["rhythm_from"] == "#excel"
    assert [one["id"] for one in filled("list", "contact", "--lapsed", "--json").json] == [2]
    assert [one["id"] for one in filled("due", "--json").json["lapsed"]] == [2]
    assert filled("rhythm").out.splitlines() == ["FFMAS: every 90 days, 1 person", "#excel: every 30 days, 1 person"]
    assert filled("rhythm", "contact", "2", "off", "--json").json["rhythm_days"] is None
    assert filled("due", "--json").json["lapsed"] == []
    assert filled("undo").status == 0
    assert [one["id"] for one in filled("due", "--json").json["lapsed"]] == [2]
    assert filled("rhythm", "tag", "excel", "none").status == 0
    assert filled("undo").status == 0
    assert filled("rhythm", "contact", "2", "--json").json["rhythm_days"] == 30


def test_a_pause_and_its_end(filled: Run) -> None:
    assert [one["id"] for one in filled("due", "--json").json["lapsed"]] == [2]
    assert filled("pause", "2", "in 3 months", "--json").json["paused_until"] == "2027-02-23"
    assert filled("due", "--json").json["lapsed"] == []
    assert "Paused until" in filled("rhythm", "contact", "2").out
    assert filled("resume", "2", "--json").json["paused_until"] is None
    assert [one["id"] for one in filled("due", "--json").json["lapsed"]] == [2]


def test_a_rhythm_proposed_from_the_past(filled: Run) -> None:
    for month in ("03", "04", "05", "06"):
        answer = filled("new", "event", "--title", "Call", "--starts-at", f"2026-{month}-02T09:00",
                        "--status", "attended", "--with", "2")  # fmt: skip
        assert answer.status == 0, answer.err
    assert filled("rhythm", "contact", "2", "--json").json["proposed_days"] == 30
    assert "From the past" in filled("rhythm", "contact", "2").out
    assert filled("rhythm", "contact", "2", "proposed", "--json").json["keep_in_touch_days"] == 30
    refused = filled("rhythm", "contact", "2", "proposed")
    assert (refused.status, refused.err.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        (("rhythm", "contact", "2", "0"), 1),
        (("rhythm", "contact", "2", "-3"), 1),
        (("rhythm", "tag", "excel", "9" * 30), 1),
        (("rhythm", "network", "FFMAS", "9" * 5000), 1),
        (("rhythm", "contact", "2", "often"), 1),
        (("rhythm", "contact", "4"), 1),
        (("rhythm", "tag", "nothing", "7"), 1),
        (("rhythm", "tag", "nothing"), 1),
        (("rhythm", "network", "nothing", "7"), 1),
        (("rhythm", "cat", "nothing"), 2),
        (("rhythm", "contact"), 2),
        (("rhythm", "contact", "x"), 2),
        (("pause", "2", "9999-01-01"), 1),
        (("pause", "2", "yesterday"), 1),
        (("pause", "2", "sometime"), 1),
        (("pause", "4", "tomorrow"), 1),
        (("resume", "999"), 1),
        (("edit", "contact", "2", "--keep-in-touch-days", "0"), 1),
    ],
)
def test_what_cannot_be_is_one_sentence(filled: Run, typed: tuple[str, ...], status: int) -> None:
    before = filled("rhythm", "contact", "2", "--json").json
    answer = filled(*typed)
    assert answer.status == status
    assert answer.out == "" and len(answer.err.splitlines()) == (1 if status == 1 else 2)
    assert "Traceback" not in answer.err
    assert filled("rhythm", "contact", "2", "--json").json == before


def test_days_that_return(filled: Run) -> None:
    assert filled("edit", "contact", "2", "--birthday", "--11-30").status == 0
    [birthday, renewal] = filled("days", "--json").json
    assert birthday == {
        "kind": "birthday",
        "day": "2026-11-30",
        "about": {"kind": "contact", "id": 2, "title": "Claire Dupont"},
        "years": None,
    }
    assert (renewal["kind"], renewal["about"]["title"]) == ("renewal", "FFMAS")
    assert [one["years"] for one in filled("days", "--ahead", "60", "--json").json if one["kind"] == "met"] == [1]
    assert "Birthday" in filled("days").out
    assert [one["kind"] for one in filled("days", "--off", "birthday", "--json").json] == ["renewal"]
    assert filled("days", "--off", "renewal").out.count("\n") == 1
    assert filled("due", "--json").json["renewals"] == []
    assert len(filled("days", "--on", "birthday", "--on", "renewal", "--json").json) == 2
    assert filled("undo").status == 0
    april = ("days", "--ahead", "366", "--json")
    assert [one["day"] for one in filled(*april).json if one["kind"] == "assistants"] == ["2027-04-21"]
    assert filled("days", "--region", "france").status == 0
    assert [one["day"] for one in filled(*april).json if one["kind"] == "assistants"] == ["2027-04-15"]


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        (("days", "--ahead", "367"), 1),
        (("days", "--ahead", "-1"), 2),
        (("days", "--off", "moon"), 2),
        (("days", "--region", "mars"), 2),
        (("days", "twice"), 2),
    ],
)
def test_days_there_are_not(filled: Run, typed: tuple[str, ...], status: int) -> None:
    answer = filled(*typed)
    assert (answer.status, answer.out) == (status, "")


def test_one_learning_a_day_is_read_again(filled: Run) -> None:
    assert filled("reread", "--json").json is None
    assert filled("edit", "learning", "5", "--learned-on", "2026-10-01").status == 0
    assert filled("reread", "--json").json["id"] == 5
    later = {"now": "2026-11-24T09:00"}
    assert filled("reread", "--json", **later).json["id"] == 5
    assert "Publipostage" in filled("reread", **later).out
    answered = filled("reread", "5", "applied", "--json", **later).json
    assert (answered["state"], answered["answered"], answered["read_again_on"]) == ("applied", True, "2027-01-23")
    assert filled("reread", "--json", **later).json["answered"] is True
    assert filled("reread", "--json", now="2026-11-25T09:00").json is None
    for typed, status in ((("5", "often"), 1), (("5",), 2), (("2", "read"), 1), (("x", "read"), 2)):
        answer = filled("reread", *typed, **later)
        assert (answer.status, answer.out) == (status, "")


def test_who_waits_to_be_looked_through(filled: Run) -> None:
    assert filled("review").out == "All looked through: nothing is more than a year old.\n"
    later = {"now": "2027-11-25T09:00"}
    assert filled("review", "--json", **later).json == {
        "waiting": [{"id": 2, "name": "Claire Dupont"}],  # the other one is archived
        "put_off_until": None,
    }
    assert filled("review", "--later", "--json", **later).json["put_off_until"] == "2027-12-01"
    assert "Claire Dupont" in filled("review", **later).out
    assert filled("undo", **later).status == 0
    assert filled("review", "--json", **later).json["put_off_until"] is None
    assert filled("review", "2", "--json", **later).json["waiting"] == []
    assert filled("show", "contact", "2", "--json", **later).status == 0
    for typed, status in ((("9",), 1), (("4",), 1), (("x",), 2)):
        answer = filled("review", *typed, **later)
        assert (answer.status, answer.out) == (status, "")


def test_the_week_by_options(filled: Run) -> None:
    assert "Whom did I meet?" in filled("week").out
    shown = filled("week", "--json").json
    assert (shown["from"], shown["to"], shown["kept"], shown["begun"]) == ("2026-11-23", "2026-11-29", False, None)
    made = filled(
        "week", "--met", "2", "--met", "Tom Baker", "--learned", "Pivot", "--learned", "Drafts", "--proud", "Board",
        "--thank", "Claire Dupont", "--thank-for", "help", "--next", "Call", "--next-on", "tomorrow", "--json",
    ).json  # fmt: skip
    titles = {one.get("title") or one["name"]: one["kind"] for one in made}
    assert titles == {
        "Tom Baker": "contact", "Claire Dupont, Tom Baker": "event", "Pivot": "learning", "Drafts": "learning",
        "Board": "learning", "Thank Claire Dupont": "reminder", "Call": "reminder",
    }  # fmt: skip
    assert filled("week", "--json").json["kept"] is True
    assert filled("undo").status == 0
    assert filled("week", "--json").json["kept"] is False
    assert filled("list", "learning", "--json").json[0]["title"] == "Publipostage"
    assert filled("week", "--remind").status == 0
    assert filled("week", "--remind").status == 0
    titles = [one["title"] for one in filled("list", "reminder", "--json").json]
    assert titles.count("My week in five minutes") == 1


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        (("week", "--thanked"), 1),
        (("week", "--next", "x", "--next-on", "someday"), 1),
        (("week", "--next", "x", "--next-on", "9999-01-01"), 1),
        (("week", "--met", "999"), 1),
        (("week", "--learned", "  "), 1),
        (("week", "--met"), 2),
        (("week", "now"), 2),
    ],
)
def test_weeks_there_are_not(filled: Run, typed: tuple[str, ...], status: int) -> None:
    answer = filled(*typed)
    assert (answer.status, answer.out) == (status, "")
    assert len(answer.err.splitlines()) == (1 if status == 1 else 2)
