"""Facebook's information in the layouts it has had, whole and damaged."""

from __future__ import annotations

import json
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.exchange import detect, facebook
from journal.exchange.facebook_html import group_of
from journal.exchange.proposals import Proposed
from tests.exchange.tables_in import entries, rejected, twice

DAY = 1597017600  # 10 August 2020, 00:00 UTC


def garbled(value):
    """As Facebook writes a text: each byte of its UTF-8 as if it were a letter."""
    return json.dumps(value.encode().decode("latin-1"))


def read(text, name="x.json"):
    data = text if isinstance(text, bytes) else text.encode()
    assert detect.recognise(data, name) is facebook
    return list(facebook.read(data, name))


def friends_of(*pairs, key="friends_v2"):
    return json.dumps({key: [{"name": name.encode().decode("latin-1"), "timestamp": at} for name, at in pairs]})


@pytest.mark.parametrize("key", ["friends", "friends_v2", "friends_v3"])
def test_a_friend_is_a_name_and_a_day(key):
    (record,) = read(friends_of(("Zoé Lefèvre", DAY), key=key))
    entry = record.entry
    assert (entry.given_name, entry.family_name, entry.met_on) == ("Zoé", "Lefèvre", date(2020, 8, 10))
    assert [m.name for m in entry.networks] == ["Facebook"]


def test_what_reached_a_friend_in_2018_is_kept():
    said = {"friends": [{"name": "Maud Perrin", "timestamp": DAY, "contact_info": "maud@example.org"}]}
    said["friends"].append({"name": "Ole Bøe", "timestamp": 0, "contact_info": "+33 6 12 34 56 78"})
    maud, ole = entries(read(json.dumps(said)))
    assert (maud.emails[0].value, ole.phones[0].value, ole.met_on) == ("maud@example.org", "+33 6 12 34 56 78", None)


@given(st.text())
def test_every_garbled_text_is_put_right(text):
    text = text.encode("utf-8", "replace").decode()
    assert facebook.repaired(text.encode().decode("latin-1")) == text


@pytest.mark.parametrize("text", ["José", "田中 太郎", "Zoë ’n’ Co", "Ñoño", "Mary O'Brien", "\ud800é"])
def test_what_is_no_garble_stays(text):
    assert facebook.repaired(text) == text


def test_friends_of_one_name_are_told_apart_whatever_their_order():
    one, two = ("Anne Roux", DAY), ("Anne Roux", DAY + 86400)
    first = {r.key: r.entry.met_on for r in read(friends_of(one, two))}
    assert first == {r.key: r.entry.met_on for r in read(friends_of(two, one, one))} and len(first) == 2


def test_answers_to_events_of_both_years():
    event = {"name": "Café", "start_timestamp": DAY, "end_timestamp": 0, "place": {"name": "Lyon", "address": "Rue A"}}
    other = event | {"name": "Gala", "end_timestamp": DAY + 7200, "description": "Tenue de soirée"}
    for version in ("", "_v2"):
        said = {f"event_responses{version}": {"events_joined": [event], "events_declined": [other]}}
        joined, declined = entries(read(json.dumps(said)))
        assert (joined.status, joined.starts_at, joined.ends_at) == ("planned", datetime(2020, 8, 10), None)
        assert (joined.place, joined.timezone, joined.network) == ("Lyon, Rue A", "UTC", "Facebook")
        assert (declined.status, declined.ends_at, declined.notes) == (
            "declined",
            datetime(2020, 8, 10, 2),
            "Tenue de soirée",
        )
    (invited,) = entries(read(json.dumps({"events_invited_v2": [event]})))
    (hosted,) = entries(read(json.dumps({"your_events_v2": [event]})))
    assert [invited.status, hosted.status] == ["maybe", "planned"]


@pytest.mark.parametrize(
    "group",
    [
        {"title": "Vous êtes membre du groupe Office.", "data": [{"name": "Office"}]},
        {"title": "You became a member of Office.", "attachments": [{"data": [{"name": "Office"}]}]},
        {"title": "Maud became a member of Office."},
        {"title": "Vous avez rejoint le groupe Office."},
    ],
)
def test_a_group_is_a_network_since_she_joined(group):
    (entry,) = entries(read(json.dumps({"groups_joined_v2": [group | {"timestamp": DAY}]})))
    assert (entry.name, entry.type, entry.member_since) == ("Office", "social", "2020-08-10")


def test_a_group_she_left_stays_out_and_one_she_looks_after_says_so():
    def rows(*titles):
        return [{"title": t, "timestamp": DAY + n, "data": [{"name": "Left Bank"}]} for n, t in enumerate(titles)]

    told = read(json.dumps({"groups_joined_v2": rows("You became a member of Left Bank.", "You left Left Bank.")}))
    assert [record.reason for record in told] == ["group_left"]
    back = read(json.dumps({"groups_joined": rows("You left Left Bank.", "You joined Left Bank.")}))
    assert [entry.name for entry in entries(back)] == ["Left Bank"]
    (mine,) = entries(read(json.dumps({"groups_admined_v2": [{"name": "Office", "timestamp": DAY}]})))
    assert mine.my_role == "admin"


def conversation(*names, title, thread="inbox/x_1"):
    messages = [
        {"sender_name": names[0], "timestamp_ms": (DAY + n) * 1000, "content": "secret"} for n in (5, 60, 7) if names
    ]
    said = {"participants": [{"name": name} for name in names], "messages": messages, "title": title}
    return json.dumps(said | {"thread_path": thread})


def test_a_conversation_is_its_last_day_without_its_texts():
    (record,) = read(conversation("Maud Perrin", "Me", title="Maud Perrin"), "message_1.json")
    entry = record.entry
    assert [p.name for p in entry.participants] == ["Maud Perrin"]
    assert (entry.starts_at, entry.type) == (datetime(2020, 8, 10, 0, 1), "message")
    assert "secret" not in repr(entry)
    (record,) = read(conversation("Maud", "Ole", "Me", title="Gala"), "message_1.json")
    assert [p.name for p in record.entry.participants] == ["Maud", "Ole"]


@pytest.mark.parametrize(
    ("names", "thread", "file", "reason"),
    [
        (("Maud", "Me"), "inbox/x_1", "message_2.json", "older_messages"),
        (("Maud", "Me"), "filtered_threads/x", "message_1.json", "message_unasked"),
        (("Facebook user", "Me"), "inbox/x_1", "message_1.json", "nobody_named"),
    ],
)
def test_conversations_that_stay_out_are_told(names, thread, file, reason):
    (record,) = read(conversation(*names, title=names[0], thread=thread), file)
    assert record.reason == reason


def test_what_breaks_off_gives_what_comes_before():
    whole = friends_of(*((f"Friend {chr(65 + n)}", DAY) for n in range(5)))
    for end in range(40, len(whole)):
        found = read(whole[:end])
        assert len(entries(found)) == whole[:end].count("}")
        assert [r.reason for r in rejected(found)] == ([] if "]" in whole[:end] else ["json_broken"])


def test_records_that_are_none_are_told_with_their_line():
    found = read('{"friends_v2": [\n7,\n{"name": 3},\n{"timestamp": "x", "name": "Maud Perrin"}\n]}')
    assert [(r.line, r.reason) for r in rejected(found)] == [(2, "json_no_record"), (3, "contact_needs_a_name")]
    assert [entry.name for entry in entries(found)] == ["Maud Perrin"]


@pytest.mark.parametrize("key", ["received_requests_v2", "deleted_friends", "following_v3", "group_posts_v2"])
def test_lists_of_others_are_left_out_and_said(key):
    assert [record.reason for record in read(json.dumps({key: [{"name": "Maud", "timestamp": DAY}]}))] == [
        "facebook_left_out"
    ]


@pytest.mark.parametrize("text", ['{"friends": 3}', '{"type": "object", "friends": []}', "[]", '{"participants": 3}'])
def test_other_json_is_not_taken_for_facebook(text):
    assert not facebook.recognises(text.encode(), "friends.json")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_other_encodings(codec):
    assert [e.name for e in entries(read(friends_of(("Zoé Roux", DAY)).encode(codec)))] == ["Zoé Roux"]


# --- pages --------------------------------------------------------------------------------------------------------

STYLE = (
    "<html><head><title>{title}</title><style>a {{ color: red }}</style></head>"
    "<body class='_5vb_ _2yq'>{body}</body></html>"
)


def page(title, *boxes):
    return STYLE.format(title=title, body="".join(boxes))


def box_2018(name, when):
    return (
        '<div class="pam _3-95 _2pi0 _2lej uiBoxWhite noborder"><div class="_3-96 _2let">'
        f'{name}</div><div class="_3-94 _2lem">{when}</div></div>'
    )


def box_2023(name, when):
    return (
        f'<div class="_3-95 _a6-g"><h2 class="_2ph_ _a6-h _a6-i">{name}</h2>'
        f'<div class="_3-94 _a6-o"><div class="_a72d">{when}</div></div></div>'
    )


def box_2025(name, when):
    return (
        f'<section class="_3-95 _a6-g"><h2 class="_2ph_ _a6-h _a6-i">{name}</h2>'
        f'<footer class="_3-94 _a6-o"><div class="_a72d">{when}</div></footer></section>'
    )


@pytest.mark.parametrize("box", [box_2018, box_2023, box_2025])
@pytest.mark.parametrize(
    "when",
    [
        "Aug 10, 2020 9:41:55 am",
        "Aug 10, 2020, 9:41 AM",
        "10 août 2020 à 09:41",
        "août 10, 2020 9:41:55 am",
        "10 août 2020, 09:41:55",
        "10/08/2020 09:41",
        "10 Aug 2020, 09:41 UTC+02:00",
        "Aug 10, 2020",
    ],
)
def test_friends_of_a_page(box, when):
    text = page("Vos ami(e)s", box("Zo&eacute; Lef&#232;vre", when), box("Ole B&oslash;e", when))
    for name in ("your_friends.html", "page.htm"):
        zoe, ole = entries(read(text, name))
        assert (zoe.name, zoe.met_on, ole.name) == ("Zoé Lefèvre", date(2020, 8, 10), "Ole Bøe")


def test_a_page_and_the_json_of_the_same_friends_are_one():
    from_page = read(page("Friends", box_2023("Zoé Roux", "Aug 10, 2020 9:41 am")), "your_friends.html")
    assert [r.key for r in from_page] == [r.key for r in read(friends_of(("Zoé Roux", DAY)))]


def test_the_page_of_before_2018():
    text = page(
        "Maud - Friends - Facebook",
        "<h2>Friends</h2><ul><li>Zoé Roux (Aug 10, 2020)</li><li>Ole (le grand) (10 août 2020)</li></ul>",
    )
    assert [entry.name for entry in entries(read(text, "friends.htm"))] == ["Zoé Roux", "Ole (le grand)"]


def test_events_of_a_page_with_headings_and_labels():
    table = "<table><tr><td>Nom<div>{}</div></td></tr><tr><td>Heure de début</td><td>{}</td></tr></table>"
    text = page(
        "Vos réponses aux évènements",
        '<div class="_a6-g"><h2>Évènements auxquels vous avez participé</h2>',
        table.format("Café", "10 août 2020 09:30"),
        '</div><div class="_a6-g"><h2>Évènements que vous avez refusés</h2>',
        table.format("Gala", "11 août 2020 19:00"),
        "</div>",
    )
    first, second = entries(read(text, "your_event_responses.html"))
    assert (first.title, first.starts_at, first.status) == ("Café", datetime(2020, 8, 10, 9, 30), "planned")
    assert (second.title, second.starts_at, second.status) == ("Gala", datetime(2020, 8, 11, 19), "declined")


def test_an_event_of_a_page_may_tell_its_end():
    text = page(
        "Your event responses",
        '<div class="_a6-g"><h2>Events joined</h2><div>Gala</div><div>'
        "Apr 13, 2024 6:00:00 pm - Apr 13, 2024 8:00:00 pm</div><div>Café</div><div>Apr 14, 2024 6:00 pm</div></div>",
    )
    gala, cafe = entries(read(text, "your_event_responses.html"))
    assert (gala.title, gala.starts_at, gala.ends_at) == ("Gala", datetime(2024, 4, 13, 18), datetime(2024, 4, 13, 20))
    assert (cafe.title, cafe.ends_at) == ("Café", None)


def test_the_key_may_stand_anywhere():
    said = json.dumps({"title": "x", "friends_v2": [{"name": "Maud Perrin", "timestamp": DAY}]})
    assert [entry.name for entry in entries(read(said))] == ["Maud Perrin"]


def test_groups_of_a_page():
    text = page("Your groups", box_2023("Maud became a member of Office Managers.", "Aug 10, 2020 9:41 am"))
    (entry,) = entries(read(text, "your_group_membership_activity.html"))
    assert (entry.name, entry.member_since) == ("Office Managers", "2020-08-10")


def test_a_sentence_that_names_no_group_is_kept_whole():
    assert group_of("Office") == "Office"


@pytest.mark.parametrize("name", ["friend_requests_received.html", "removed_friends.html", "message_1.html"])
def test_other_pages_are_left_out_and_said(name):
    found = read(page("Friends", box_2023("Zoé Roux", "Aug 10, 2020 9:41 am")), name)
    assert [record.reason for record in found] == ["facebook_left_out"]


@pytest.mark.parametrize("body", ["<p>Friends</p>", "<a href='https://www.facebook.com/zoe'>Zoé</a>"])
def test_any_other_page_is_not_facebook(body):
    text = f"<html><head><title>Blog</title></head><body>{body}</body></html>"
    assert not facebook.recognises(text.encode(), "friends.html")


def test_a_page_without_end_says_where_reading_stopped():
    text = page("Friends", box_2023("Zoé Roux", "Aug 10, 2020 9:41 am"), "<b></b>" * 150_000)
    found = read(text, "friends.html")
    assert len(entries(found)) == 1 and [r.reason for r in rejected(found)] == ["markup_cut"]


# --- the same again -----------------------------------------------------------------------------------------------


def test_the_whole_zip_again_changes_nothing_and_what_is_new_is_all_that_comes(home):
    path = home / "facebook-maud.zip"
    groups = {"groups_joined_v2": [{"title": "x", "timestamp": DAY, "data": [{"name": "Office"}]}]}
    event = {"name": "Café", "start_timestamp": DAY, "end_timestamp": 0}

    def write(*friends):
        with zipfile.ZipFile(path, "w") as out:
            out.writestr("connections/friends/your_friends.json", friends_of(*friends))
            out.writestr("your_facebook_activity/groups/your_group_membership_activity.json", json.dumps(groups))
            out.writestr(
                "your_facebook_activity/events/your_event_responses.json",
                json.dumps({"event_responses_v2": {"events_joined": [event]}}),
            )
            out.writestr("preferences/feed.json", '{"x": 1}')

    write(("Anne Roux", DAY), ("Zoé Lefèvre", DAY))
    assert twice(path, home) == ((4, 0, 1), (0, 0, 1), {"contact": 2, "event": 1, "network": 2})
    write(("Anne Roux", DAY), ("Anne Roux", DAY + 86400), ("Zoé Lefèvre", DAY))
    assert twice(path, home)[0] == (1, 0, 1)


def test_nothing_is_proposed_twice():
    found = read(friends_of(("Anne Roux", DAY), ("Zoé Lefèvre", DAY), ("Ole Bøe", 0)))
    keys = [record.key for record in found if isinstance(record, Proposed)]
    assert len(set(keys)) == 3
