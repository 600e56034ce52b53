"""Keeping in touch: whose rhythm has lapsed or soon will, the rhythms of tags and networks, pauses, and a rhythm
proposed from the past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from journal.actions import reading
from journal.domain.changes import Changes
from journal.domain.contact import Contact
from journal.domain.entry import folded
from journal.domain.errors import InvalidEntry, NotFound
from journal.domain.keep_in_touch import Proposal, check_rhythm, fair_order, proposed_rhythm
from journal.domain.lines import Line
from journal.store import lists, rhythms
from journal.store.journal import Journal
from journal.store.rhythms import TAG_KEY, Group

ALL = 1_000_000


def lapsed_and_soon(journal: Journal, *, limit: int = ALL) -> tuple[list[Line], list[Line]]:
    """The contacts whose rhythm has lapsed, in a fair order, and those who would soon be glad to hear from her; of
    either `limit` at most."""
    today = journal.clock.now().date()
    with journal.reading():
        lapsed, soon = rhythms.silences(journal, today)
        ordered = fair_order(lapsed, today)[:limit]
        return tuple(  # type: ignore[return-value]  # two
            lists.by_ids(journal, [one.id for one in some]) for some in (ordered, soon[:limit])
        )


def lapsed(journal: Journal, *, limit: int = ALL) -> list[Line]:
    return lapsed_and_soon(journal, limit=limit)[0]


def groups(journal: Journal) -> list[Group]:
    """Every network, and every tag that contacts bear, with its rhythm."""
    return rhythms.groups(journal)


def set_tag_rhythm(journal: Journal, *, tag: str, days: int | None) -> Changes:
    """Everybody with this tag is under this rhythm who has none of their own; None takes it away. Raises InvalidEntry
    for a rhythm that is none, NotFound for a tag nobody bears."""
    check_rhythm(days)
    key = folded(tag.lstrip("#").strip())
    with journal.writing("rhythm") as writer:
        if not writer.sql.execute("SELECT 1 FROM tag WHERE folded = ?", (key,)).fetchone():
            raise NotFound("no_such_tag", name=tag[:60])
        writer.change_setting(TAG_KEY + key, "" if days is None else str(days))
    return writer.changes


def set_network_rhythm(journal: Journal, *, network_id: int, days: int | None) -> Changes:
    """The same for everybody who belongs to a network."""
    with journal.writing("rhythm") as writer:
        network = writer.entry(network_id)
        if network.kind != "network":
            raise NotFound("wrong_kind", id=network_id, kind=network.kind, asked="network")
        writer.update(replace(network, keep_in_touch_days=days))  # type: ignore[call-arg]  # a network
    return writer.changes


def set_contact_rhythm(journal: Journal, *, contact_id: int, days: int | None, off: bool = False) -> Changes:
    """The contact's own rhythm; None leaves it to tags and networks, `off` says that there is to be none."""
    with journal.writing("rhythm") as writer:
        writer.update(replace(_contact(writer.entry(contact_id)), keep_in_touch_days=days, keep_in_touch_off=off))
    return writer.changes


def pause(journal: Journal, *, contact_id: int, until: date | None) -> Changes:
    """Nothing is said of this contact's rhythm before `until`; None ends a pause. Raises InvalidEntry for a day that
    is not ahead."""
    if until is not None and until <= journal.clock.now().date():
        raise InvalidEntry("pause_into_past", "keep_in_touch_paused_until", value=until.isoformat())
    with journal.writing("pause" if until else "resume") as writer:
        writer.update(replace(_contact(writer.entry(contact_id)), keep_in_touch_paused_until=until))
    return writer.changes


def proposal(journal: Journal, *, contact_id: int) -> Proposal | None:
    """The rhythm that the past speaks for; None where it speaks for none, or for the one that holds."""
    contact = _contact(reading.entry(journal, entry_id=contact_id))
    found = proposed_rhythm(rhythms.exchange_days(journal, contact_id), journal.clock.now().date())
    return None if found is None or contact.keep_in_touch_off or found.days == contact.rhythm_days else found


def accept(journal: Journal, *, contact_id: int) -> Changes:
    """The proposed rhythm becomes the contact's own. Raises InvalidEntry where nothing is proposed."""
    found = proposal(journal, contact_id=contact_id)
    if found is None:
        raise InvalidEntry("no_rhythm_proposed", "keep_in_touch_days")
    return set_contact_rhythm(journal, contact_id=contact_id, days=found.days)


def _contact(entry: object) -> Contact:
    if not isinstance(entry, Contact):
        raise NotFound("wrong_kind", id=getattr(entry, "id", 0), kind=getattr(entry, "kind", ""), asked="contact")
    return entry
