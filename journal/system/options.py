"""The global options of CLI.md, read by hand: the same for the window and for the command line, and at no cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from journal.domain.errors import WrongUsage
from journal.system.clock import Clock, FixedClock, SystemClock

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`command` is the command word and everything after it; empty for the window. `help` and `version` only where
    they stand before any command."""

    journal: Path | None = None
    language: str | None = None
    passphrase_file: str | None = None
    now: datetime | None = None
    demo: bool = False
    hidden: bool = False
    capture: bool = False
    show_confidential: bool = False
    new_journal: bool = False
    help: bool = False
    version: bool = False
    command: tuple[str, ...] = ()

    def clock(self) -> Clock:
        return FixedClock(self.now) if self.now else SystemClock()


FLAGS = {
    "--demo": "demo",
    "--hidden": "hidden",
    "--capture": "capture",
    "--show-confidential": "show_confidential",
    "--new-journal": "new_journal",
    "--help": "help",
    "-h": "help",
    "--version": "version",
}
VALUES = {"--journal": "journal", "--language": "language", "--passphrase-file": "passphrase_file", "--now": "now"}


def parse(argv: Sequence[str]) -> Options:
    """Reads `--option value` and `--option=value` up to the first word that is no option.

    Raises WrongUsage for an option there is not, or a value that does not fit.
    """
    options = Options()
    left = list(argv)
    while left:
        word = left.pop(0)
        name, equals, value = word.partition("=")
        if word in FLAGS:
            options = _with(options, FLAGS[word], True)
        elif name in VALUES:
            if not equals:
                if not left:
                    raise WrongUsage("option_needs_value", option=name)
                value = left.pop(0)
            options = _with(options, VALUES[name], _value(name, value))
        elif word.startswith("-"):
            raise WrongUsage("unknown_option", option=word[:60])
        else:
            return replace(options, command=(word, *left))
    return options


def _with(options: Options, name: str, value: Any) -> Options:
    return replace(options, **{name: value})


def _value(name: str, value: str) -> Any:
    if name == "--journal":
        return Path(value).expanduser().absolute()
    if name == "--language":
        if value not in LANGUAGES:
            raise WrongUsage("option_value", option=name, value=value[:60])
        return value
    if name == "--now":
        try:
            return datetime.fromisoformat(value).replace(tzinfo=None)
        except ValueError as problem:
            raise WrongUsage("option_value", option=name, value=value[:60]) from problem
    return value
