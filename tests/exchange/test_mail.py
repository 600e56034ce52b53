"""E-mails saved as files, signatures and profiles pasted as text: who it is, and nothing that is not said."""

from __future__ import annotations

import struct
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.exchange import mail, signature

END, NONE = 0xFFFFFFFE, 0xFFFFFFFF
EML = (
    b"From: =?utf-8?q?Claire_Dup=C3=A9rier?= <claire.duperier@exemple.fr>\r\nTo: moi@exemple.fr\r\n"
    b"Subject: =?utf-8?q?Ordre_du_jour_du_comit=C3=A9?=\r\nDate: Fri, 20 Nov 2026 09:12:44\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBonjour,\r\nVoici l'ordre du jour.\r\n"
    b"--\r\nClaire Dup\xc3\xa9rier\r\nAssistante de direction\r\nDanone\r\nT. : 01 42 00 00 01\r\n"
)

SIGNATURES = {
    "Bien à vous,\n\nHélène MARCHAND\nAssistante de direction "
    "| Airbus\nTél. : +33 (0)5 61 00 00 00\nPort. : 06 12 34 56 78\n"
    "helene.marchand@airbus.example\nwww.airbus.example": (
        *("Hélène", "Marchand", "Assistante de direction", "Airbus"),
        ["helene.marchand@airbus.example"],
        ["+33 (0)5 61 00 00 00", "06 12 34 56 78"],
    ),
    "Kind regards\nTom Baker\nExecutive Assistant to the CEO\nAcme Widgets Ltd\nM: +44 7700 900123 "
    "| F: +44 113 496 0000\n"
    "tom.baker@acme.example": (
        *("Tom", "Baker", "Executive Assistant to the CEO", "Acme Widgets Ltd"),
        ["tom.baker@acme.example"],
        ["+44 7700 900123"],
    ),
    "Jean-Pierre de la Tour - Office manager chez Capgemini\njp.delatour@capgemini.example": (
        *("Jean-Pierre", "de la Tour", "Office manager", "Capgemini"),
        ["jp.delatour@capgemini.example"],
        [],
    ),
    "Sophie Le Goff\nSophie Le Goff\nAssistante de direction chez Michelin\nClermont-Ferrand, France · Coordonnées\n"
    "500+ relations\nwww.linkedin.com/in/sophie-le-goff": (
        *("Sophie", "Le Goff", "Assistante de direction", "Michelin"),
        [],
        [],
    ),
}


PIECES = [*SIGNATURES, "\n", "|", "@", "<", "06 "]


@pytest.mark.parametrize("text", SIGNATURES)
def test_a_signature_or_a_profile_is_a_person(text: str) -> None:
    contact = signature.read(text)
    assert contact is not None
    found = (contact.given_name, contact.family_name, contact.role, contact.organisation)
    emails, phones = [one.value for one in contact.emails], [one.value for one in contact.phones]
    assert (*found, emails, phones) == SIGNATURES[text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Coffee with Tom Baker tomorrow",
        "Ordre du jour\n1. Budget\n2. Divers",
        "Total 12 345,00 €\nSIRET 123 456 789 00012",
    ],
)
def test_other_text_is_no_person(text: str) -> None:
    assert signature.read(text) is None


def test_an_address_line() -> None:
    contact = signature.read_address('"Dupont, Claire" <claire.dupont@exemple.fr>')
    assert contact is not None
    assert (contact.given_name, contact.family_name) == ("Claire", "Dupont")
    assert signature.read_address("claire@a.fr") is None
    assert signature.read_address("A B <a@b.fr>, C D <c@d.fr>") is None


def test_an_e_mail_says_who_when_and_about_what() -> None:
    read = mail.read(EML)
    assert read is not None
    assert (read.name, read.address) == ("Claire Dupérier", "claire.duperier@exemple.fr")
    assert (read.subject, read.sent) == ("Ordre du jour du comité", datetime(2026, 11, 20, 9, 12))
    assert "Voici l'ordre du jour" in read.body


def message_file(streams: dict[str, bytes]) -> bytes:
    """A compound file (MS-CFB, version 3) of such streams, each of at least 4,096 bytes, in the root."""
    sectors: list[bytes] = []
    chains: list[list[int]] = []
    for data in streams.values():
        parts = [data[at : at + 512].ljust(512, b"\0") for at in range(0, len(data), 512)]
        chains.append([len(sectors) + number for number in range(len(parts))])
        sectors += parts
    entries = [_entry("Root Entry", 5, child=1)]
    names = list(streams)
    for number, (name, data) in enumerate(streams.items()):
        right = number + 2 if number + 1 < len(names) else 0xFFFFFFFF
        entries.append(_entry(name, 2, start=chains[number][0], size=len(data), right=right))
    while len(entries) % 4:
        entries.append(_entry("", 0))
    directory = [b"".join(entries[at : at + 4]) for at in range(0, len(entries), 4)]
    chains.append([len(sectors) + number for number in range(len(directory))])
    first = chains[-1][0]
    sectors += directory
    tables = -(-(len(sectors) + 1) // 127)
    fat = [0xFFFFFFFF] * (128 * tables)
    for chain in chains:
        for here, following in zip(chain, [*chain[1:], 0xFFFFFFFE], strict=True):
            fat[here] = following
    places = [len(sectors) + number for number in range(tables)]
    for place in places:
        fat[place] = 0xFFFFFFFD
    sectors += [struct.pack("<128I", *fat[128 * number : 128 * number + 128]) for number in range(tables)]
    head = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIII", 0, tables, first, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", *places, *[0xFFFFFFFF] * (109 - tables))
    return head + b"".join(sectors)


def _entry(
    name: str, kind: int, *, start: int = 0xFFFFFFFE, size: int = 0, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF
) -> bytes:
    written = (name + "\0").encode("utf-16-le") if name else b""
    head = written.ljust(64, b"\0") + struct.pack("<HBBIII", len(written), kind, 1, 0xFFFFFFFF, right, child)
    return head + b"\0" * 36 + struct.pack("<IQ", start, size)


def outlook_message() -> bytes:
    def text(value: str) -> bytes:
        return (value + "\0" * 2_100).encode("utf-16-le")

    ticks = int((datetime(2026, 11, 20, 9, 12).astimezone().timestamp() + 11_644_473_600) * 10_000_000)
    properties = b"\0" * 32 + struct.pack("<IIQ", 0x00390040, 6, ticks)
    return message_file(
        {
            "__properties_version1.0": properties.ljust(4_096, b"\0"),
            "__substg1.0_0037001F": text("Réunion du réseau"),
            "__substg1.0_0C1A001F": text("Tom Baker"),
            "__substg1.0_5D01001F": text("tom.baker@acme.example"),
            "__substg1.0_1000001F": text("Hello\r\nTom Baker\r\nExecutive Assistant\r\nAcme Widgets Ltd"),
        }
    )


def test_outlooks_own_file() -> None:
    read = mail.read(outlook_message())
    assert read is not None
    assert (read.name, read.address) == ("Tom Baker", "tom.baker@acme.example")
    assert (read.subject, read.sent) == ("Réunion du réseau", datetime(2026, 11, 20, 9, 12))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 12_000), st.sampled_from([EML, None]))
def test_a_damaged_file_is_read_or_is_none(rubbish: bytes, at: int, whole: bytes | None) -> None:
    data = whole or outlook_message()
    mail.read(data[:at] + rubbish + data[at + len(rubbish) :])
    mail.read(data[:at])


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=400)
    | st.lists(st.sampled_from([*SIGNATURES, "\n", "|", "@", "<", "06 "]), max_size=6).map("".join)
)
def test_no_text_is_too_odd(text: str) -> None:
    signature.read(text)
    signature.read_address(text)


@pytest.mark.parametrize("piece", ["a@", "1 ", "a ", "http://", "Jean ", "| ", "(0) ", "a.", "- "])
def test_a_megabyte_is_read_at_once(piece: str) -> None:
    signature.read(piece * (1_000_000 // len(piece)))
