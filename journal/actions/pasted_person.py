"""Which contact a pasted card, signature or e-mail is about: sure, somebody new, or for her to say."""

from __future__ import annotations

from typing import NamedTuple

from journal.actions.who_is_it import may_be_one_person, own_name
from journal.domain.capture.said import KnownPerson
from journal.domain.contact import Contact
from journal.store import named
from journal.store.journal import Journal
from journal.store.naming import contact_named


class Meant(NamedTuple):
    """The contact that is meant, or those among whom she chooses; neither for somebody new."""

    known: KnownPerson | None = None
    choices: tuple[KnownPerson, ...] = ()


def meant_by(journal: Journal, person: Contact, answer: KnownPerson | None) -> Meant:
    """`answer`: whom she said it is, of the id 0 somebody new; None while she has not said."""
    if answer is not None:
        return Meant(answer if answer.id else None)
    with journal.reading():
        owners = [KnownPerson(*one) for one in named.owners_of(journal, [item.value for item in person.emails])]
        bearers = [KnownPerson(*one) for one in named.of_name(journal, person.name)] if person.family_name else []
        if not owners and not bearers:
            nearly = [KnownPerson(*one) for one in named.nearly_named(journal, person.name)]
            return Meant(None, tuple(nearly))
    fitting = [one for one in owners if may_be_one_person(person, contact_named(one.name))]
    same = [one for one in fitting or bearers if own_name(one.name) == own_name(person.name)]
    for found in (same, fitting):
        if len(found) == 1:
            return Meant(found[0])
    return Meant(None, tuple(same or fitting or owners))
