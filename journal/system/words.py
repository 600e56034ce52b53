"""The sentences of the command line and of every error, in French and English. The window's own are in Qt's files.

The catalogue is resources/words/<language>.json: key -> sentence, or key -> {"one": …, "many": …} chosen by `count`.
"""

from __future__ import annotations

import errno
import json
import locale
import os
from functools import cache
from typing import Any

from journal.domain.errors import UserFacingError
from journal.system import resources

LANGUAGES = ("fr", "en")
_chosen: str | None = None


def system_language() -> str:
    """ "fr" where the system speaks French, else "en"."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    if not named:
        try:
            named = locale.getlocale()[0] or ""
        except ValueError:
            named = ""
    return "fr" if named.lower().startswith(("fr", "french")) else "en"


def month_first() -> bool:
    """Whether 03/05 is the 5th of March where she is: so the United States write it, in English."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_TIME", "LANG") if os.environ.get(name)), "")
    if not named:
        try:
            named = locale.getlocale()[0] or ""
        except ValueError:
            named = ""
    return language() == "en" and named.replace("-", "_").startswith(("en_US", "English_United States"))


def use(language: str | None) -> None:
    """Speak `language` from now on; None follows the system."""
    global _chosen
    _chosen = language


def language() -> str:
    return _chosen or system_language()


@cache
def catalogue(of_language: str) -> dict[str, Any]:
    return dict(json.loads(resources.text("words", f"{of_language}.json")))


def say(key: str, **details: Any) -> str:
    """The sentence for `key` in her language, `details` filled in; `count` chooses singular or plural."""
    entry = catalogue(language())[key]
    if isinstance(entry, dict):
        count = details["count"]
        single = count in (0, 1) if language() == "fr" else count == 1
        entry = entry["one" if single else "many"]
    return str(entry).format_map(details)


def knows(key: str) -> bool:
    return key in catalogue(language())


def say_error(problem: UserFacingError) -> str:
    """The sentence for a problem she can act on; a field in it goes by its name on screen."""
    details = dict(problem.details)
    if "field" in details:
        details["field"] = say(f"field.{details['field']}")
    if "reason" in details:
        details["reason"] = _reason(str(details["reason"]))
    return say(f"error.{problem.code}", **details)


def _reason(said: str) -> str:
    """What the system says of a file, in her language where there are words of ours for it."""
    code = next((name for number, name in errno.errorcode.items() if os.strerror(number) == said), "")
    return say(f"reason.{code}") if knows(f"reason.{code}") else said
