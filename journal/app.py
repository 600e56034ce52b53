"""The composition root: arguments, one window at a time, and the order in which things start.

Nothing heavy is imported before it is needed: the command line and `--help` load no Qt, and the window is painted
before the journal is opened and long before SQLModel is loaded.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.domain.errors import UserFacingError
from journal.system import words
from journal.system.options import Options, parse

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def main_from_shell() -> int:
    """The entry point of the installed command."""
    return main(sys.argv[1:])


def main(argv: Sequence[str]) -> int:
    """Does what the command line asks, or opens the window; returns the exit status of CLI.md."""
    try:
        options = parse(argv)
    except UserFacingError:
        from journal import cli

        return cli.main(argv)  # says what is wrong, in her language
    words.use(options.language)
    if options.command or options.help or options.version:
        from journal import cli

        return cli.main(argv)
    return window(options)


def window(options: Options) -> int:
    """Opens the window and stays until she quits. Another one open on the same journal is raised instead."""
    from journal.system import paths

    if options.demo:
        import tempfile

        # Deleted with everything in it when she quits: nothing of a demonstration is kept.
        with tempfile.TemporaryDirectory(prefix="networking-journal-demo-") as folder:
            return _run(options, Path(folder) / paths.JOURNAL_FILE)
    return _run(options, options.journal or paths.default_journal())


def _run(options: Options, file: Path) -> int:
    from journal.system import logs, paths
    from journal.system.collecting import collecting_seldom
    from journal.system.settings import SettingsFile
    from journal.ui.quick_imports import import_quickly

    import_quickly()
    with collecting_seldom():  # what is made until the window is there is kept
        from journal.ui.session import Session, make_application

        app = make_application()
        instance = None
        if not options.demo:
            from journal.ui.single_instance import SingleInstance

            instance = SingleInstance(file, app)
            if not instance.is_first:
                instance.raise_the_first(capture=options.capture)
                return 0
            logs.start(paths.log_folder())
        session = Session(
            opener=_opener(options, file),
            file=file,
            clock=options.clock(),
            settings=SettingsFile(None if options.demo else paths.settings_file()),
            language=options.language,
            reports=paths.log_folder(),
            demo=options.demo,
        )
        if instance is not None:
            instance.asked_to_show.connect(session.show_window)
            instance.asked_to_capture.connect(session.capture)
        session.start(hidden=options.hidden)
        if options.capture:
            session.jobs.opened.connect(session.capture)
        shortcut = None
        if sys.platform == "win32":
            from journal.ui.global_shortcut import GlobalShortcut

            shortcut = GlobalShortcut(session.capture)
    try:
        return _loop(app)
    finally:
        if shortcut is not None:
            shortcut.close()
        session.close()
        if instance is not None:
            instance.close()


def _loop(app: QApplication) -> int:
    import signal

    from PySide6.QtCore import QTimer

    # Ctrl+C in a terminal and the end of the desktop session quit like Quit does; Python sees signals only while it
    # runs, so it is woken now and then.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: app.quit())
    waker = QTimer()
    waker.timeout.connect(lambda: None)
    waker.start(1000)
    return app.exec()


def _load_what_reads_today() -> None:
    """While the window waits for the journal: then the first page is made while it is read."""
    import journal.actions.today
    import journal.ui.screens.today.reading  # noqa: F401


def _opener(options: Options, file: Path) -> Any:
    """What opens the journal, later and off the UI thread."""

    def open_it(key: Any = None) -> Any:
        from journal.actions import opening

        if options.demo:
            return opening.open_demo(file, clock=options.clock(), language=words.language())
        opened = opening.open_journal(file, clock=options.clock(), anew=options.new_journal, key=key)
        _load_what_reads_today()
        opened.at_leisure = True
        opened.confidential_shown = options.show_confidential
        return opened

    return open_it
