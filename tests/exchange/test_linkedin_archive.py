"""LinkedIn's other tables, in the forms they have had, and with what goes wrong in them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from journal.exchange import detect, linkedin_archive
from journal.exchange.proposals import Proposed, Rejected
from tests.exchange.tables_in import twice

MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
)
ME, MAUD, OLE = (f"https://www.linkedin.com/in/{slug}" for slug in ("me-myself", "maud-perrin", "ole-b%C3%B8e"))


def read(text: str, name: str = "x.csv") -> list[Proposed | Rejected]:
    data = text.encode("utf-8-sig")
    assert detect.recognise(data, name) is linkedin_archive
    return list(linkedin_archive.read(data, name))


def test_a_conversation_is_one_exchange_on_its_last_day_and_its_text_stays_out():
    found = read(
        MESSAGES
        + f'c1,,Maud Perrin,{MAUD},Me Myself,{ME},2026-02-03 08:00:00 UTC,,"secret, one\nand more",INBOX\n'
        + f"c1,,Me Myself,{ME},Maud Perrin,{MAUD},2026-02-05 09:30:00 UTC,,secret two,SENT\n"
        + f"c2,,Me Myself,{ME},Ole Bøe,{OLE},2026-01-01 10:00:00 UTC,,secret,SENT\n"
    )
    entries = [record.entry for record in found]
    assert [[p.name for p in entry.participants] for entry in entries] == [["Maud Perrin"], ["Ole Bøe"]]
    assert entries[0].starts_at == datetime(2026, 2, 5, 9, 30) and entries[0].type == "message"
    assert entries[0].link == MAUD and "secret" not in repr(entries)


def test_of_two_the_owner_is_who_received_or_sent():
    row = f"c1,,Maud Perrin,{MAUD},Me Myself,{ME},2026-02-03 08:00:00 UTC,,x,{{}}\n"
    for folder, other in (("INBOX", "Maud Perrin"), ("SENT", "Me Myself")):
        (record,) = read(MESSAGES + row.format(folder))
        assert [p.name for p in record.entry.participants] == [other]


def test_rows_that_name_nobody_or_no_day_are_told():
    found = read(MESSAGES + f"c1,,Maud Perrin,{MAUD},Me Myself,{ME},one day,,x,INBOX\nBADROW\n")
    assert [(record.line, record.reason) for record in found] == [(2, "bad_date"), (3, "nobody_named")]


def test_an_invitation_is_an_exchange():
    head = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    (record,) = read(head + f'Me Myself,Maud Perrin,"12/15/25, 1:51 PM",hello,OUTGOING,{ME},{MAUD}\n')
    assert [p.name for p in record.entry.participants] == ["Maud Perrin"]
    assert record.entry.starts_at == datetime(2025, 12, 15, 13, 51)


@pytest.mark.parametrize(
    ("told", "starts_at", "ends_at", "zone"),
    [
        (
            '"May 20, 2026 12:00 AM - May 20, 2026 01:30 PM"',
            datetime(2026, 5, 20),
            datetime(2026, 5, 20, 13, 30),
            "",
        ),
        ("2026-05-20 13:00:00 UTC", datetime(2026, 5, 20, 13), None, "UTC"),
        ('"May 20, 2026 01:00 PM - May 19, 2026 01:00 PM"', datetime(2026, 5, 20, 13), None, ""),
    ],
)
def test_events(told, starts_at, ends_at, zone):
    rows = f"Office Day,{told},ATTENDING,\nOther Day,{told},RELINQUISHED,https://example.org/e\n"
    first, second = read("Event Name,Event Time,Status,External Url\n" + rows)
    assert (first.entry.starts_at, first.entry.ends_at, first.entry.timezone) == (starts_at, ends_at, zone)
    assert [first.entry.status, second.entry.status] == ["planned", "declined"]


def test_courses_become_learnings_with_their_notes():
    head = (
        "Content Title,Content Description,Content Type,Content Last Watched Date (if viewed),"
        "Content Completed At (if completed),Content Saved,Notes taken on videos (if taken),\n"
    )
    first, second = read(head + "Minutes,d,Course,2026-01-02 10:00 UTC,2026-01-03 11:00 UTC,false,Write less,\n"
                         "Excel,d,Course,N/A,N/A,true,N/A,\n")  # fmt: skip
    assert (first.entry.learned_on, first.entry.body) == (date(2026, 1, 3), "Write less")
    assert (second.entry.learned_on, second.entry.body) == (None, "")


def test_words_for_somebody_are_help_given_or_received():
    head = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    row = 'Maud,Perrin,Nexans,CEO,"Calm, always","07/08/23 10:00 AM",VISIBLE\n'
    (received,) = read(head + row, "Recommendations_Received.csv")
    (given,) = read(head + row, "Recommendations_Given.csv")
    assert (received.entry.help, given.entry.help) == ("received", "given") and received.key != given.key
    assert received.entry.starts_at == datetime(2023, 7, 8, 10)
    skills = (
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n"
    )
    (endorsed,) = read(skills + "2021/09/01 12:41:31 UTC,Excel,Ole,Bøe,www.linkedin.com/in/ole,ACCEPTED\n")
    assert endorsed.entry.help == "received" and endorsed.entry.participants[0].name == "Ole Bøe"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Email Address,Confirmed,Primary,Updated On\na@b.example,Yes,Yes,N/A\n", "x.csv"),
        ("Name\nExcel\nWord\n", "Skills.csv"),
    ],
)
def test_what_tells_only_of_herself_is_said(text, name):
    assert [record.reason for record in read(text, name)] == ["about_herself"]


def test_the_same_archive_again_changes_nothing(home):
    path = home / "messages.csv"
    path.write_text(
        MESSAGES
        + f"c1,,Maud Perrin,{MAUD},Me Myself,{ME},2026-02-03 08:00:00 UTC,,x,INBOX\n"
        + f"c2,,Me Myself,{ME},Ole Bøe,{OLE},2026-01-01 10:00:00 UTC,,y,SENT\n"
        + "short\n"
    )
    assert twice(path, home) == ((2, 0, 1), (0, 0, 1), {"network": 1, "contact": 2, "event": 2})


def test_messages_of_before_conversations_had_numbers():
    """One for each person, on the day of the last; the texts stay out."""
    table = (
        "From,To,Date,Subject,Content,Direction,Folder\n"
        "Ada Brun,Me Moi,2018-05-03 10:10:10 UTC,Hi,secret,INCOMING,INBOX\n"
        "Me Moi,Ada Brun,2018-05-04 10:10:10 UTC,Re,secret,OUTGOING,SENT\n"
        "Me Moi,Bo Gris,2018-05-01 10:10:10 UTC,Re,secret,OUTGOING,SENT\n"
    )
    assert linkedin_archive.recognises(table.encode(), "messages.csv")
    found = list(linkedin_archive.read(table.encode(), "messages.csv"))
    assert [(r.entry.title, r.entry.starts_at.isoformat()) for r in found] == [
        ("LinkedIn: Ada Brun", "2018-05-04T10:10:10"),
        ("LinkedIn: Bo Gris", "2018-05-01T10:10:10"),
    ]
    assert "secret" not in repr(found)


def test_invitations_written_day_first_and_what_cannot_be_read_is_named():
    table = (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        "Ada Brun,Me,1/5/2026 9:02,,INCOMING,https://www.linkedin.com/in/ada,https://www.linkedin.com/in/me\n"
        "Me,Bo Gris,25/12/2025 13:51,,OUTGOING,https://www.linkedin.com/in/me,https://www.linkedin.com/in/bo\n"
        "Me,Cy Vert,sometime,,OUTGOING,https://www.linkedin.com/in/me,https://www.linkedin.com/in/cy\n"
    )
    found = list(linkedin_archive.read(table.encode(), "Invitations.csv"))
    [wrong] = [r for r in found if isinstance(r, Rejected)]
    assert (wrong.line, wrong.reason, wrong.details) == (4, "bad_date", {"value": "sometime", "title": "Cy Vert"})
    assert [r.entry.starts_at.isoformat() for r in found if r is not wrong] == [
        "2026-05-01T09:02:00",
        "2025-12-25T13:51:00",
    ]


def test_messages_that_tell_no_address_of_those_written_to():
    titles = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
    found = read(
        titles
        + f"c1,,Maud Perrin,{MAUD},Me Myself,2023-06-11 15:33:58 UTC,,hi,INBOX\n"
        + f"c1,,Me Myself,{ME},Maud Perrin,2023-06-12 15:33:58 UTC,,hi,SENT\n"
        + f"c2,,Me Myself,{ME},Ole Bøe,2023-07-12 15:33:58 UTC,,hi,SENT\n"
    )
    assert [[p.name for p in record.entry.participants] for record in found] == [["Maud Perrin"], ["Ole Bøe"]]


def test_who_recommends_her_says_where_they_work():
    (record,) = read(
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
        'Eve,Fox,Acme,DG,"Excellente, rigoureuse","07/08/23, 10:00 AM",VISIBLE\n'
    )
    assert record.entry.notes == "Excellente, rigoureuse\n\nDG, Acme"
