"""The journal file: opened or refused, read from any thread, written by one at a time, closed."""

from __future__ import annotations

import glob
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import sqlcipher3.dbapi2 as driver

from journal.domain.entry import folded
from journal.domain.errors import Cancelled, UserFacingError
from journal.store import sealing, veil, versions
from journal.store.connecting import Key, connect, key_for
from journal.store.driver_errors import reason, translated
from journal.store.place import Place
from journal.store.soundness import refuse_unless_sound_at_last

if TYPE_CHECKING:
    from journal.store.feeding import Line
    from journal.store.writing import Writer

LEAST_SQLITE = (3, 51, 3)  # earlier ones can lose a commit when the write-ahead log is reset
STEPS_BETWEEN_LOOKS = 20_000  # of SQLite's machine, between two looks at Cancel: a millisecond or so


class Clock(Protocol):
    def now(self) -> datetime:
        """The present local wall time, without offset."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now().replace(microsecond=0)


def open_journal(
    path: Path, *, clock: Clock | None = None, create: bool = True, anew: bool = False, key: Key | None = None
) -> Journal:
    """Opens the journal at `path`, making a new one where there is none and, unless `anew`, never was one. `key` is not
    asked of a plain one.

    Raises JournalRefused (nothing was written to the file) where it is empty, not a journal, truncated, damaged or
    newer; JournalLocked where it is encrypted and there is no `key`; UserFacingError where the folder cannot be used,
    or "journal_missing" where one was here and is gone.
    """
    if driver.sqlite_version_info < LEAST_SQLITE:
        raise UserFacingError("sqlite_too_old", version=driver.sqlite_version)
    if not path.exists():
        if not create:
            raise UserFacingError("no_such_journal", file=str(path))
        if anew or not was_here(path):
            _make(path)
        elif not path.exists():  # nor made since by another first start, whose log was seen
            raise UserFacingError("journal_missing", file=str(path))
    else:
        refuse_unless_sound_at_last(path, key)
    ended_badly = sealing.log_pending(path)  # killed, or open elsewhere
    journal = Journal(path, clock or SystemClock(), key_for(path, key))
    journal.ended_badly = ended_badly
    try:
        versions.bring_up_to_date(journal.connection(everything=True), path)
        if next(path.parent.glob(f".{glob.escape(path.stem)}*.part*"), None) is not None:
            from journal.store.rewriting import sweep

            sweep(path.parent, path.stem)
    except (driver.DatabaseError, UnicodeDecodeError) as problem:
        journal.close()
        raise translated(problem, path) from problem
    except BaseException:
        journal.close()
        raise
    return journal


def was_here(path: Path) -> bool:
    """Whether a journal was at `path` before, by what still lies around it: its seal, its log, its copies."""
    copies = path.parent / "backups"
    return sealing.was_here(path) or sealing.log_pending(path) or any(copies.glob(f"{glob.escape(path.stem)}-*.db"))


def _make(path: Path) -> None:
    """A new empty journal, written beside and then renamed, so that a kill leaves none or a whole one."""
    from journal.store.indexing import RULES, RULES_KEY

    beside = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if os.name == "posix":
            os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # other accounts must not read it
        sql = driver.connect(str(beside), isolation_level=None)
        try:
            sql.execute("PRAGMA journal_mode = WAL")  # from birth: the file is never without it
            sql.execute("PRAGMA synchronous = FULL")
            sql.execute("BEGIN IMMEDIATE")
            versions.move_on(sql)
            sql.execute("INSERT INTO setting (key, value) VALUES (?, ?)", (RULES_KEY, str(RULES)))
            sql.execute("COMMIT")
            # Out of the log and into the file, or (the disk being full) an error: closing would hide it.
            sql.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            sql.close()
        sealing.break_seal(path)
        _put(beside, path)
    except (OSError, driver.Error) as problem:
        raise UserFacingError("cannot_make_journal", folder=str(path.parent), reason=reason(problem)) from problem
    finally:
        for ending in ("", "-wal", "-shm"):
            try:
                beside.with_name(beside.name + ending).unlink(missing_ok=True)
            except OSError:
                pass  # the folder is none, or not ours: said already


def _put(beside: Path, path: Path) -> None:
    """Gives the new file its name; where another first start was quicker, that one's journal stands."""
    try:
        if os.name == "nt":
            beside.rename(path)
        else:
            os.link(beside, path)  # a rename would replace what the other has just made, and perhaps written to
    except FileExistsError:
        return
    except OSError:  # a disk without hard links
        if not path.exists():
            beside.replace(path)


class Journal:
    """An open journal. Reading may happen in any thread, each with a connection of its own; one writes at a time."""

    def __init__(self, path: Path, clock: Clock, key: Key | None = None) -> None:
        self.path = path
        self.key = key
        self.clock = clock
        self.writer_lock = threading.RLock()
        self.ended_badly = False  # the last time, without closing; see `checking`
        self.at_leisure = False  # whether closing may take its time (the window's, hidden by then)
        self._place = Place(path)
        self.confidential_shown = False  # for this session, until she hides it again; never kept
        self._own = threading.local()
        self._connections: list[Any] = []
        self._writing_connection: Any = None
        self._engine: Any = None
        self._copying: threading.Thread | None = None
        self._closed = False

    def now(self) -> str:
        """The present local wall time as it is stored."""
        return self.clock.now().isoformat(timespec="seconds")

    def connection(self, *, everything: bool = False) -> Any:
        """This thread's reading connection (DB-API); it cannot write. What is confidential is not there, unless it is
        shown or `everything` is asked for."""
        if self._closed:
            raise UserFacingError("journal_closed")
        veiled = not (everything or self.confidential_shown)
        name = "veiled" if veiled else "plain"
        sql = getattr(self._own, name, None)
        if sql is None:
            sql = self._connect()
            if veiled:
                veil.put_on(sql)
            sql.execute("PRAGMA query_only = ON")
            setattr(self._own, name, sql)
        return sql

    def _connect(self) -> Any:
        try:
            sql = connect(self.path, self.key, check_same_thread=False)
            self._connections.append(sql)
            self._place.opened()
            sql.execute("PRAGMA foreign_keys = ON")
            sql.execute("PRAGMA journal_mode = WAL")
            sql.execute("PRAGMA synchronous = FULL")  # a commit is on the disk when it returns
            sql.execute("PRAGMA temp_store = MEMORY")  # no text of hers in temporary files
            _as_usual(sql)
            sql.create_function("folded", 1, folded, deterministic=True)
        except (driver.DatabaseError, UnicodeDecodeError) as problem:
            raise translated(problem, self.path) from problem
        return sql

    @contextmanager
    def reading(self, *, everything: bool = False) -> Iterator[Any]:
        """This thread's connection inside one read transaction: all queries see the same state."""
        sql = self.connection(everything=everything)
        nested = sql.in_transaction
        try:
            if not nested:
                sql.execute("BEGIN")
            yield sql
        except (driver.DatabaseError, UnicodeDecodeError) as problem:
            raise translated(problem, self.path) from problem
        finally:
            if not nested and sql.in_transaction:
                sql.execute("ROLLBACK")

    @contextmanager
    def writing(self, label: str, *, cancelled: Callable[[], bool] | None = None) -> Iterator[Writer]:
        """One transaction in which everything is written, recorded in the history as one change, and indexed.

        On any error nothing of it remains. After the block, `writer.changes` says what was touched. Where `cancelled`
        says so, it is asked all the time, the statement under way stops and Cancelled is raised.
        """
        from journal.store.writing import Writer

        with self.writer_lock, ExitStack() as afterwards:
            with self._transaction() as connection:
                writer = Writer(connection, self.clock, label)
                afterwards.callback(self._after, writer.sql)
                with self._stopping(cancelled):
                    try:
                        yield writer
                        writer.finish()
                    finally:
                        writer.sql.close()

    def _after(self, line: Line) -> None:
        if line.was_long:
            _as_usual(self._writing_connection)
            self._copy_log()

    def _copy_log(self) -> None:
        """Copies a long log into the file while she goes on: what was committed is on the disk already, and neither
        she nor her next keystroke has to wait for the copy."""
        self._finish_copying()
        self._copying = threading.Thread(target=self._copy, name="log")
        self._copying.start()

    def _copy(self) -> None:
        try:
            sql = self._connect()
            sql.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            self._connections.remove(sql)
            sql.close()
        except (driver.Error, UserFacingError):
            pass  # the log stays, and a later commit copies it

    def _finish_copying(self) -> None:
        if self._copying is not None:
            self._copying.join()

    @contextmanager
    def _stopping(self, cancelled: Callable[[], bool] | None) -> Iterator[None]:
        if cancelled is None:
            yield
            return
        self._writing_connection.set_progress_handler(cancelled, STEPS_BETWEEN_LOOKS)
        try:
            yield
        except Exception as problem:
            if "interrupted" in str(problem) and cancelled():
                raise Cancelled from problem
            raise
        finally:
            self._writing_connection.set_progress_handler(None, 0)

    @contextmanager
    def _transaction(self) -> Iterator[Any]:
        if self._closed:
            raise UserFacingError("journal_closed")
        if self._engine is None:
            self._engine = self._make_engine()
        try:
            with self._engine.begin() as connection:
                self._place.before_writing()
                yield connection
                if self._place.is_other():
                    raise UserFacingError("journal_swapped", file=self.path.name, kept=str(self.keep_aside() or "?"))
        except (driver.DatabaseError, UnicodeDecodeError) as problem:
            raise translated(problem, self.path) from problem
        except Exception as problem:
            original = getattr(problem, "orig", None)  # SQLAlchemy's wrapping of the driver's error
            if isinstance(original, driver.DatabaseError):
                raise translated(original, self.path) from problem
            raise

    def _make_engine(self) -> Any:
        from sqlalchemy import event
        from sqlalchemy.pool import StaticPool
        from sqlmodel import create_engine

        self._writing_connection = self._connect()
        engine = create_engine(
            "sqlite://", module=driver, creator=lambda: self._writing_connection, poolclass=StaticPool
        )

        # The driver opens no transaction before DDL and SQLAlchemy none before the first write: begin here, at once
        # with the write lock, so that nothing read in the transaction can be stale.
        @event.listens_for(engine, "begin")
        def begin(connection: Any) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

        return engine

    def make_ready_to_write(self) -> None:
        """Loads what writing needs (SQLModel: 0.4 s), so that her first keystroke need not wait for it."""
        with self.writer_lock:
            import journal.store.writing  # noqa: F401  # imported for its effect

            if self._engine is None and not self._closed:
                self._engine = self._make_engine()

    def keep_aside(self) -> Path | None:
        """Another file took this one's place: what was written here is kept beside the copies, once. None where it
        cannot be."""
        from journal.store.backup import keep_ours

        if self._place.kept is None:
            try:
                self._place.kept = keep_ours(self)
            except UserFacingError:
                return None
        return self._place.kept

    def close(self) -> None:
        """Closes every connection. Later use raises UserFacingError."""
        with self.writer_lock:
            if self._closed:
                return
            swapped = self._place.is_other()
            kept = self.keep_aside() if swapped else None
            self._closed = True
            self._finish_copying()
            if self._engine is not None:
                self._engine.dispose()
            for sql in self._connections:
                sql.close()
            self._connections.clear()
            if swapped:
                self._place.clear_log(kept is not None)
            else:
                self._place.seal(at_leisure=self.at_leisure)

    def setting(self, key: str, default: str = "") -> str:
        with self.reading() as sql:
            row = sql.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return row[0] if row else default


def _as_usual(sql: Any) -> None:
    """As a connection is, unless very many rows are put on it (see feeding.py)."""
    sql.execute("PRAGMA cache_size = -8000")
    sql.execute("PRAGMA wal_autocheckpoint = 1000")
