"""One e-mail saved as a file: .eml (RFC 5322) and Outlook's .msg, as far as it says who wrote, when and about what."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from journal.domain.entry import is_email, one_line

LARGEST = 40 * 2**20  # bytes
LONGEST_BODY = 20_000  # characters that are looked at for a signature
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = re.compile(rb"^(?:[!-9;-~]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}", re.MULTILINE)
_FROM = re.compile(rb"^from:", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mail:
    """`sent` is local wall time; `body` plain text."""

    name: str
    address: str
    subject: str
    sent: datetime | None
    body: str


def read(data: bytes) -> Mail | None:
    """The message in a file's bytes; None where it is none."""
    if len(data) > LARGEST:
        return None
    return _read_msg(data) if data.startswith(_OLE) else _read_eml(data)


def _read_eml(data: bytes) -> Mail | None:
    head = data[:65_536]
    if not _HEADER.match(head) or not _FROM.search(head):
        return None
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    try:
        name, address = parseaddr(str(message["from"] or ""))
        subject = one_line(str(message["subject"] or ""))
    except (ValueError, IndexError, AttributeError, TypeError):  # the library's parser stumbles over some headers
        return None
    return Mail(one_line(name), address if is_email(address) else "", subject, _sent(message), _body(message))


def _sent(message: EmailMessage) -> datetime | None:
    try:
        moment = parsedate_to_datetime(str(message["date"]))
        local = moment.astimezone() if moment.tzinfo else moment
        return local.replace(tzinfo=None, second=0, microsecond=0)
    except (ValueError, TypeError, OverflowError, AttributeError):
        return None


def _body(message: EmailMessage) -> str:
    try:
        part = message.get_body(preferencelist=("plain", "html"))
        text = str(part.get_content()) if part is not None else ""
    except (LookupError, ValueError, AttributeError, TypeError, KeyError):
        return ""
    if part is not None and part.get_content_subtype() == "html":
        text = _plain(text[: 10 * LONGEST_BODY])
    return text[:LONGEST_BODY]


def _plain(html: str) -> str:
    from html import unescape

    html = re.sub(r"(?is)<(script|style)\b.{0,20000}?</\1>", "", html)
    html = re.sub(r"(?i)<(?:br|/p|/div|/tr|/li)\b[^<>]{0,500}>", "\n", html)
    return unescape(re.sub(r"<[^<>]{0,2000}>", "", html))


# --- .msg ---------------------------------------------------------------------------------------------------------

_SUBJECT, _SENDER, _ADDRESS, _SMTP, _REPRESENTING, _BODY = "0037", "0C1A", "0C1F", "5D01", "5D02", "1000"
_SENT = (0x00390040, 0x0E060040)  # sent, received
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def _read_msg(data: bytes) -> Mail | None:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if not ole.exists("__properties_version1.0"):
                return None
            address = next(
                (one for tag in (_SMTP, _REPRESENTING, _ADDRESS) if is_email(one := _text(ole, tag).strip())), ""
            )
            sent = _moment(ole.openstream("__properties_version1.0").read(1_000_000))
            return Mail(
                one_line(_text(ole, _SENDER)), address, one_line(_text(ole, _SUBJECT)), sent,
                _text(ole, _BODY)[:LONGEST_BODY],
            )  # fmt: skip
    except (OSError, ValueError, IndexError, KeyError, TypeError, OverflowError, AttributeError):
        return None  # cut short, or no message


def _text(ole: object, tag: str) -> str:
    for kind, encoding in (("001F", "utf-16-le"), ("001E", "cp1252")):
        name = f"__substg1.0_{tag}{kind}"
        if ole.exists(name):  # type: ignore[attr-defined]  # olefile ships no types
            data: bytes = ole.openstream(name).read(4 * LONGEST_BODY)  # type: ignore[attr-defined]
            return data.decode(encoding, "replace").rstrip("\x00")
    return ""


def _moment(properties: bytes) -> datetime | None:
    """Sixteen bytes each after a head of 32: tag, flags, value; a time counts tenths of microseconds from 1601."""
    for wanted in _SENT:
        for place in range(32, len(properties) - 15, 16):
            if int.from_bytes(properties[place : place + 4], "little") == wanted:
                ticks = int.from_bytes(properties[place + 8 : place + 16], "little")
                if 0 < ticks < 2**62:
                    moment = (_EPOCH + timedelta(microseconds=ticks // 10)).astimezone()
                    return moment.replace(tzinfo=None, second=0, microsecond=0)
    return None
