"""Who is under a rhythm and when their next exchange is due: all of them at once, for Today."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.entry import folded
from journal.domain.keep_in_touch import LONGEST_SOON, Silence, soon_days
from journal.store.reading import LAST_EXCHANGE, NETWORK_RHYTHM

if TYPE_CHECKING:
    from journal.store.journal import Journal

# The setting that holds the rhythm of a tag; the view `tag_rhythm` reads it.
TAG_KEY = "rhythm.tag."

# From the rhythms to their people, never from all contacts; the last exchange is looked up once for each. One row for
# all: between rows the reader waits its turn with whatever else runs, thousands of times.
_UNDER_RHYTHM = f"""
WITH by_tag (id, days) AS MATERIALIZED (
  SELECT g.entry_id, min(r.days) FROM tag_rhythm r CROSS JOIN tagging g ON g.tag_id = r.tag_id GROUP BY g.entry_id),
by_network (id, days) AS MATERIALIZED (
  SELECT m.contact_id, min(r.days) FROM ({NETWORK_RHYTHM}) r CROSS JOIN membership m ON m.network_id = r.id
  GROUP BY m.contact_id),
people (id) AS (
  SELECT id FROM contact WHERE keep_in_touch_days IS NOT NULL UNION SELECT id FROM by_tag
  UNION SELECT id FROM by_network)
SELECT json_group_array(json_array(
  c.id, coalesce(c.keep_in_touch_days, t.days, n.days), coalesce({LAST_EXCHANGE}, c.met_on, e.created_at),
  c.keep_in_touch_paused_until, e.favourite))
FROM people CROSS JOIN contact c ON c.id = people.id CROSS JOIN entry e ON e.id = c.id
LEFT JOIN by_tag t ON t.id = c.id LEFT JOIN by_network n ON n.id = c.id
WHERE e.deleted_at IS NULL AND e.archived = 0 AND NOT c.keep_in_touch_off
"""


class Silences(NamedTuple):
    """Contacts under a rhythm: those whose next exchange is overdue, and those for whom one would be welcome soon,
    the soonest first."""

    lapsed: list[Silence]
    soon: list[Silence]


def silences(journal: Journal, today: date) -> Silences:
    found = Silences([], [])
    with journal.reading() as sql:
        rows = json.loads(sql.execute(_UNDER_RHYTHM, {"now": journal.now()}).fetchone()[0])
    now = today.toordinal()
    for contact_id, days, since, paused, favourite in rows:  # thousands: `stage` of the domain, without its dates
        over = now - date.fromisoformat(since[:10]).toordinal() - days
        if paused is not None:
            left = date.fromisoformat(paused).toordinal() - now
            if left > 0:
                continue
            over = min(over, -left)
        if over > 0:
            found.lapsed.append(Silence(contact_id, days, over, bool(favourite)))
        elif -over <= LONGEST_SOON and -over <= soon_days(days):
            found.soon.append(Silence(contact_id, days, over, bool(favourite)))
    found.soon.sort(key=lambda one: (-one.days_over, not one.favourite, one.id))
    return found


def exchange_days(journal: Journal, contact_id: int) -> list[date]:
    """The days of all exchanges with a contact up to now, each as often as there was one."""
    query = "SELECT at FROM exchange WHERE contact_id = ? AND at <= ? ORDER BY at"
    with journal.reading() as sql:
        return [date.fromisoformat(at[:10]) for (at,) in sql.execute(query, (contact_id, journal.now()))]


class Group(NamedTuple):
    """A tag or network with how many contacts it holds; `days` is its rhythm, None for none. `id` 0 for a tag."""

    kind: str
    id: int
    name: str
    people: int
    days: int | None


def groups(journal: Journal) -> list[Group]:
    """All networks, and the tags that contacts bear, the largest first; those with a rhythm before the others."""
    there = "JOIN entry c ON c.id = {} AND c.kind = 'contact' AND c.deleted_at IS NULL AND c.archived = 0"
    networks = f"""SELECT 'network', e.id, e.title, count(c.id), n.keep_in_touch_days FROM entry e
        JOIN network n ON n.id = e.id LEFT JOIN (membership m {there.format("m.contact_id")}) ON m.network_id = e.id
        WHERE e.deleted_at IS NULL GROUP BY e.id"""
    tags = f"""SELECT 'tag', 0, t.name, count(*), r.days FROM tag t JOIN tagging g ON g.tag_id = t.id
        {there.format("g.entry_id")} LEFT JOIN tag_rhythm r ON r.tag_id = t.id GROUP BY t.id"""
    with journal.reading() as sql:
        found = [Group(*row) for query in (networks, tags) for row in sql.execute(query)]
    return sorted(found, key=lambda one: (one.kind == "tag", one.days is None, -one.people, folded(one.name)))
