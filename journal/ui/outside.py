"""What leaves the window: writing a mail, calling, opening a page. Only when she clicks, and only these schemes."""

from __future__ import annotations

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PORT = re.compile(r"[^/:]+:\d+(/|$)")


def mail_url(address: str) -> QUrl:
    """What writes to `address`; nothing in it can add a subject, a copy or another recipient."""
    url = QUrl()
    url.setScheme("mailto")
    url.setPath(address.strip(), QUrl.ParsingMode.DecodedMode)
    return url


def call_url(number: str) -> QUrl:
    """What calls `number`: its digits, a leading + and the signs of an extension."""
    number = number.replace("(0)", "") if number.strip().startswith("+") else number
    url = QUrl()
    url.setScheme("tel")
    url.setPath(re.sub(r"[^\d+*#,;]", "", number), QUrl.ParsingMode.DecodedMode)
    return url


def page_url(link: str) -> QUrl:
    """The page of a link as she wrote it ("linkedin.com/in/…" too); an empty QUrl where it is none that may be
    opened: a file or a program is not."""
    link = link.strip()
    if not _SCHEME.match(link) or _PORT.match(link):
        link = f"https://{link.lstrip('/')}"
    url = QUrl(link, QUrl.ParsingMode.TolerantMode)
    return url if url.isValid() and url.scheme() in ("http", "https") and url.host() else QUrl()


def open_outside(url: QUrl) -> bool:
    """Hands `url` to the system's own program; False where it may not be opened or nothing here opens it."""
    if url.scheme() not in ("http", "https", "mailto", "tel") or not (url.host() or url.path()):
        return False
    return QDesktopServices.openUrl(url)
