"""--help, in her language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.cli.fields import options_of
from journal.cli.parser import COMMANDS, Command, Option
from journal.cli.printing import field_label, padded, table
from journal.domain.entry import KINDS
from journal.system.words import knows, say

PROGRAM = "networking-journal"
_GLOBAL = (
    ("--journal FILE", "journal"),
    ("--language fr|en", "language"),
    ("--passphrase-file FILE", "passphrase_file"),
    ("--now 2026-11-23T09:00", "now"),
    ("--demo", "demo"),
    ("--hidden", "hidden"),
    ("--capture", "capture"),
    ("--show-confidential", "show_confidential"),
    ("--new-journal", "new_journal"),
    ("--version", "version"),
    ("--help", "help"),
)


def overview() -> str:
    """All commands, one line each, and the global options."""
    lines = [say("cli.usage", usage=f"{PROGRAM} [{say('cli.options').lower()}] [{say('cli.command')}]"), ""]
    lines += [say("cli.about"), "", say("cli.commands")]
    lines += table([(f"  {command.name}", say(f"cli.help.{command.name}")) for command in COMMANDS.values()], 200)
    lines += ["", say("cli.options")]
    lines += table([(f"  {shown}", say(f"cli.option.{key}")) for shown, key in _GLOBAL], 200)
    lines += ["", say("cli.see_help", command=f"{say('cli.command')} --help")]
    return "\n".join(lines)


def of_command(command: Command, typed: Sequence[str]) -> str:
    """One command: how it is written, what it does, its options; with a kind, that kind's fields."""
    lines = [say("cli.usage", usage=f"{PROGRAM} {command.usage}"), "", say(f"cli.help.{command.name}")]
    rows = [(f"  {option.name} {option.takes}".rstrip(), _said_of(command, option)) for option in command.options]
    if rows:
        lines += ["", say("cli.options"), *table(rows, 200)]
    if command.fields:
        kinds = [word.rstrip("s") for word in typed[:1] if word.rstrip("s") in KINDS] or list(KINDS)
        for kind in kinds:
            lines += ["", say("cli.fields_of", kind=say(f"kind.{kind}").lower()), *_fields(kind)]
    return "\n".join(lines)


def _said_of(command: Command, option: Option) -> str:
    """What an option does, which may be another thing in this command than elsewhere."""
    name = option.name[2:].replace("-", "_")
    own = f"cli.option.{command.name}.{name}"
    return say(own if knows(own) else f"cli.option.{name}")


def _fields(kind: str) -> Iterator[str]:
    rows = []
    for option in options_of(kind).values():
        label = say("cli.option.with") if option.name == "--with" else field_label(option.field)
        rows.append((f"  {padded(option.name, 24)}", label + (f" ({say('cli.may_repeat')})" if option.many else "")))
    return table(rows, 200)
