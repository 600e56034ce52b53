from datetime import datetime
from pathlib import Path

import pytest

from journal.domain.errors import WrongUsage
from journal.system.options import parse


def test_options_before_the_command_and_the_command_left_alone():
    options = parse(["--journal", "/x/a.db", "--language=fr", "--now", "2026-11-23T09:00", "list", "contact", "--json"])
    assert options.journal == Path("/x/a.db")
    assert options.language == "fr"
    assert options.clock().now() == datetime(2026, 11, 23, 9)
    assert options.command == ("list", "contact", "--json")


def test_flags():
    options = parse(["--demo", "--hidden", "--version"])
    assert (options.demo, options.hidden, options.version, options.help) == (True, True, True, False)
    assert not parse(["list", "--help"]).help


def test_a_time_with_an_offset_is_taken_as_wall_time():
    assert parse(["--now", "2026-11-23T09:00+01:00"]).now == datetime(2026, 11, 23, 9)


@pytest.mark.parametrize("argv", [["--journal"], ["--what"], ["--language", "de"], ["--now", "today"], ["-x"]])
def test_wrong_usage(argv):
    with pytest.raises(WrongUsage) as caught:
        parse(argv)
    assert caught.value.exit_status == 2
