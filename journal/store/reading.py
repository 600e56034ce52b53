"""Entries read whole, by plain SQL on the driver: fast, and before SQLModel is loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from journal.domain.contact import Contact
from journal.domain.entry import About, Attachment, Entry, LabelledValue, Membership, Person
from journal.domain.errors import NotFound
from journal.domain.event import Event
from journal.domain.keep_in_touch import next_exchange_due, rhythm_that_holds
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.domain.reminder import Reminder
from journal.store import veil
from journal.store.rows import DATE_COLUMNS, PLAIN_COLUMNS, VALUE_FIELDS

BATCH = 500  # ids in one query; SQLite takes 32,766

# The last real exchange with a contact (alias c): one whose time has come. `:now` is the moment asked. The one kept
# beside is looked up; only where it lies ahead of now are the exchanges of that contact gone through.
LAST_EXCHANGE = """(
  SELECT CASE WHEN kept.at <= :now THEN kept.at ELSE (
    SELECT max(seen.at) FROM exchange seen WHERE seen.contact_id = c.id AND seen.at <= :now) END
  FROM last_exchange kept WHERE kept.contact_id = c.id)"""

# The networks that give their people a rhythm; no more than a few.
NETWORK_RHYTHM = """SELECT n.id, n.keep_in_touch_days AS days, e.title FROM network n CROSS JOIN entry e ON e.id = n.id
  WHERE n.keep_in_touch_days IS NOT NULL AND e.deleted_at IS NULL"""

# Why is told by `domain.keep_in_touch.rhythm_that_holds`, which says the same of a contact (alias c).
RHYTHM_DAYS = f"""CASE WHEN c.keep_in_touch_off THEN NULL ELSE coalesce(c.keep_in_touch_days,
  (SELECT min(r.days) FROM tagging g CROSS JOIN tag_rhythm r ON r.tag_id = g.tag_id WHERE g.entry_id = c.id),
  (SELECT min(r.days) FROM membership m CROSS JOIN ({NETWORK_RHYTHM}) r ON r.id = m.network_id
   WHERE m.contact_id = c.id)) END"""


def moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def content_of(sql: Any, digest: str) -> bytes:
    """The bytes of an attachment; raises NotFound where the journal has none of that digest."""
    row = sql.execute("SELECT bytes FROM content WHERE digest = ?", (digest,)).fetchone()
    if row is None:
        raise NotFound("no_such_attachment", name=digest[:8])
    return bytes(row[0])


def is_id(number: int) -> bool:
    """Whether SQLite could hold it as an id at all (a number typed by hand may be of any length)."""
    return 0 < number < 2**63


def load(sql: Any, ids: Iterable[int], now: str) -> dict[int, Entry]:
    """The entries of these ids, in the trash or not; unknown ids are missing from the answer."""
    wanted = [entry_id for entry_id in dict.fromkeys(ids) if is_id(entry_id)]
    found: dict[int, Entry] = {}
    for start in range(0, len(wanted), BATCH):
        found.update(_load_batch(sql, wanted[start : start + BATCH], now))
    return {entry_id: found[entry_id] for entry_id in wanted if entry_id in found}


def _load_batch(sql: Any, ids: Sequence[int], now: str) -> dict[int, Entry]:
    marks = ",".join("?" * len(ids))
    shared: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
    titles: dict[int, str] = {}
    for row in sql.execute(
        "SELECT id, kind, uid, title, type, state, favourite, archived, confidential, source, created_at, updated_at,"
        f" deleted_at FROM entry WHERE id IN ({marks})",
        ids,
    ):
        titles[row[0]] = row[3]
        shared[row[1]][row[0]] = {
            "uid": row[2],
            "type": row[4],
            "state": row[5],
            "favourite": bool(row[6]),
            "archived": bool(row[7]),
            "confidential": bool(row[8]),
            "source": row[9],
            "created_at": moment(row[10]),
            "updated_at": moment(row[11]),
            "deleted_at": moment(row[12]),
        }
    tags = _grouped(
        sql,
        "SELECT g.entry_id, t.name FROM tagging g JOIN tag t ON t.id = g.tag_id"
        f" WHERE g.entry_id IN ({marks}) ORDER BY g.entry_id, g.position",
        ids,
        lambda row: row[0],
    )
    files = _grouped(
        sql,
        "SELECT a.entry_id, a.name, a.digest, c.size FROM attachment a JOIN content c ON c.digest = a.digest"
        f" WHERE a.entry_id IN ({marks}) ORDER BY a.entry_id, a.position",
        ids,
        lambda row: Attachment(*row),
    )
    found: dict[int, Entry] = {}
    for kind, by_id in shared.items():
        own = list(by_id)
        own_rows = _kind_rows(sql, kind, own)
        extra = _EXTRAS[kind](sql, own, own_rows, now)
        for entry_id in own:
            values = by_id[entry_id]
            plain = {name: own_rows[entry_id][name] for name in PLAIN_COLUMNS[kind]}
            common = {name: values[name] for name in _COMMON}
            common["attachments"] = tuple(files.get(entry_id, ()))
            found[entry_id] = _BUILDERS[kind](
                values,
                titles[entry_id],
                {"id": entry_id, "tags": tuple(tags.get(entry_id, ())), **common, **plain, **extra.get(entry_id, {})},
                own_rows[entry_id],
            )
    return found


_COMMON = ("uid", "confidential", "source", "created_at", "updated_at", "deleted_at")


def _kind_rows(sql: Any, kind: str, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    links = {"event": ("network_id",), "learning": ("event_id", "network_id"), "reminder": ("about_id",)}
    columns = ("id", *PLAIN_COLUMNS[kind], *DATE_COLUMNS[kind], *links.get(kind, ()))
    query = f"SELECT {', '.join(columns)} FROM {kind} WHERE id IN ({','.join('?' * len(ids))})"
    return {row[0]: dict(zip(columns, row, strict=True)) for row in sql.execute(query, ids)}


def _grouped(sql: Any, query: str, ids: Sequence[Any], make: Callable[[Any], Any]) -> dict[int, list[Any]]:
    """First column -> the things made of the other columns, in the query's order."""
    groups: dict[int, list[Any]] = defaultdict(list)
    for row in sql.execute(query, ids):
        groups[row[0]].append(make(row[1:]))
    return groups


# --- what each kind has besides its own columns ------------------------------------------------------------------


def _contact_extras(sql: Any, ids: Sequence[int], rows: Any, now: str) -> dict[int, dict[str, Any]]:
    marks = ",".join("?" * len(ids))
    values: dict[tuple[int, str], list[LabelledValue]] = defaultdict(list)
    for contact_id, field, label, value in sql.execute(
        f"SELECT contact_id, field, label, value FROM contact_value WHERE contact_id IN ({marks})"
        " ORDER BY contact_id, field, position",
        ids,
    ):
        values[contact_id, field].append(LabelledValue(value, label))
    networks = _grouped(
        sql,
        "SELECT m.contact_id, n.title, m.role FROM membership m JOIN entry n ON n.id = m.network_id"
        f" WHERE m.contact_id IN ({marks}) ORDER BY m.contact_id, m.position",
        ids,
        lambda row: Membership(row[0], row[1]),
    )
    last = {
        contact_id: day(when)
        for contact_id, when in sql.execute(
            f"SELECT c.id, {LAST_EXCHANGE.replace(':now', '?1')} FROM contact c WHERE c.id IN ({marks})", (now, *ids)
        )
    }
    rhythms = _rhythms(sql, ids, rows)
    introduced = any(rows[number]["introduced_by"] for number in ids) and veil.is_on(sql)
    hidden = veil.names_hidden(sql) if introduced else frozenset()
    return {
        contact_id: {
            "introduced_by": veil.unless_hidden(rows[contact_id]["introduced_by"], hidden),
            **{field: tuple(values.get((contact_id, field), ())) for field in VALUE_FIELDS},
            "networks": tuple(networks.get(contact_id, ())),
            "last_exchange": last.get(contact_id),
            "rhythm_days": rhythms[contact_id][0],
            "rhythm_from": rhythms[contact_id][1],
            "keep_in_touch_off": bool(rows[contact_id]["keep_in_touch_off"]),
            "confirmed_on": day(rows[contact_id]["confirmed_on"]),
            "keep_in_touch_paused_until": day(rows[contact_id]["keep_in_touch_paused_until"]),
        }
        for contact_id in ids
    }


def _rhythms(sql: Any, ids: Sequence[int], rows: Any) -> dict[int, tuple[int | None, str]]:
    """The rhythm that holds for each contact, and whose it is."""
    marks = ",".join("?" * len(ids))
    by_tag = _grouped(
        sql,
        "SELECT g.entry_id, r.days, '#' || t.name FROM tag_rhythm r CROSS JOIN tag t ON t.id = r.tag_id"
        f" JOIN tagging g ON g.tag_id = r.tag_id WHERE g.entry_id IN ({marks})",
        ids,
        tuple,
    )
    by_network = _grouped(
        sql,
        f"SELECT m.contact_id, r.days, r.title FROM ({NETWORK_RHYTHM}) r CROSS JOIN membership m"
        f" ON m.network_id = r.id WHERE m.contact_id IN ({marks})",
        ids,
        tuple,
    )
    return {
        contact_id: rhythm_that_holds(
            rows[contact_id]["keep_in_touch_days"],
            bool(rows[contact_id]["keep_in_touch_off"]),
            by_tag.get(contact_id, ()),
            by_network.get(contact_id, ()),
        )
        for contact_id in ids
    }


def _people(sql: Any, ids: Sequence[int]) -> dict[int, list[Person]]:
    return _grouped(
        sql,
        "SELECT p.entry_id, p.contact_id, c.title, p.role FROM participation p JOIN entry c ON c.id = p.contact_id"
        f" WHERE p.entry_id IN ({','.join('?' * len(ids))}) ORDER BY p.entry_id, p.position",
        ids,
        lambda row: Person(*row),
    )


def _titles(sql: Any, ids: Iterable[int | None]) -> dict[int, tuple[str, str]]:
    known = [entry_id for entry_id in set(ids) if entry_id]
    query = f"SELECT id, kind, title FROM entry WHERE id IN ({','.join('?' * len(known))})"
    return {row[0]: (row[1], row[2]) for row in sql.execute(query, known)}


def _event_extras(sql: Any, ids: Sequence[int], rows: Any, now: str) -> dict[int, dict[str, Any]]:
    people = _people(sql, ids)
    names = _titles(sql, (rows[i]["network_id"] for i in ids))
    return {
        i: {
            "participants": tuple(people.get(i, ())),
            "network": names.get(rows[i]["network_id"], ("", ""))[1],
            "all_day": bool(rows[i]["all_day"]),
        }
        for i in ids
    }


def _learning_extras(sql: Any, ids: Sequence[int], rows: Any, now: str) -> dict[int, dict[str, Any]]:
    people = _people(sql, ids)
    names = _titles(sql, (rows[i][name] for i in ids for name in ("network_id", "event_id")))
    return {
        i: {
            "people": tuple(people.get(i, ())),
            "network": names.get(rows[i]["network_id"], ("", ""))[1],
            "event": rows[i]["event_id"] if rows[i]["event_id"] in names else None,
        }
        for i in ids
    }


def _reminder_extras(sql: Any, ids: Sequence[int], rows: Any, now: str) -> dict[int, dict[str, Any]]:
    subjects = _titles(sql, (rows[i]["about_id"] for i in ids))
    return {
        i: {"about": About(subjects[about][0], about, subjects[about][1]) if about in subjects else None}
        for i in ids
        for about in (rows[i]["about_id"],)
    }


def _network_extras(sql: Any, ids: Sequence[int], rows: Any, now: str) -> dict[int, dict[str, Any]]:
    year = now[:4]
    counts = """
      SELECT n.id,
        (SELECT count(*) FROM membership m JOIN entry c ON c.id = m.contact_id
         WHERE m.network_id = n.id AND c.deleted_at IS NULL),
        (SELECT count(*) FROM event v JOIN entry e ON e.id = v.id
         WHERE v.network_id = n.id AND e.deleted_at IS NULL AND e.state = 'attended' AND e.date LIKE ? || '%'),
        (SELECT count(*) FROM learning l JOIN entry e ON e.id = l.id
         WHERE l.network_id = n.id AND e.deleted_at IS NULL AND e.date LIKE ? || '%')
      FROM network n WHERE n.id IN ({})"""
    keys = ("people_count", "events_this_year", "learnings_this_year")
    query = counts.format(",".join("?" * len(ids)))
    return {row[0]: dict(zip(keys, row[1:], strict=True)) for row in sql.execute(query, (year, year, *ids))}


_EXTRAS: dict[str, Callable[[Any, Sequence[int], Any, str], dict[int, dict[str, Any]]]] = {
    "contact": _contact_extras,
    "event": _event_extras,
    "learning": _learning_extras,
    "reminder": _reminder_extras,
    "network": _network_extras,
}


# --- from values to entries --------------------------------------------------------------------------------------


def _contact(shared: dict[str, Any], title: str, values: dict[str, Any], row: dict[str, Any]) -> Contact:
    met, created = day(row["met_on"]), shared["created_at"]
    due = next_exchange_due(
        values["rhythm_days"],
        values["last_exchange"],
        met,
        created and created.date(),
        values["keep_in_touch_paused_until"],
    )
    return Contact(
        **values, met_on=met, favourite=shared["favourite"], archived=shared["archived"], next_exchange_due=due
    )


def _event(shared: dict[str, Any], title: str, values: dict[str, Any], row: dict[str, Any]) -> Event:
    starts, ends = moment(row["starts_at"]), moment(row["ends_at"])
    return Event(**values, title=title, type=shared["type"], status=shared["state"], starts_at=starts, ends_at=ends)


def _learning(shared: dict[str, Any], title: str, values: dict[str, Any], row: dict[str, Any]) -> Learning:
    values.update({name: day(row[name]) for name in DATE_COLUMNS["learning"]})
    return Learning(**values, title=title, type=shared["type"], state=shared["state"])


def _reminder(shared: dict[str, Any], title: str, values: dict[str, Any], row: dict[str, Any]) -> Reminder:
    values.update({name: moment(row[name]) for name in DATE_COLUMNS["reminder"]})
    return Reminder(**values, title=title)


def _network(shared: dict[str, Any], title: str, values: dict[str, Any], row: dict[str, Any]) -> Network:
    return Network(**values, name=title, type=shared["type"], renews_on=day(row["renews_on"]))


_BUILDERS: dict[str, Callable[[dict[str, Any], str, dict[str, Any], dict[str, Any]], Entry]] = {
    "contact": _contact,
    "event": _event,
    "learning": _learning,
    "reminder": _reminder,
    "network": _network,
}
