"""LinkedIn's Connections.csv in its forms through the years."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.entry import LabelledValue, Membership
from journal.exchange import linkedin
from journal.exchange.proposals import Proposed, Rejected

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "linkedin"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample archives are not beside this checkout")

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
NOTES = 'Notes:\n"When exporting, ""some"" addresses\nmay be missing."\n\n'


def read(text, encoding="utf-8"):
    data = text.encode(encoding)
    assert linkedin.recognises(data[:65536], "x.csv")
    return list(linkedin.read(data, "x.csv"))


@needs_samples
def test_the_sample_of_a_real_export():
    found = list(linkedin.read((SAMPLES / "prm_Connections.csv").read_bytes(), "Connections.csv"))
    people = [record for record in found if isinstance(record, Proposed)]
    assert len(people) == 20
    assert [record for record in found if isinstance(record, Rejected)] == [
        Rejected(25, "nameless_row", {"organisation": "Defunct Robotics"})
    ]
    grace = people[1]
    assert (grace.key, grace.source, grace.line) == ("gracehopper", "linkedin", 6)
    entry = grace.entry
    assert (entry.given_name, entry.family_name, entry.organisation, entry.role) == (
        *("Grace", "Hopper", "US Navy", "Rear Admiral"),
    )
    assert entry.emails == (LabelledValue("grace.hopper@example.org"),)
    assert entry.links == (LabelledValue("https://www.linkedin.com/in/gracehopper", "LinkedIn"),)
    assert (entry.met_on, entry.networks) == (date(2018, 2, 3), (Membership("LinkedIn"),))
    assert [p.entry.name for p in people if not p.entry.given_name] == [
        "LinkedIn member (private-member-1a2b3c)",
        "LinkedIn member (private-member-4d5e6f)",
    ]


@needs_samples
def test_the_sample_with_todays_preamble():
    found = list(linkedin.read((SAMPLES / "lexnetwork_Connections.csv").read_bytes(), "Connections.csv"))
    assert [(record.line, record.entry.name) for record in found] == [
        *((5, "Ana Silva"), (6, "Marc Dubois"), (7, "Noah Okonkwo"), (8, "Kenji Watanabe")),
    ]


@needs_samples
def test_no_other_table_is_taken_for_connections():
    others = [path for path in SAMPLES.parent.rglob("*.csv") if not path.name.endswith("Connections.csv")]
    assert len(others) > 20
    assert [path.name for path in others if linkedin.recognises(path.read_bytes()[:65536], path.name)] == []


@pytest.mark.parametrize("preamble", ["", NOTES, "Notes:\n" + "une ligne\n" * 40])
@pytest.mark.parametrize(
    ("ends", "encoding"), [("\n", "utf-8"), ("\r\n", "utf-8-sig"), ("\r", "utf-16"), ("\n", "cp1252")]
)
def test_preambles_line_ends_and_encodings(preamble, ends, encoding):
    row = "Élise,Bé,https://www.linkedin.com/in/elise,,Société,Assistante,02 Mar 2021\n"
    (record,) = read((preamble + HEADER + row).replace("\n", ends), encoding)
    assert record.entry.name == "Élise Bé" and record.entry.organisation == "Société"
    assert record.line == (preamble + HEADER).count("\n") + 1


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (
            "First Name,Last Name,Email Address,Company,Position,Connected On",
            "Zoé,Bé,z@x.fr,Acme,Assistante,02 Mar 2021",
        ),
        ("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le", "Zoé,Bé,,z@x.fr,Acme,Assistante,2 mars 2021"),
        (
            "Connected On;Position;Company;Last Name;First Name;Email Address",
            "02 Mar 2021;Assistante;Acme;Bé;Zoé;z@x.fr",
        ),
        (
            '"First Name","Last Name","Email Address","Company","Position","Connected On"',
            '"Zoé","Bé","z@x.fr","Acme","Assistante","Mar 2, 2021"',
        ),
        (
            "First Name,Last Name,Company,Position,Email Address,Connected On,",
            "Zoé,Bé,Acme,Assistante,z@x.fr,2021-03-02,",
        ),
    ],
)
def test_headers_of_all_times(header, row):
    (record,) = read(f"{header}\n{row}\n")
    entry = record.entry
    assert (entry.name, entry.organisation, entry.role) == ("Zoé Bé", "Acme", "Assistante")
    assert (entry.emails, entry.met_on) == ((LabelledValue("z@x.fr"),), date(2021, 3, 2))
    assert record.key.startswith("name:")


def test_the_old_outlook_manner():
    titles = ["Title", "First Name", "Middle Name", "Last Name", "Suffix", "E-mail Address", "E-mail 2 Address"]
    titles += [f"Column {n}" for n in range(49)] + ["Company", "Department", "Job Title"]
    row = ["", "Zoé", "M.", "Bé", "", "z@x.fr", ""] + [""] * 49 + ["Acme", "", "Assistante"]
    assert len(titles) == 59
    (record,) = read(",".join(f'"{t}"' for t in titles) + "\n" + ",".join(f'"{c}"' for c in row) + "\n")
    assert (record.entry.name, record.entry.organisation, record.entry.role) == ("Zoé M. Bé", "Acme", "Assistante")


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.linkedin.com/in/Anne-LE-Goff/", "anne-le-goff"),
        ("http://fr.linkedin.com/in/%C3%89lise-b?trk=x#top", "élise-b"),
        ("www.linkedin.com/in/e\u0301lise", "élise"),
        ("linkedin.com/pub/anne/1/2/3", "pub/anne/1/2/3"),
        ("", ""),
        ("https://www.linkedin.com/", ""),
    ],
)
def test_one_person_has_one_slug(url, slug):
    assert linkedin.slug(url) == slug


def test_rows_that_say_too_little_or_too_much():
    found = read(
        HEADER + ",,,x@x.fr,Acme,,02 Mar 2021\n,,https://www.linkedin.com/,,,,\n"
        "Zoé,,https://www.linkedin.com/in/zoe,pas une adresse,,,un jour\nAnne,Bé,,,Acme, Inc.,Assistante,02 Mar 2021\n"
        ",,,,,,\nBob,Cé\n"
    )
    assert [(record.line, getattr(record, "reason", "")) for record in found] == [
        *((2, "nameless_row"), (3, "nameless_row"), (4, ""), (5, "too_many_cells"), (7, "")),
    ]
    assert found[2].entry.notes == "un jour\npas une adresse" and not found[2].entry.emails
    assert found[4].entry.name == "Bob Cé"


def test_names_lose_only_control_characters():
    (record,) = read(HEADER + '🌟 Anne\x07,"Bé, MBA",https://www.linkedin.com/in/a,,,,02 Mar 2021\n')
    assert (record.entry.given_name, record.entry.family_name) == ("🌟 Anne", "Bé, MBA")


@pytest.mark.parametrize(
    ("dates", "read_as"),
    [
        (["3/4/21", "12/15/25, 1:51 PM"], [date(2021, 3, 4), date(2025, 12, 15)]),
        (["3/4/2021", "15/12/2025"], [date(2021, 4, 3), date(2025, 12, 15)]),
        (["3/4/2021"], [date(2021, 3, 4)]),
        (
            ["2 févr. 2021", "31 décembre 2020", "1er août 2019"],
            [date(2021, 2, 2), date(2020, 12, 31), date(2019, 8, 1)],
        ),
        (["30 Feb 2021"], [None]),
    ],
)
def test_dates_are_read_as_the_whole_file_writes_them(dates, read_as):
    rows = "".join(f'A{n},B,,,,,"{said}"\n' for n, said in enumerate(dates))
    assert [record.entry.met_on for record in read(HEADER + rows)] == read_as


def test_the_same_file_again_has_the_same_keys():
    text = HEADER + "".join(f"A{n},B,,,,,02 Mar 20{n:02}\n" for n in range(30))
    keys = [record.key for record in read(text)]
    assert len(set(keys)) == 30 and keys == [record.key for record in read(NOTES + text)]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_damage_is_borne(noise):
    for record in linkedin.read(HEADER.encode() + b"Anne,B\xc3\xa9,,,,,02 Mar 2021\n" + noise, "x"):
        assert isinstance(record, Proposed | Rejected)
    linkedin.recognises(noise, "x")
