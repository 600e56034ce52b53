"""What a command works on: the journal of the global options, opened when first asked for and always closed."""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from journal.cli.passphrases import Passphrases
from journal.domain.errors import UserFacingError
from journal.system import paths, words
from journal.system.options import Options

if TYPE_CHECKING:
    from journal.store.connecting import Key
    from journal.store.journal import Journal


class Desk:
    """A context manager; `journal()` opens what the options name, or with `--demo` a sample journal of its own."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.passphrases = Passphrases(options.passphrase_file)
        self._journal: Journal | None = None
        self._key: Key | None = None
        self._closing = ExitStack()

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.close()

    @property
    def now(self) -> datetime:
        return self.options.clock().now()

    @property
    def file(self) -> Path:
        """The journal's file, whether it is there or not."""
        return self.options.journal or paths.default_journal()

    def keep_calendar(self) -> None:
        """Renews the calendar she follows elsewhere, after a command that may have changed something. What was asked
        for is done, whatever becomes of this: a folder that is gone is told, and no more."""
        from journal.system import settings

        kept = settings.read(paths.settings_file())
        if self._journal is None or self.options.demo or not kept.calendar_folder:
            return
        from journal.actions import calendar_out

        try:
            calendar_out.keep_if_wanted(self._journal, kept)
        except UserFacingError as problem:
            print(" ".join(words.say_error(problem).split()), file=sys.stderr)

    def journal(self, *, create: bool = True) -> Journal:
        if self._journal is None:
            from journal.store.journal import open_journal

            if self.options.demo:
                folder = self._closing.enter_context(tempfile.TemporaryDirectory(prefix="networking-journal-demo-"))
                self._journal = open_journal(Path(folder) / paths.JOURNAL_FILE, clock=self.options.clock())
                self._closing.callback(self._journal.close)
                from journal.actions.sample_journal import fill_demo

                fill_demo(self._journal, language=words.language())
            else:
                key = self.key() if self.is_locked else None
                self._journal = open_journal(
                    self.file, clock=self.options.clock(), create=create, anew=self.options.new_journal, key=key
                )
                self._closing.callback(self._journal.close)
            self._journal.confidential_shown = self.options.show_confidential
        return self._journal

    def close_journal(self) -> None:
        """For what needs the file to itself; `journal` opens it again."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    @property
    def is_locked(self) -> bool:
        from journal.actions import locking

        return not self.options.demo and locking.is_locked(self.file)

    def key_of(self, copy: Path) -> Key | None:
        """What opens a copy: its own key where it is encrypted, else that of the journal, if any."""
        from journal.actions import locking

        if locking.is_locked(copy):
            return locking.unlock(copy, secret=self.passphrases.present(copy))
        return self.key() if self.is_locked else None

    def key_of_copy(self, copy: Path, given: str | None) -> Key:
        """What opens a copy under another passphrase than that of now: by the file `given`; else by the passphrase of
        now, which may be the same words all the same, or asked for on the terminal. Raises JournalLocked."""
        from journal.actions import locking
        from journal.domain.errors import JournalLocked

        if given is not None:
            return locking.unlock(copy, secret=self.passphrases.of_copy(given))
        try:
            return locking.unlock(copy, secret=self.passphrases.present(copy))
        except JournalLocked as problem:
            if problem.code == "wrong_passphrase" and (asked := self.passphrases.of_copy(None)):
                return locking.unlock(copy, secret=asked)
            raise JournalLocked("copy_passphrase_needed", file=copy.name) from problem

    def use_key(self, key: Key) -> None:
        self._key = key

    def refuse_unless_there(self) -> None:
        """Raises UserFacingError("no_such_journal")."""
        if not self.options.demo and not self.file.exists():
            raise UserFacingError("no_such_journal", file=str(self.file))

    def key(self) -> Key:
        """Of a locked journal: by `--passphrase-file`, by what this computer remembers, or asked for on the terminal.
        Raises JournalLocked."""
        from journal.actions import locking

        if self._key is None:
            if self.options.passphrase_file is None:
                self._key = locking.unlock_by_computer(self.file)
            if self._key is None:
                self._key = locking.unlock(self.file, secret=self.passphrases.present(self.file))
        return self._key
