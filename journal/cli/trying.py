"""Commands for looking and trying: screenshots, make-sample."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

from journal.cli.desk import Desk
from journal.cli.parser import Arguments
from journal.cli.printing import out
from journal.domain.errors import UserFacingError, WrongUsage
from journal.system import words
from journal.system.words import say

MOST_YEARS, MOST_ENTRIES = 100, 2_000_000  # of a sample


def do_screenshots(desk: Desk, arguments: Arguments) -> int:
    """The one command that loads Qt, off screen: by name, since the command line otherwise knows no window."""
    size = re.fullmatch(r"([1-9]\d{2,3})x([1-9]\d{2,3})", arguments.text("size", "1280x800"))
    if not size:
        raise WrongUsage("option_value", option="--size", value=arguments.text("size")[:60])
    scale, text_scale = _factor(arguments, "scale"), _factor(arguments, "text-scale")
    try:
        screenshots = import_module("journal.ui.screenshots")
    except ImportError as problem:
        raise UserFacingError("no_window", reason=str(problem)[:200]) from problem
    return int(
        screenshots.take(
            Path(arguments.words[0]),
            journal=None if desk.options.demo else desk.file,
            demo=desk.options.demo,
            language=arguments.text("language", words.language()),
            theme=arguments.text("theme", "light"),
            size=(int(size[1]), int(size[2])),
            scale=scale,
            text_scale=text_scale,
            key=desk.key() if desk.is_locked else None,
        )
    )


def _factor(arguments: Arguments, name: str) -> float:
    try:
        factor = float(arguments.text(name, "1"))
    except ValueError:
        factor = 0
    if not 0.5 <= factor <= 4:
        raise WrongUsage("option_value", option=f"--{name}", value=arguments.text(name)[:60])
    return factor


def do_make_sample(desk: Desk, arguments: Arguments) -> int:
    from journal.actions.sample_journal import make_sample

    years, wanted = arguments.count("years", 10), arguments.count("entries", 100_000)
    for name, number, most in (("years", years, MOST_YEARS), ("entries", wanted, MOST_ENTRIES)):
        if not 1 <= number <= most:
            raise WrongUsage("option_value", option=f"--{name}", value=str(number))
    make_sample(desk.journal(), years=years, entries=wanted, seed=arguments.count("seed", 1))
    out(say("sample.made", count=wanted))
    return 0
