"""Looking back: the year in figures, never against her."""

from __future__ import annotations

from dataclasses import dataclass

from journal.store.journal import Journal


@dataclass(frozen=True, slots=True)
class YearCounts:
    """Figures of one year; `by_month` counts events attended (12 numbers), `by_network` (name, events, learnings)."""

    year: int
    events: int
    people_met: int
    new_contacts: int
    hours_with_people: float
    hours_learned: float
    help_given: int
    help_received: int
    learnings: dict[str, int]  # type -> how many
    questions_settled: int
    by_month: tuple[int, ...]
    by_network: list[tuple[str, int, int]]
    years: tuple[int, ...]  # those that hold anything, newest first


_ATTENDED = "e.kind = 'event' AND e.state = 'attended' AND e.deleted_at IS NULL AND e.date >= :first AND e.date < :next"
_LEARNED = "e.kind = 'learning' AND e.deleted_at IS NULL AND e.date >= :first AND e.date < :next"


def year_counts(journal: Journal, *, year: int) -> YearCounts:
    values = {"first": f"{year:04}", "next": f"{year + 1:04}", "now": journal.now()}
    with journal.reading() as sql:

        def one(query: str) -> tuple[float, ...]:
            return tuple(value or 0 for value in sql.execute(query, values).fetchone())

        events, hours, given, received = one(
            f"""SELECT count(*), sum(coalesce(v.hours, 0)), sum(v.help = 'given'), sum(v.help = 'received')
            FROM entry e JOIN event v ON v.id = e.id WHERE {_ATTENDED}"""
        )
        (people,) = one(
            f"""SELECT count(DISTINCT p.contact_id) FROM entry e JOIN participation p ON p.entry_id = e.id
            WHERE {_ATTENDED}"""
        )
        (new,) = one(
            """SELECT count(*) FROM entry e JOIN contact c ON c.id = e.id WHERE e.deleted_at IS NULL
            AND coalesce(c.met_on, e.created_at) >= :first AND coalesce(c.met_on, e.created_at) < :next"""
        )
        (learned,) = one(f"SELECT sum(l.hours) FROM entry e JOIN learning l ON l.id = e.id WHERE {_LEARNED}")
        types = dict(sql.execute(f"SELECT e.type, count(*) FROM entry e WHERE {_LEARNED} GROUP BY e.type", values))
        (settled,) = one(f"SELECT count(*) FROM entry e WHERE {_LEARNED} AND e.state = 'settled'")
        months = dict(
            sql.execute(f"SELECT substr(e.date, 6, 2), count(*) FROM entry e WHERE {_ATTENDED} GROUP BY 1", values)
        )
        networks = sql.execute(
            f"""SELECT n.title,
              (SELECT count(*) FROM event v JOIN entry e ON e.id = v.id WHERE v.network_id = n.id AND {_ATTENDED}),
              (SELECT count(*) FROM learning l JOIN entry e ON e.id = l.id WHERE l.network_id = n.id AND {_LEARNED})
            FROM entry n WHERE n.kind = 'network' AND n.deleted_at IS NULL ORDER BY 2 DESC, n.sort_key""",
            values,
        ).fetchall()
        years = sql.execute(
            """SELECT DISTINCT substr(date, 1, 4) FROM entry WHERE kind IN ('event', 'learning') AND date <> ''
            AND date <= :now AND deleted_at IS NULL ORDER BY 1 DESC""",
            values,
        ).fetchall()
    return YearCounts(
        year=year,
        events=int(events),
        people_met=int(people),
        new_contacts=int(new),
        hours_with_people=float(hours),
        hours_learned=float(learned),
        help_given=int(given),
        help_received=int(received),
        learnings=types,
        questions_settled=int(settled),
        by_month=tuple(months.get(f"{month:02}", 0) for month in range(1, 13)),
        by_network=[row for row in networks if row[1] or row[2]],
        years=tuple(int(row[0]) for row in years),
    )
