"""Making, reading and changing entries: CLI.md, word by word."""

from __future__ import annotations

import io
import json

import pytest

from journal.system import paths, settings

KEYS = {
    "contact": "id uid kind given_name family_name name organisation role emails phones links birthday met_on how_met"
    " introduced_by networks tags notes keep_in_touch_days last_exchange next_exchange_due favourite archived"
    " confidential source created_at updated_at",
    "event": "id uid kind title type starts_at ends_at all_day timezone place link network participants hours status"
    " outcome help notes tags confidential source created_at updated_at",
    "learning": "id uid kind title type body learned_on hours link event network people state evidence tags"
    " confidential source created_at updated_at",
    "reminder": "id uid kind title due_at repeats about snoozed_until done_at created_at updated_at",
    "network": "id uid kind name type website offers my_role member_since dues renews_on feed_url people_count"
    " events_this_year learnings_this_year notes tags created_at updated_at",
}
IDS = {"network": 1, "contact": 2, "event": 4, "learning": 5, "reminder": 6}


@pytest.mark.parametrize("kind", KEYS)
def test_an_entry_has_the_keys_of_the_contract(filled, kind):
    shown = filled("show", kind, IDS[kind], "--json").json
    assert list(shown) == KEYS[kind].split()
    assert shown["kind"] == kind and shown["id"] == IDS[kind]
    assert filled("list", kind, "--json").json[0].keys() == shown.keys()


def test_what_was_given_is_what_is_kept(filled):
    contact = filled("show", "contact", 2, "--json").json
    assert contact["name"] == "Claire Dupont"
    assert contact["emails"] == [{"label": "", "value": "claire@example.org"}]
    assert contact["networks"] == [{"name": "FFMAS", "role": ""}]
    assert contact["tags"] == ["excel"]
    assert (contact["met_on"], contact["keep_in_touch_days"]) == ("2026-01-05", 14)
    assert (contact["last_exchange"], contact["next_exchange_due"]) == ("2026-10-01", "2026-10-15")
    event = filled("show", "event", 4, "--json").json
    assert [(p["id"], p["name"]) for p in event["participants"]] == [(2, "Claire Dupont"), (3, "Anne Le Goff")]
    assert (event["network"], event["starts_at"]) == ("FFMAS", "2026-10-01T09:00")
    assert filled("show", "reminder", 6, "--json").json["about"] == {
        "kind": "contact",
        "id": 2,
        "title": "Claire Dupont",
    }
    assert filled("show", "learning", 5, "--json").json["event"] == 4
    network = filled("show", "network", 1, "--json").json
    assert (network["people_count"], network["events_this_year"]) == (1, 1)


def test_new_prints_id_and_uid(run):
    answer = run("new", "contact", "--name", "Zoé Martin")
    made = run("show", "contact", 1, "--json").json
    assert f"1: Zoé Martin (uid {made['uid']})" in answer.out
    assert run("new", "network", "--name", "IMA", "--json").json["name"] == "IMA"


def test_with_makes_the_contact_nobody_bears(run):
    run("new", "event", "--title", "Visite", "--with", "Zoé Martin", "--with", "Zoé Martin", "--with", "Inès Roy")
    assert [c["name"] for c in run("list", "contact", "--json").json] == ["Zoé Martin", "Inès Roy"]
    run("new", "reminder", "--title", "Écrire", "--due-at", "demain 9h", "--with", "Paul Roux")
    [reminder] = run("list", "reminder", "--json").json
    assert reminder["about"]["title"] == "Paul Roux" and reminder["due_at"] == "2026-11-24T09:00"


def test_an_entry_from_json(run, tmp_path, monkeypatch):
    file = tmp_path / "one.json"
    file.write_text(json.dumps({"name": "Élise Durand", "tags": ["a"], "unknown": 1}), encoding="utf-8-sig")
    assert run("new", "contact", "--from-json", file, "--role", "Assistante", "--json").json["role"] == "Assistante"
    text = json.dumps({"title": "Café", "participants": [{"name": "Élise Durand", "role": "hôte"}], "starts_at": None})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    event = run("new", "event", "--from-json", "-", "--json").json
    assert event["participants"] == [{"id": 1, "name": "Élise Durand", "role": "hôte"}]
    shown = run("show", "event", event["id"], "--json")
    file.write_text(shown.out, encoding="utf-8")
    again = run("new", "event", "--from-json", file, "--json").json
    assert again["id"] != event["id"] and again["uid"] != event["uid"]
    assert {k: v for k, v in again.items() if k not in ("id", "uid")} == {
        k: v for k, v in event.items() if k not in ("id", "uid")
    }


def test_lists_are_narrowed(filled):
    def names(*typed):
        return [entry.get("name") or entry["title"] for entry in filled("list", *typed, "--json").json]

    assert names("contact") == ["Claire Dupont", "Anne Le Goff"]
    assert names("contact", "--network", "ffmas") == ["Claire Dupont"]
    assert names("contact", "--network", "1") == ["Claire Dupont"]
    assert names("contact", "--tag", "EXCEL") == ["Claire Dupont"]
    assert names("contact", "--lapsed") == ["Claire Dupont"]
    assert names("event", "--network", "FFMAS") == ["Café"]
    assert names("contact", "--trash") == []
    filled("delete", "contact", 3)
    assert names("contact", "--trash") == ["Anne Le Goff"]
    assert filled("list", "contact", "--network", "Nulle part").status == 1


def test_a_timeline_is_what_was_shared(filled):
    assert [e["kind"] for e in filled("timeline", 2, "--json").json] == ["reminder", "event", "learning"]
    assert "Publipostage" in filled("timeline", 2).out
    assert filled("timeline", 4).status == 1


def test_edit_replaces_and_empties(filled):
    edited = filled(
        "edit", "contact", 2, "--tag", "a", "--tag", "b", "--met-on", "", "--email", "", "--favourite", "--json"
    )
    assert edited.json["tags"] == ["a", "b"]
    assert (edited.json["met_on"], edited.json["emails"], edited.json["favourite"]) == (None, [], True)
    assert filled("edit", "contact", 2, "--favourite", "no", "--json").json["favourite"] is False
    assert filled("edit", "contact", 2, "--name", "Claire Roy", "--json").json["family_name"] == "Roy"
    answer = filled("edit", "event", 4, "--help", "given", "--notes", "- un\n- deux")
    assert "Help: No help → Help given" in answer.out
    assert filled("show", "event", 4, "--json").json["help"] == "given"
    assert filled("edit", "learning", 5, "--type", "question", "--json").json["state"] == "open"
    assert filled("edit", "contact", 2, "--keep-in-touch-days", "", "--json").json["keep_in_touch_days"] is None


def test_trash_and_back(filled):
    assert "Claire Dupont" in filled("delete", "contact", 2).out
    assert [c["id"] for c in filled("list", "contact", "--json").json] == [3]
    assert "In the trash" in filled("show", "contact", 2).out
    assert filled("delete", "contact", 2).status == 1
    assert "Claire Dupont" in filled("restore", "contact", 2).out
    assert filled("restore", "contact", 2).status == 1
    assert [c["id"] for c in filled("list", "contact", "--json").json] == [2, 3]


def test_undo_and_redo_say_what_changed(filled):
    filled("edit", "contact", 2, "--role", "Assistante")
    assert "Claire Dupont" in filled("undo").out
    assert filled("show", "contact", 2, "--json").json["role"] is None
    assert filled("redo", "--json").json["touched"] == [{"kind": "contact", "id": 2}]
    assert filled("show", "contact", 2, "--json").json["role"] == "Assistante"
    assert filled("redo").status == 1
    for _ in range(7):
        assert filled("undo").status == 0
    answer = filled("undo")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.strip() == "There is nothing to undo."


def test_history_tells_each_change(filled):
    filled("edit", "contact", 2, "--role", "Assistante")
    filled("delete", "contact", 2)
    shown = filled("history", "contact", 2)
    assert "Role: (nothing) → Assistante" in shown.out and shown.out.index("deletion") < shown.out.index("creation")
    records = filled("history", "contact", 2, "--json").json
    assert [r["label"] for r in records] == ["delete", "edit", "create"]
    assert records[1]["fields"] == {"role": {"old": None, "new": "Assistante"}}
    filled("undo")
    assert filled("history", "contact", 2, "--json").json[0]["undone"] is True


def test_search_finds_as_typed(filled):
    [hit] = filled("search", "publip", "--json").json
    assert set(hit) == {"kind", "id", "title", "snippet", "date", "score"}
    assert (hit["kind"], hit["id"], hit["title"], hit["date"]) == ("learning", 5, "Publipostage", None)
    assert filled("search", "CAFE", "--kind", "event", "--json").json[0]["id"] == 4
    assert filled("search", "claire", "--kind", "learning", "--json").json[0]["id"] == 5
    assert len(filled("search", "claire", "--limit", 1, "--json").json) == 1
    snippets = "".join(h["snippet"] or "" for h in filled("search", "claire", "--json").json)
    assert "Claire" in snippets and not {"\x02", "\x03"} & set(snippets)
    assert "Nothing matches" in filled("search", "zzz").out


def test_who_could_help_with_a_question_and_noting_that_they_were_asked(filled):
    filled("new", "contact", "--given-name", "Anne", "--tag", "pivots", "--role", "Formatrice")
    made = filled("new", "learning", "--title", "Excel ?", "--type", "question", "--tag", "pivots", "--json").json
    [anne, *_] = filled("helpers", made["id"], "--json").json
    assert (anne["name"], anne["reasons"][0]) == ("Anne", {"reason": "tag", "text": "pivots"})
    assert set(anne) == {"id", "name", "score", "reason", "reasons"}
    assert "tag pivots" in filled("helpers", made["id"]).out
    assert "tag pivots" not in filled("helpers", made["id"], "--ask", anne["id"]).out
    assert filled("show", "learning", made["id"], "--json").json["people"][0]["role"] == "asked"
    refused = filled("helpers", 5)
    assert refused.status == 1 and "not a question" in refused.err
    assert filled("helpers", "x").status == 2


def test_what_is_due(filled):
    due = filled("due", "--json").json
    assert {name: [e["id"] for e in part] for name, part in due.items()} == {
        "reminders": [6],
        "lapsed": [2],
        "renewals": [1],
    }
    assert "Relancer" in filled("due").out


def test_a_reminder_is_put_off_and_done(filled):
    assert filled("snooze", 6, "demain 9h", "--json").json["snoozed_until"] == "2026-11-24T09:00"
    assert filled("due", "--json").json["reminders"] == []
    assert filled("snooze", 6, "tomorrow", "--json").json["snoozed_until"] == "2026-11-24T09:00"
    assert filled("snooze", 6, "2026-12-01", "10:00", "--json").json["snoozed_until"] == "2026-12-01T10:00"
    assert filled("snooze", 6, "bientôt").status == 1
    assert filled("snooze", 6, "2020-01-01").status == 1
    assert filled("snooze", 4, "demain").status == 1
    assert filled("done", 6, "--json").json["done_at"] == "2026-11-23T09:00"
    assert filled("done", 2).status == 1
    filled("new", "reminder", "--title", "Cotisation", "--due-at", "2026-11-01 09:00", "--repeats", "FREQ=MONTHLY")
    assert "Tue 1 Dec 2026" in filled("done", 7).out


def test_one_line_becomes_an_entry(filled):
    made = filled("add", "Coffee with @Claire tomorrow at 3pm #ima", "--json").json
    assert (made["kind"], made["type"], made["starts_at"]) == ("event", "coffee", "2026-11-24T15:00")
    assert [p["id"] for p in made["participants"]] == [2] and made["tags"] == ["ima"]
    shown = filled("add", "Rappel : appeler @Zoé Martin lundi").out
    assert "Zoé Martin (new contact)" in shown and "30 Nov 2026" in shown
    assert filled("add", "  ").status == 1


def test_reminders_are_shown_once(filled, monkeypatch):
    shown = []
    monkeypatch.setattr("journal.system.notifications.show_all", lambda _, notes: shown.append(notes) is None)
    assert [e["id"] for e in filled("remind", "--json").json] == [6]
    assert filled("remind", "--json").json == []
    assert [title for title, _ in shown[0]] == ["Relancer"] and len(shown) == 1


def test_the_year_in_figures(filled):
    figures = filled("stats", "--json").json
    assert figures["entries"] == {"contact": 2, "event": 1, "learning": 1, "reminder": 1, "network": 1}
    assert (figures["year"], figures["events"], figures["people_met"], figures["new_contacts"]) == (2026, 1, 2, 2)
    assert figures["by_network"] == [{"network": "FFMAS", "events": 1, "learnings": 0}]
    assert filled("stats", "--year", 2020, "--json").json["events"] == 0
    assert "People met" in filled("stats").out


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "typed",
    [("show", "contact", 2), ("show", "event", 4), ("list", "contact"), ("list", "event"), ("timeline", 2), ("due",)],
)
def test_people_are_told_in_their_language(filled, language, typed):
    answer = filled(*typed, first=("--language", language))
    assert answer.status == 0 and "{" not in answer.out
    if typed[0] == "show":
        assert ("Mis" in answer.out or "Modifié le" in answer.out) == (language == "fr")
    if typed == ("list", "event"):
        assert ("jeu. 1 oct. 2026 à 9h00" if language == "fr" else "Thu 1 Oct 2026, 09:00") in answer.out


def test_a_terminal_is_not_commanded(run):
    run("new", "contact", "--name", "Zoé\x9b31m\u0085", "--notes", "a\x1b[31mb")
    assert not {"\x1b", "\x9b", "\x85"} & set(run("show", "contact", 1).out + run("list", "contact").out)


def test_after_a_week_away_one_digest_and_each_alone_when_it_comes(run, monkeypatch):
    shown = []
    monkeypatch.setattr("journal.system.notifications.show_all", lambda _, notes: shown.append(notes) is None)
    for number in range(8):
        secret = ("--confidential",) if number == 0 else ()
        run("new", "reminder", "--title", f"R{number}", "--due-at", f"2026-11-2{number // 4}T0{number}:00", *secret)
    run("remind")
    assert shown == [[("8 reminders are due", "R1 · R2 · R3 · R4 · and 4 more")]]
    run("new", "reminder", "--title", "Just now", "--due-at", "2026-11-23T09:00")
    run("remind")
    assert [title for title, _ in shown[1]] == ["Just now"]


def test_a_desktop_without_notifications_is_no_fault(filled, monkeypatch):
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    answer = filled("remind")
    assert (answer.status, answer.err) == (0, "") and "Relancer" in answer.out


def test_likely_pairs_and_one_person_out_of_two(run):
    run("new", "contact", "--name", "Claire Dupont", "--email", "c@a.example", "--organisation", "Acme")
    run("new", "contact", "--name", "C. Dupont", "--email", "c@a.example", "--organisation", "Beta")
    run("new", "event", "--title", "Lunch", "--with", "2")
    [pair] = run("duplicates", "--json").json
    assert (pair["contact"], pair["other"]["id"]) == ({"id": 1, "name": "Claire Dupont"}, 2)
    assert 0.5 <= pair["score"] <= 1 and "same e-mail" in pair["reason"]
    assert "1 Claire Dupont" in run("duplicates").out
    merged = run("merge", 1, 2, "--theirs", "organisation", "--json").json
    assert (merged["name"], merged["organisation"]) == ("Claire Dupont", "Beta")
    assert "Acme" in merged["notes"]
    assert run("show", "event", 3, "--json").json["participants"][0]["id"] == 1
    assert run("duplicates", "--json").json == []
    assert run("undo").status == 0
    assert run("show", "event", 3, "--json").json["participants"][0]["id"] == 2
    assert run("merge", 1, 1).status == 1 and run("merge", 1, 77).status == 1
    assert run("merge", 1).status == 2 and run("merge", "x", 2).status == 2
    assert run("merge", 1, 2, "--theirs", "shoes").status == 2


def test_remind_waits_in_quiet_hours(run):
    settings.write(paths.settings_file(), settings.Settings(quiet_hours="20:00-07:30"))
    run("new", "reminder", "--title", "Call Anne", "--due-at", "2026-11-23T21:00")
    assert "quiet hours" in run("remind", now="2026-11-23T22:00").out
    assert run("remind", "--json", now="2026-11-24T07:29").json == []
    assert [one["title"] for one in run("remind", "--json", now="2026-11-24T07:30").json] == ["Call Anne"]
    assert run("remind", "--json", now="2026-11-24T08:00").json == []


def test_an_entry_is_begun_from_a_template(run):
    names = [one["name"] for one in run("templates", "--json").json]
    assert "Training day" in names and "Training day" in run("templates").out
    made = run("new", "event", "--template", "training DAY", "--title", "Excel", "--json").json
    assert (made["title"], made["type"], made["hours"], made["tags"]) == ("Excel", "workshop", 7.0, ["training"])
    assert run("new", "event", "--template", "nothing").status == 1
    assert run("new", "learning", "--template", "Training day").status == 2


def test_a_whole_day_is_told_without_midnight(run):
    run(
        "new",
        "event",
        "--title",
        "Congress",
        "--starts-at",
        "2026-11-20",
        "--with",
        "Tom Baker",
        "--status",
        "attended",
    )
    for typed in (("list", "event"), ("list", "contact"), ("search", "congress"), ("show", "event", "2")):
        answer = run(*typed)
        assert "Fri 20 Nov 2026" in answer.out and "Fri 20 Nov 2026," not in answer.out, answer.out


def test_global_options_may_stand_after_a_command(filled, tmp_path):
    """The last one typed holds."""
    other = tmp_path / "other.db"
    said = filled(
        "new", "contact", "--name", "Zoé Blanc", "--journal", str(other), "--language=fr", "--now", "2026-01-02"
    )
    assert said.status == 0 and other.exists()
    assert [one["name"] for one in filled("list", "contact", "--json", "--journal", str(other)).json] == ["Zoé Blanc"]
    assert "Zoé" not in filled("list", "contact").out
    kept = filled("show", "contact", "1", "--json", first=("--journal", str(other))).json
    assert kept["created_at"] == "2026-01-02T00:00"
    assert "Rien ne correspond" in filled("search", "nobody", "--language", "fr").out
    assert filled("search", "nobody", "--language", "de").status == 2
    assert filled("search", "nobody", "--journal").status == 2
    assert filled("search", "nobody", "--hidden").status == 2  # of the window
