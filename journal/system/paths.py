"""Where this computer wants the journal, the settings and the logs; made when first written to, never before."""

from __future__ import annotations

from pathlib import Path

import platformdirs

FOLDER = "networking-journal"
JOURNAL_FILE = "journal.db"


def data_folder() -> Path:
    """The folder of the journal (XDG_DATA_HOME, %LOCALAPPDATA%, ~/Library/Application Support)."""
    return Path(platformdirs.user_data_dir(FOLDER, appauthor=False))


def default_journal() -> Path:
    return data_folder() / JOURNAL_FILE


def config_folder() -> Path:
    return Path(platformdirs.user_config_dir(FOLDER, appauthor=False))


def settings_file() -> Path:
    return config_folder() / "settings.json"


def log_folder() -> Path:
    return Path(platformdirs.user_log_dir(FOLDER, appauthor=False))


def runtime_folder() -> Path:
    """For locks that need not outlive the session."""
    return Path(platformdirs.user_runtime_dir(FOLDER, appauthor=False))
