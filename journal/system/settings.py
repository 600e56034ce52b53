"""What this computer remembers about the window: a small JSON file that holds none of her text.

What belongs to the journal (her name, for instance) is kept in the journal, and travels with it.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`language` is "fr", "en" or "" (the system's); `geometry` is Qt's own, in base 64; `splitters` holds the width
    in pixels of each screen's list."""

    language: str = ""
    theme: str = "system"
    text_scale: float = 1.0
    geometry: str = ""
    last_page: str = "today"
    start_hidden: bool = False
    close_to_tray: bool = True
    quiet_hours: str = ""  # "20:00-07:30", local: no notifications then
    quiet_weekends: bool = False
    lock_after: int = 5  # minutes without a key or a click; 0: never. Only where there is a passphrase
    hide_reminders: bool = False  # their words, in notifications and the tray
    second_folder: str = ""  # where each copy of the journal goes too
    advised: str = ""  # the keeper of the journal's folder she was last told of
    calendar_folder: str = ""  # where the calendar of what is to come is kept; of the journal `calendar_of`
    calendar_of: str = ""
    calendar_confidential: bool = False
    splitters: dict[str, int] = field(default_factory=dict)


def read(file: Path) -> Settings:
    """The settings kept in `file`; what is missing, unreadable or of the wrong type takes its default."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        log.warning("settings could not be read; defaults are used")
        return Settings()
    return _from_json(kept) if isinstance(kept, dict) else Settings()


def _from_json(kept: dict[str, Any]) -> Settings:
    standard = Settings()
    values = {
        item.name: kept[item.name]
        for item in fields(Settings)
        if item.name in kept and type(kept[item.name]) is type(getattr(standard, item.name))
    }
    settings = Settings(**values)
    splitters = {str(key): width for key, width in settings.splitters.items() if type(width) is int}
    theme = settings.theme if settings.theme in THEMES else standard.theme
    return replace(settings, splitters=splitters, theme=theme)


def write(file: Path, settings: Settings) -> None:
    """Keeps `settings` whole or not at all; a disk that refuses is noted in the log and costs nothing else."""
    import tempfile  # with its compressors, 4 ms that the first paint need not wait for

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".settings-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(asdict(settings), stream, indent=1)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(file)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as problem:
        log.warning("settings could not be written: %s", problem.strerror)


class SettingsFile:
    """The settings as they are now, written at each change."""

    def __init__(self, file: Path | None) -> None:
        """Without a file nothing is read or kept (demo, screenshots, tests)."""
        self._file = file
        self._now = read(file) if file else Settings()

    @property
    def now(self) -> Settings:
        return self._now

    def change(self, **values: Any) -> Settings:
        changed = replace(self._now, **values)
        if changed != self._now:
            self._now = changed
            if self._file:
                write(self._file, changed)
        return changed
