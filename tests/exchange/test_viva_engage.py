"""Viva Engage's exports: its tables as they are, in other orders, languages and encodings, and with gaps."""

from __future__ import annotations

import random
import zipfile
from datetime import datetime

import pytest

from journal.exchange import detect, viva_engage
from tests.exchange.tables_in import csv_of, entries, rejected, twice

USERS = (
    "id,name,email,job_title,location,department,api_url,deleted_by_id,deleted_by_type,joined_at,deleted_at,"
    "suspended_by_id,suspended_by_type,suspended_at,guid,state"
)
MAUD = (
    "11,Maud Perrin,maud@corp.example,Assistante de direction,Lyon,Comex,https://x/11,,,2021-03-04T05:06:07.000Z,,"
    ",,,g,active"
)
GONE = "12,Ole Bøe,ole@corp.example,,,,https://x/12,,,2021-03-04,2022-01-01,,,,g,soft_delete"
GROUPS = "id,name,description,private,moderated,api_url,created_by_id,created_by_type,created_at,updated_at,deleted"
OFFICE = '21,Assistantes,"Entraide, astuces",false,false,https://x/21,11,user,2020-01-02T00:00:00Z,2021-01-01,'
MESSAGES = (
    "id,replied_to_id,parent_id,thread_id,group_id,group_name,participants,in_private_group,in_private_conversation,"
    "sender_id,sender_type,sender_name,sender_email,body,api_url,attachments,deleted_by_id,deleted_by_type,created_at,"
    "deleted_at,title,message_type"
)


def message(thread, sender, name, day, *, group="Assistantes", deleted=""):
    return (
        f"1,,,{thread},21,{group},,false,false,{sender},user,{name},x@corp.example,secret [[user:11]],,,,,"
        f"{day}T05:06:07.000Z,{deleted},secret,update"
    )


def read(data, name="x.csv"):
    assert detect.recognise(data, name) is viva_engage
    return list(viva_engage.read(data, name))


def test_a_colleague_is_a_contact_and_who_left_is_told():
    found = read(csv_of(USERS, MAUD, GONE))
    (maud,) = entries(found)
    assert (maud.name, maud.emails[0].value, maud.role) == (
        "Maud Perrin",
        "maud@corp.example",
        "Assistante de direction",
    )
    assert maud.notes == "department: Comex\nlocation: Lyon"
    assert [m.name for m in maud.networks] == ["Viva Engage"]
    assert [(r.line, r.reason, r.details) for r in rejected(found)] == [(3, "account_closed", {"title": "Ole Bøe"})]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(
    "lines",
    [
        ("guid;Email;Name;Id;API URL", "g;zoe@corp.example;Zoé Roux;7;u"),
        ("Job Title,Joined At,E-mail,Full Name,User ID", "PA,2021-03-04,zoe@corp.example,Zoé Roux,7"),
        ("Identifiant;Nom complet;Adresse e-mail;Fonction;Inscrit le", "7;Zoé Roux;zoe@corp.example;PA;04/03/2021"),
        ("name,email,job_title,joined_at", "Zoé Roux,zoe@corp.example,PA,2020"),
        ("Nom d'affichage;Nom d'utilisateur principal;État de l'utilisateur;Date de modification de l'état;"
         "Date de dernière activité", "Zoé Roux;zoe@corp.example;actif;2020-01-01;2024-01-01"),
        ("Report Refresh Date\tUser Principal Name\tDisplay Name\tUser State\tState Change Date\tLast Activity Date",
         "2026-01-02\tzoe@corp.example\tZoé Roux\tactive\t2020-01-01\t2025-01-01"),
    ],
)  # fmt: skip
def test_other_titles_orders_and_encodings(lines, codec):
    (zoe,) = entries(read(csv_of(*lines, codec=codec)))
    assert (zoe.name, zoe.emails[0].value) == ("Zoé Roux", "zoe@corp.example")


def test_columns_in_any_order():
    titles, cells = USERS.split(","), MAUD.split(",")
    rng = random.Random(3)
    for _ in range(20):
        order = rng.sample(range(len(titles)), len(titles))
        data = csv_of(",".join(titles[at] for at in order), ",".join(cells[at] for at in order))
        (maud,) = entries(read(data))
        assert (maud.name, maud.role) == ("Maud Perrin", "Assistante de direction")


def test_a_community_is_a_network():
    found = read(csv_of(GROUPS, OFFICE, "22,,x,false,false,u,11,user,2020-01-02,,"))
    (office,) = entries(found)
    assert (office.name, office.type, office.offers) == ("Assistantes", "company", "Entraide, astuces")
    assert [r.reason for r in rejected(found)] == ["needs_a_name"]


@pytest.mark.parametrize(
    ("titles", "row"),
    [
        ("group_id,group_name,description,privacy,created_by_id,created_at", "1,Assistantes,x,private,2,2020-01-01"),
        ("Identifiant;Nom du groupe;Description;Créé le;Créé par", "1;Assistantes;x;2020;Ada"),
        ("id,name,created_at,api_url", "1,Assistantes,2020,u"),
    ],
)
def test_communities_with_fewer_or_other_titles(titles, row):
    assert [entry.name for entry in entries(read(csv_of(titles, row), "Groups.csv"))] == ["Assistantes"]


def test_conversations_of_the_one_who_is_in_all_of_them():
    found = read(
        csv_of(
            MESSAGES,
            message(1, 11, "Me", "2026-01-02"),
            message(1, 12, "Ole Bøe", "2026-01-05"),
            message(1, 13, "Zoé Roux", "2026-01-03", deleted="2026-01-04"),
            message(2, 14, "Ada Moss", "2026-02-02", group=""),
            message(2, 11, "Me", "2026-02-01", group=""),
            message(3, 11, "Me", "2026-02-01"),
        )
    )
    first, second = entries(found)
    assert [p.name for p in first.participants] == ["Ole Bøe"]
    assert (first.starts_at, first.network, first.type) == (datetime(2026, 1, 5, 5, 6, 7), "Assistantes", "message")
    assert ([p.name for p in second.participants], second.network) == (["Ada Moss"], "Viva Engage")
    assert "secret" not in repr(found)


def test_messages_of_everybody_become_no_exchange_of_hers():
    found = read(csv_of(MESSAGES, *(message(n, n, f"P{n} Roux", "2026-01-02") for n in range(5))))
    assert [r.reason for r in found] == ["viva_whose_messages"]


def test_rows_that_say_too_little_are_told():
    found = read(
        csv_of(
            MESSAGES,
            message(1, 11, "", "2026-01-02"),
            *(message(n, 11, "Me", "x") for n in (2, 3)),
            message(2, 12, "Ole Bøe", "one day"),
        )
    )
    assert [(r.line, r.reason) for r in found] == [(2, "nobody_named"), (3, "bad_date")]


@pytest.mark.parametrize("titles", ["id,name,api_url,created_at", "id,topic_id,created_by_type,url"])
def test_other_tables_of_the_export_are_left_out_and_said(titles):
    assert [r.reason for r in read(csv_of(titles, "1,x,u,2020"), "Topics.csv")] == ["viva_left_out"]


@pytest.mark.parametrize(
    "titles",
    ["id,name,email", "name,description,url", "First Name,Last Name,Email", "Title,Date,Body", "Nom;E-mail;Etat"],
)
def test_other_tables_are_not_taken_for_it(titles):
    assert not viva_engage.recognises(csv_of(titles, "1,2,3"), "Users.csv")


def test_the_whole_zip_again_changes_nothing_and_a_changed_one_exactly_that(home):
    path = home / "export.zip"

    def write(*users):
        with zipfile.ZipFile(path, "w") as out:
            out.writestr("Messages.csv", csv_of(MESSAGES, message(1, 11, "Me", "2026-01-02"),
                                                message(1, 12, "Maud Perrin", "2026-01-02"),
                                                message(2, 11, "Me", "2026-01-02")))  # fmt: skip
            out.writestr("Groups.csv", csv_of(GROUPS, OFFICE))
            out.writestr("Users.csv", csv_of(USERS, *users))
            out.writestr("Topics.csv", csv_of("id,name,api_url", "1,x,u"))
            out.writestr("request.txt", "x")

    write(MAUD, GONE)
    held = {"contact": 1, "event": 1, "network": 2}
    assert twice(path, home) == ((3, 0, 2), (0, 0, 2), held)
    write(
        MAUD.replace("Assistante de direction", "Office manager"),
        GONE,
        MAUD.replace("11,Maud", "15,Anna").replace("maud@", "anna@"),
    )
    assert twice(path, home)[:2] == ((1, 1, 2), (0, 0, 2))


def test_a_table_that_only_its_name_tells_is_left_out():
    data = csv_of("id,name,url", "1,Corp,https://www.yammer.com/corp")
    assert [record.reason for record in rejected(read(data, "export/Networks.csv"))] == ["viva_left_out"]
    assert detect.recognise(data, "reseaux.csv") is not viva_engage
