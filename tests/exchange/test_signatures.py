"""Signatures as they stand below e-mails, in French and English: who it is, wholly right.

In signatures/signatures.txt each ends with a line of "===" and what is expected: name, role, organisation, addresses,
numbers (each with its label after a "/") and links, or nothing where it is nobody's.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.domain.contact import Contact
from journal.exchange import signature

FILE = Path(__file__).parent / "signatures" / "signatures.txt"


def cases() -> list[tuple[str, str]]:
    found, lines = [], []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("==="):
            found.append(("\n".join(lines).strip("\n"), line.removeprefix("===").strip()))
            lines = []
        else:
            lines.append(line)
    return found


def told(contact: Contact | None) -> str:
    if contact is None:
        return ""
    values = (
        [item.value for item in contact.emails],
        [f"{item.value}/{item.label}" for item in contact.phones],
        [item.value for item in contact.links],
    )
    return "|".join([contact.name, contact.role, contact.organisation, *map(",".join, values)])


@pytest.mark.parametrize(("text", "expected"), cases())
def test_whose_a_signature_is(text: str, expected: str) -> None:
    assert told(signature.read(text)).casefold() == expected.casefold()


def test_the_list_is_long_enough() -> None:
    assert len(cases()) >= 40
