"""The command line: CLI.md is its contract. No Qt, no screen, and nothing heavy before it is needed."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise

from journal.domain.errors import Cancelled, UserFacingError, WrongUsage
from journal.system import words
from journal.system.options import Options
from journal.system.options import parse as parse_options


def main(argv: Sequence[str]) -> int:
    """Does what `argv` asks, global options first, and returns the exit status of CLI.md. Never raises."""
    _speak_utf8()
    argv = [_as_typed(word) for word in argv]
    try:
        _choose_language(argv)
        return _run(argv)
    except UserFacingError as problem:
        _complain(problem, argv)
        return problem.exit_status
    except (KeyboardInterrupt, Cancelled):
        print(words.say("cli.interrupted"), file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Who read the output has gone ("| head"): nothing is wrong. What is still to be flushed must not fail later.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open until the process ends
        return 0
    except Exception as problem:  # noqa: BLE001 - the last place that can say it in one sentence
        return _unexpected(problem)


def _speak_utf8() -> None:
    """UTF-8 whatever the locale or code page says, and a character that cannot be shown never stops the work."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _as_typed(word: str) -> str:
    """The word as UTF-8 where the locale (plain C) made Python take its bytes one by one."""
    try:
        return os.fsencode(word).decode("utf-8") if not word.isascii() else word
    except ValueError:
        return word  # the name of a file in another encoding: it is found as it is


def _choose_language(argv: Sequence[str]) -> None:
    """The language asked for, even where the rest of the line is wrong; else the one chosen in the window."""
    from journal.system import paths, settings

    try:
        asked = parse_options(argv).language
    except UserFacingError:
        asked = next((two for one, two in pairwise(argv) if one == "--language"), None)
        asked = asked or next((word.partition("=")[2] for word in argv if word.startswith("--language=")), None)
    if asked not in words.LANGUAGES:
        asked = settings.read(paths.settings_file()).language
    words.use(asked if asked in words.LANGUAGES else None)


def _run(argv: Sequence[str]) -> int:
    from journal.cli.parser import COMMANDS, parse

    options = parse_options(argv)
    if options.version:
        from journal import __version__

        print(f"networking-journal {__version__}")
        return 0
    if options.help or not options.command:
        from journal.cli import helping

        print(helping.overview())
        return 0
    name, *typed = options.command
    command = COMMANDS.get(name)
    if command is None:
        raise WrongUsage("no_such_command", name=name[:60])
    arguments = parse(command, typed)
    if arguments.help:
        from journal.cli import helping

        print(helping.of_command(command, arguments.words))
        return 0
    if arguments.global_options:
        before = argv[: len(argv) - len(options.command)]
        options = parse_options([*before, *arguments.global_options, *options.command])
        if options.language:
            words.use(options.language)
    return _do(command.room, name, options, arguments)


def _do(room: str, name: str, options: Options, arguments: object) -> int:
    from journal.cli.desk import Desk

    # By name: each room loads what it needs, and only that.
    function = getattr(import_module(f"journal.cli.{room}"), f"do_{name.replace('-', '_')}")
    with Desk(options) as desk:
        status = int(function(desk, arguments))
        if room in ("making", "moving"):
            desk.keep_calendar()
        sys.stdout.flush()
    return status


def _complain(problem: UserFacingError, argv: Sequence[str]) -> None:
    """The sentence, on a line of its own; after wrong usage, where to read more."""
    print(" ".join(words.say_error(problem).split()), file=sys.stderr)
    if isinstance(problem, WrongUsage):
        from journal.cli.parser import COMMANDS

        name = next((word for word in argv if word in COMMANDS), "")
        print(words.say("cli.see_help", command=f"{name} --help".strip()), file=sys.stderr)


def _unexpected(problem: Exception) -> int:
    """A mistake of ours: where it happened is kept on this computer, without a word of hers."""
    from journal.system import logs, paths

    report = logs.crash_report(paths.log_folder(), problem)
    print(words.say("cli.unexpected" if report else "cli.unexpected_unkept", file=report), file=sys.stderr)
    return 1
