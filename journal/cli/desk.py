"""What a command works on: the journal of the global options, opened when first asked for and always closed."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from journal.system import paths, words
from journal.system.options import Options

if TYPE_CHECKING:
    from journal.store.journal import Journal


class Desk:
    """A context manager; `journal()` opens what the options name, or with `--demo` a sample journal of its own."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._journal: Journal | None = None
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
                self._journal = open_journal(self.file, clock=self.options.clock(), create=create)
                self._closing.callback(self._journal.close)
            self._journal.confidential_shown = self.options.show_confidential
        return self._journal
