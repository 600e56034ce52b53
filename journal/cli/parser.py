"""The commands of CLI.md as data, and reading what was typed after one: nothing heavy is imported here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from journal.cli.fields import TRUTHS, FieldOption, options_of
from journal.domain.entry import KINDS
from journal.domain.errors import WrongUsage
from journal.domain.event import HELP
from journal.domain.returning_days import KINDS as DAYS
from journal.domain.returning_days import REGIONS
from journal.system.options import VALUES

ANYWHERE = ("--demo", "--show-confidential")  # flags for any command
_OPTION = re.compile(r"--[a-z][a-z-]*(?:=.*)?|-h", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Option:
    """`takes` names the value in the help ("" for one that stands alone); `of` are the only values there are."""

    name: str
    takes: str = ""
    many: bool = False
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """`room` is the module of this package that does it. `words` name what stands after it: "[DIR]" may be left out,
    "FILE…" may be several, "KIND" and "ID" are checked. With `fields`, each field of the kind is an option too."""

    name: str
    room: str
    words: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    fields: bool = False

    @property
    def usage(self) -> str:
        shown = [f"[{o.name} {o.takes}]" if o.takes else f"[{o.name}]" for o in self.options]
        kinds = "|".join(KINDS)
        words = [word.replace("KIND", kinds) for word in self.words]
        return " ".join([self.name, *words, *(["--FIELD VALUE…"] if self.fields else []), *shown])


@dataclass(slots=True)
class Arguments:
    """What was typed: `words` as they stand, `options` by name without dashes, `fields` in the order given;
    `global_options` that stand after the command, where people look for them too."""

    words: list[str] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=dict)
    fields: list[tuple[FieldOption, str]] = field(default_factory=list)
    global_options: list[str] = field(default_factory=list)
    help: bool = False

    @property
    def json(self) -> bool:
        return bool(self.options.get("json"))

    @property
    def kind(self) -> str:
        return kind_named(self.words[0])

    @property
    def number(self) -> int:
        """The entry's id: the last word but for `snooze`, which says when after it."""
        return whole_number("ID", self.words[1] if self.words[0].rstrip("s") in KINDS else self.words[0])

    def text(self, name: str, default: str = "") -> str:
        return str(self.options.get(name, default))

    def count(self, name: str, default: int) -> int:
        return whole_number(f"--{name}", self.options[name]) if name in self.options else default


_JSON = Option("--json")
_YEAR = Option("--year", "Y")
_NETWORK = Option("--network", "N")
_KIND_ID = ("KIND", "ID")
CHOICES = ("name", "organisation", "role", "birthday", "met_on", "how_met", "introduced_by", "keep_in_touch_days")

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command("add", "making", ("TEXT…",), (_JSON,)),
        Command(
            "new",
            "making",
            ("KIND",),
            (Option("--from-json", "FILE"), Option("--template", "NAME"), _JSON),
            fields=True,
        ),
        Command("templates", "showing", (), (_JSON,)),
        Command("show", "showing", _KIND_ID, (_JSON,)),
        Command(
            "list",
            "showing",
            ("KIND",),
            (_NETWORK, Option("--tag", "T"), Option("--lapsed"), Option("--trash"), _JSON),
        ),
        Command("timeline", "showing", ("ID",), (_JSON,)),
        Command("edit", "making", _KIND_ID, (_JSON,), fields=True),
        Command("delete", "making", _KIND_ID, (_JSON,)),
        Command("restore", "making", _KIND_ID, (_JSON,)),
        Command("undo", "making", (), (_JSON,)),
        Command("redo", "making", (), (_JSON,)),
        Command("history", "showing", _KIND_ID, (_JSON,)),
        Command(
            "merge", "making", ("CONTACT_ID", "OTHER_ID"), (Option("--theirs", "FIELD", many=True, of=CHOICES), _JSON)
        ),
        Command("duplicates", "showing", (), (_JSON,)),
        Command("attach", "attaching", (*_KIND_ID, "FILE…"), (_JSON,)),
        Command("detach", "attaching", (*_KIND_ID, "NAME"), (_JSON,)),
        Command("attachments", "attaching", _KIND_ID, (Option("--save", "DIR"), _JSON)),
        Command(
            "search", "showing", ("WORDS…",), (Option("--kind", "K", of=tuple(KINDS)), Option("--limit", "N"), _JSON)
        ),
        Command("helpers", "helpers", ("ID",), (Option("--ask", "CONTACT_ID"), Option("--limit", "N"), _JSON)),
        Command("due", "showing", (), (_JSON,)),
        Command("done", "making", ("ID",), (_JSON,)),
        Command("skip", "making", ("ID",), (_JSON,)),
        Command("stop", "making", ("ID",), (_JSON,)),
        Command("snooze", "making", ("ID", "WHEN…"), (_JSON,)),
        Command("rhythm", "keeping", ("[WHAT]", "[NAME]", "[DAYS]"), (_JSON,)),
        Command("pause", "keeping", ("ID", "WHEN…"), (_JSON,)),
        Command("resume", "keeping", ("ID",), (_JSON,)),
        Command(
            "days",
            "keeping",
            (),
            (
                Option("--ahead", "N"),
                Option("--off", "D", many=True, of=DAYS),
                Option("--on", "D", many=True, of=DAYS),
                Option("--region", "R", of=REGIONS),
                _JSON,
            ),
        ),
        Command("reread", "keeping", ("[ID]", "[ANSWER]"), (_JSON,)),
        Command("review", "keeping", ("[ID]",), (Option("--later"), _JSON)),
        Command(
            "week",
            "keeping_week",
            (),
            (
                Option("--met", "NAME", many=True),
                Option("--met-about", "TEXT"),
                Option("--learned", "TEXT", many=True),
                Option("--doubt", "TEXT", many=True),
                Option("--thank", "NAME", many=True),
                Option("--thank-for", "TEXT"),
                Option("--thanked"),
                Option("--proud", "TEXT", many=True),
                Option("--next", "TEXT", many=True),
                Option("--next-on", "DATE"),
                Option("--remind"),
                _JSON,
            ),
        ),
        Command("remind", "showing", (), (_JSON,)),
        Command(
            "import",
            "importing",
            ("FILE…",),
            (
                Option("--as", "FORMAT"),
                Option("--map", "FIELD=COLUMN", many=True),
                Option("--dates", "ORDER", of=("day-first", "month-first")),
                Option("--person", "ADDRESS=WHO", many=True),
                Option("--series", "HOW", of=("once", "each")),
                Option("--dry-run"),
                _JSON,
            ),
        ),
        Command(
            "export",
            "moving",
            ("FILE",),
            (
                Option("--what", "WHAT", of=("contacts", "events", "learnings", "reminders", "all")),
                _NETWORK,
                _YEAR,
                Option("--include-confidential"),
                Option("--person", "ID"),
                Option("--vcard", "VERSION", of=("4.0", "3.0")),
                _JSON,
            ),
        ),
        Command("backup", "moving", ("[DIR]",), (Option("--second", "FOLDER"), Option("--no-second"), _JSON)),
        Command("backups", "moving", (), (_JSON,)),
        Command("restore-backup", "moving", ("FILE",), (Option("--copy-passphrase-file", "FILE"), _JSON)),
        Command("rescue", "moving", ("FILE", "[NEW_FILE]"), (_JSON,)),
        Command("check", "moving", (), (_JSON,)),
        Command("reindex", "moving", (), (_JSON,)),
        Command("erase-person", "moving", ("CONTACT_ID",), (_JSON,)),
        Command("lock", "locking", (), (Option("--copies"), Option("--recovery-file", "FILE"), _JSON)),
        Command("unlock", "locking", (), (_JSON,)),
        Command(
            "passphrase",
            "locking",
            ("[NEW_FILE]",),
            (
                Option("--new-key"),
                Option("--recovery-file", "FILE"),
                Option("--remember"),
                Option("--forget"),
                _JSON,
            ),
        ),
        Command("stats", "showing", (), (_YEAR, _JSON)),
        Command(
            "screenshots",
            "trying",
            ("DIR",),
            (
                Option("--language", "L", of=("fr", "en")),
                Option("--theme", "T", of=("light", "dark")),
                Option("--size", "WxH"),
                Option("--scale", "N"),
                Option("--text-scale", "N"),
            ),
        ),
        Command("make-sample", "trying", (), (Option("--years", "N"), Option("--entries", "N"), Option("--seed", "N"))),
    )
}


def parse(command: Command, typed: Sequence[str]) -> Arguments:
    """Reads what stands after the command. Raises WrongUsage for what it does not know, lacks, or has too much of."""
    arguments = Arguments()
    options = {option.name: option for option in command.options}
    left = list(typed)
    while left:
        word = left.pop(0)
        if word == "--":
            arguments.words += left
            break
        if not _OPTION.fullmatch(word):
            arguments.words.append(word)
            continue
        name, equals, value = word.partition("=")
        if name in ("--help", "-h") and not (command.fields and (value or (left and left[0])) in HELP):
            arguments.help = True
            return arguments
        if name in options:
            _take(arguments, options[name], value if equals else None, left, options)
        else:
            fields = options_of(kind_named(arguments.words[0])) if command.fields and arguments.words else {}
            if name in fields:
                value = _value_of_field(fields[name], value if equals else None, left, {*options, *fields})
                arguments.fields.append((fields[name], value))
            elif word in ANYWHERE:
                arguments.global_options.append(word)
            elif name in VALUES:
                value = value if equals else _next(name, left, {*options, *fields})
                arguments.global_options.append(f"{name}={value}")
            else:
                raise WrongUsage("unknown_option", option=name[:60])
    _check_words(command, arguments)
    return arguments


def _take(arguments: Arguments, option: Option, value: str | None, left: list[str], known: dict[str, Option]) -> None:
    key = option.name[2:]
    if not option.takes:
        if value is not None:
            raise WrongUsage("option_value", option=option.name, value=value[:60])
        arguments.options[key] = True
        return
    if value is None:
        value = _next(option.name, left, set(known))
    if option.of and value not in option.of:
        raise WrongUsage("option_one_of", option=option.name, value=value[:60], allowed=", ".join(option.of))
    if option.many:
        arguments.options.setdefault(key, []).append(value)
    else:
        arguments.options[key] = value


def _next(name: str, left: list[str], known: set[str]) -> str:
    """The word after an option, which may begin with a dash ("- a point"), but is no option of this command."""
    if not left or left[0] in known:
        raise WrongUsage("option_needs_value", option=name)
    return left.pop(0)


def _value_of_field(option: FieldOption, value: str | None, left: list[str], known: set[str]) -> str:
    if value is not None:
        return value
    if option.flag:
        return left.pop(0) if left and left[0].lower() in TRUTHS else "true"
    return _next(option.name, left, known)


def _check_words(command: Command, arguments: Arguments) -> None:
    wanted = command.words
    for position, name in enumerate(wanted):
        if position >= len(arguments.words) and not name.startswith("["):
            raise WrongUsage("word_missing", name=name.rstrip("…"), usage=command.usage)
    several = bool(wanted) and wanted[-1].endswith("…")
    if len(arguments.words) > len(wanted) and not several:
        raise WrongUsage("word_too_many", value=arguments.words[len(wanted)][:60], usage=command.usage)
    if "KIND" in wanted:
        kind_named(arguments.words[0])
    if "ID" in wanted:
        whole_number("ID", arguments.words[wanted.index("ID")])


def kind_named(word: str) -> str:
    """ "contact" or "contacts"."""
    kind = word.lower()
    kind = kind if kind in KINDS else kind.removesuffix("s")
    if kind not in KINDS:
        raise WrongUsage("no_such_kind", value=word[:60], allowed=", ".join(KINDS))
    return kind


def whole_number(name: str, text: str) -> int:
    """A number from 0 to a billion; more is a slip of the keyboard, and more than a file can count."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise WrongUsage("not_a_number", name=name, value=text[:60])
    return int(text)
