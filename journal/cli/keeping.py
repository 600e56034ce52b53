"""Commands about keeping in touch: rhythm, pause, resume; the days that return: days; what is read again: reread; what
is still right: review."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from journal.actions import reading, rereading, returning_days, review, rhythms
from journal.cli.desk import Desk
from journal.cli.fields import entry_of
from journal.cli.parser import Arguments, whole_number
from journal.cli.printing import day_words, named, out, out_json, out_lines, table
from journal.domain.contact import Contact
from journal.domain.entry import folded
from journal.domain.errors import InvalidEntry, NotFound, UserFacingError, WrongUsage
from journal.domain.keep_in_touch import stage
from journal.domain.returning_days import ReturningDay
from journal.domain.spoken_dates import spoken_moment
from journal.store.journal import Journal
from journal.system import words
from journal.system.words import say

WHAT = ("contact", "tag", "network")
NONE, OFF, PROPOSED = ("none", "aucun", "aucune"), ("off", "jamais", "never"), ("proposed", "propose")


def do_rhythm(desk: Desk, arguments: Arguments) -> int:
    """All rhythms of tags and networks; one of a contact, a tag or a network; or that one set."""
    typed = list(arguments.words)
    if not typed:
        return _overview(desk, arguments)
    what = typed.pop(0)
    if what not in WHAT:
        raise WrongUsage("option_one_of", option="WHAT", value=what[:60], allowed=", ".join(WHAT))
    if not typed:
        raise WrongUsage("word_missing", name="NAME", usage="rhythm [WHAT] [NAME] [DAYS]")
    journal = desk.journal()
    if what == "contact":
        return _of_contact(journal, entry_of(journal, "contact", whole_number("ID", typed[0])).id, typed[1:], arguments)
    name = typed[0]
    if typed[1:]:
        days = _days(typed[1])
        if what == "tag":
            rhythms.set_tag_rhythm(journal, tag=name, days=days)
        else:
            rhythms.set_network_rhythm(journal, network_id=_network(journal, name), days=days)
    wanted = folded(name.lstrip("#"))
    for group in rhythms.groups(journal):
        if group.kind == what and (folded(group.name) == wanted or str(group.id) == name != "0"):
            shown = _group_json(group)
            out_json(shown) if arguments.json else out(_group_said(group))
            return 0
    raise NotFound("no_such_tag" if what == "tag" else "no_such_network", name=name[:60])


def _overview(desk: Desk, arguments: Arguments) -> int:
    groups = rhythms.groups(desk.journal())
    if arguments.json:
        out_json([_group_json(group) for group in groups])
        return 0
    for group in groups:
        if group.days is not None:
            out(_group_said(group))
    if not any(group.days is not None for group in groups):
        out(say("rhythm.none_yet"))
    return 0


def _group_json(group: Any) -> dict[str, Any]:
    return {
        "kind": group.kind,
        "id": group.id or None,
        "name": group.name,
        "people": group.people,
        "keep_in_touch_days": group.days,
    }


def _group_said(group: Any) -> str:
    name = f"#{group.name}" if group.kind == "tag" else group.name
    rhythm = say("rhythm.none") if group.days is None else say("rhythm.every", count=group.days)
    return say("rhythm.group", name=name, rhythm=rhythm, people=say("rhythm.people", count=group.people))


def _network(journal: Journal, text: str) -> int:
    if text.isascii() and text.isdigit():
        return entry_of(journal, "network", whole_number("ID", text)).id
    for line in reading.networks(journal):
        if folded(line.title) == folded(text):
            return line.id
    raise NotFound("no_such_network", name=text[:60])


def _days(text: str) -> int | None:
    """A number of days, None for "none". Raises InvalidEntry for anything else; whether it is a rhythm is looked at
    where it is set."""
    if folded(text) in NONE:
        return None
    try:
        return int(text)
    except ValueError as problem:
        raise InvalidEntry("not_a_value", "keep_in_touch_days", value=text[:60]) from problem


def _of_contact(journal: Journal, contact_id: int, typed: list[str], arguments: Arguments) -> int:
    if typed and folded(typed[0]) in PROPOSED:
        rhythms.accept(journal, contact_id=contact_id)
    elif typed and folded(typed[0]) in OFF:
        rhythms.set_contact_rhythm(journal, contact_id=contact_id, days=None, off=True)
    elif typed:
        rhythms.set_contact_rhythm(journal, contact_id=contact_id, days=_days(typed[0]))
    return _tell_contact(journal, contact_id, arguments)


def do_pause(desk: Desk, arguments: Arguments) -> int:
    when = " ".join(arguments.words[1:])
    until = spoken_moment(when, desk.now, words.language())
    if until is None:
        raise UserFacingError("when_not_understood", value=when[:60])
    return _paused(desk, arguments, until.date())


def do_resume(desk: Desk, arguments: Arguments) -> int:
    return _paused(desk, arguments, None)


def _paused(desk: Desk, arguments: Arguments, until: date | None) -> int:
    journal = desk.journal()
    contact = entry_of(journal, "contact", arguments.number)
    rhythms.pause(journal, contact_id=contact.id, until=until)
    return _tell_contact(journal, contact.id, arguments)


def _tell_contact(journal: Journal, contact_id: int, arguments: Arguments) -> int:
    contact: Any = reading.entry(journal, entry_id=contact_id)
    proposal = rhythms.proposal(journal, contact_id=contact_id)
    if arguments.json:
        out_json(_contact_json(contact, proposal, journal.clock.now().date()))
        return 0
    out(named("contact", contact.id, contact.heading))
    for line in table([(f"  {label}", value) for label, value in _contact_said(contact, proposal)], 200):
        out(line)
    return 0


def _contact_json(contact: Contact, proposal: Any, today: date) -> dict[str, Any]:
    days, paused, due = contact.rhythm_days, contact.keep_in_touch_paused_until, contact.next_exchange_due
    dates = {"last_exchange": contact.last_exchange, "next_exchange_due": due, "paused_until": paused}
    return {
        "id": contact.id,
        "name": contact.name,
        "keep_in_touch_days": contact.keep_in_touch_days,
        "off": contact.keep_in_touch_off,
        "rhythm_days": days,
        "rhythm_from": contact.rhythm_from or None,
        **{name: day.isoformat() if day else None for name, day in dates.items()},
        "stage": stage(due, days, today, paused) or None,
        "proposed_days": proposal.days if proposal else None,
    }


def _contact_said(contact: Contact, proposal: Any) -> list[tuple[str, str]]:
    days = contact.rhythm_days
    rhythm = say("rhythm.none") if days is None else say("rhythm.every", count=days)
    if contact.rhythm_from:
        rhythm = say("rhythm.as", rhythm=rhythm, name=contact.rhythm_from)
    rows = [(say("field.keep_in_touch_days"), rhythm)]
    for name in ("last_exchange", "next_exchange_due", "keep_in_touch_paused_until"):
        if day := getattr(contact, name):
            rows.append((say(f"field.{name}"), day_words(day)))
    if proposal:
        rows.append((say("rhythm.proposed"), say("rhythm.every", count=proposal.days)))
    return rows


AHEAD = 14


def do_days(desk: Desk, arguments: Arguments) -> int:
    """The days that return within so many days, once what was asked is switched on or off."""
    journal = desk.journal()
    ahead = arguments.count("ahead", AHEAD)
    if ahead > returning_days.FARTHEST:
        raise UserFacingError("too_far_ahead", count=ahead, most=returning_days.FARTHEST)
    for name, on in (("off", False), ("on", True)):
        for kind in arguments.options.get(name, ()):
            returning_days.switch(journal, kind=kind, on=on)
    if "region" in arguments.options:
        returning_days.choose_region(journal, region=arguments.text("region"))
    today = desk.now.date()
    found = returning_days.between(journal, first=today, last=today + timedelta(days=ahead))
    if arguments.json:
        out_json(
            [
                {
                    "kind": one.kind,
                    "day": one.day.isoformat(),
                    "about": {"kind": one.entry_kind, "id": one.id, "title": one.title} if one.id else None,
                    "years": one.years or None,
                }
                for one in found
            ]
        )
        return 0
    for line in table([(day_words(one.day), _day_said(one), one.title) for one in found]):
        out(line)
    if not found:
        out(say("days.none"))
    return 0


def _day_said(one: ReturningDay) -> str:
    return say("days.met", count=one.years) if one.kind == "met" else say(f"days.{one.kind}")


def do_reread(desk: Desk, arguments: Arguments) -> int:
    """The learning of the day; or what she says of one: read, applied, not_now."""
    journal = desk.journal()
    if arguments.words:
        number = entry_of(journal, "learning", whole_number("ID", arguments.words[0])).id
        if len(arguments.words) < 2:
            raise WrongUsage("word_missing", name="ANSWER", usage="reread [ID] [ANSWER]")
        rereading.answer(journal, entry_id=number, answer=arguments.words[1].replace("-", "_"))
    else:
        found = rereading.of_the_day(journal)
        if found is None:
            out_json(None) if arguments.json else out(say("reread.nothing"))
            return 0
        number = found.line.id
    learning: Any = reading.entry(journal, entry_id=number)
    answered = learning.read_on == desk.now.date()
    if arguments.json:
        again = learning.read_again_on
        out_json(
            {
                "id": number,
                "title": learning.title,
                "body": learning.body or None,
                "state": learning.state,
                "times_read": learning.times_read,
                "answered": answered,
                "read_again_on": again.isoformat() if again else None,
            }
        )
        return 0
    out(named("learning", number, learning.title))
    if answered:
        out(say("reread.again", day=day_words(learning.read_again_on)))
    elif learning.body:
        out(learning.body)
    return 0


def do_review(desk: Desk, arguments: Arguments) -> int:
    """Who waits for the yearly "still right?", once she said it of one, or put it off until next month."""
    journal = desk.journal()
    if arguments.words:
        contact = entry_of(journal, "contact", whole_number("ID", arguments.words[0]))
        review.still_right(journal, contact_id=contact.id)
    if "later" in arguments.options:
        review.put_off(journal)
    lines = review.waiting(journal)
    until = review.put_off_until(journal)
    if arguments.json:
        waiting = [{"id": line.id, "name": line.title} for line in lines]
        out_json({"waiting": waiting, "put_off_until": until.isoformat() if until else None})
        return 0
    out_lines(lines)
    if not lines:
        out(say("review.nobody"))
    elif until:
        out(say("review.later", day=day_words(until)))
    return 0
