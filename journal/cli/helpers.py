"""The command `helpers`: who could help with a question."""

from __future__ import annotations

from journal.actions import helpers
from journal.cli.desk import Desk
from journal.cli.parser import Arguments, whole_number
from journal.cli.printing import out, out_json_list, table
from journal.domain.helping import Reason
from journal.system.words import say


def do_helpers(desk: Desk, arguments: Arguments) -> int:
    """Who could help, the best first; with --ask, notes before that somebody was asked."""
    journal = desk.journal()
    if "ask" in arguments.options:
        contact = whole_number("--ask", arguments.text("ask"))
        helpers.ask(journal, question=arguments.number, contact=contact)
    found = helpers.who_can_help(journal, question=arguments.number, limit=arguments.count("limit", 8))
    if arguments.json:
        out_json_list(
            {
                "id": one.contact_id,
                "name": one.name,
                "score": one.score,
                "reason": ", ".join(map(_told, one.reasons)),
                "reasons": [{"reason": reason.code, "text": reason.text} for reason in one.reasons],
            }
            for one in found
        )
        return 0
    for line in table([(str(one.contact_id), one.name, " · ".join(map(_told, one.reasons))) for one in found]):
        out(line)
    if not found:
        out(say("helpers.none"))
    return 0


def _told(reason: Reason) -> str:
    return say(f"helper.{reason.code}", text=reason.text)
