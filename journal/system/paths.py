"""Where this computer wants the journal, the settings and the logs; made when first written to, never before."""

from __future__ import annotations

import os
import sys
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


def passing_folder() -> Path:
    """For files that hold her words for a moment: in memory where the system offers that, and hers alone."""
    if os.name == "posix" and sys.platform != "darwin" and not os.environ.get("XDG_RUNTIME_DIR"):
        return Path(platformdirs.user_cache_dir(FOLDER, appauthor=False))
    return runtime_folder()
