"""The texts inside a calendar: escapes undone, HTML brought to plain text, the link to join found."""

from __future__ import annotations

import html
import quopri
import re

from journal.exchange.calendar_lines import Property

_ESCAPE = re.compile(r"\\([nN,;:\\\"])")
_PLAIN = {"n": "\n", "N": "\n"}


def unescaped(value: str) -> str:
    """RFC 5545 3.3.11 undone; a backslash before anything else is hers."""
    if "\\" not in value:
        return value
    if "\\\\" not in value:  # the usual case, many times faster
        value = value.replace("\\n", "\n").replace("\\N", "\n").replace("\\,", ",").replace("\\;", ";")
        return value.replace("\\:", ":").replace('\\"', '"') if "\\" in value else value
    return _ESCAPE.sub(lambda match: _PLAIN.get(match[1], match[1]), value)


_LISTED = re.compile(r"(?:[^,\\]++|\\.|\\\Z)*+", re.DOTALL)


def listed(value: str) -> list[str]:
    """The texts of a list ("a\\,b,c" -> "a,b" and "c"), the empty ones left out."""
    if "\\" not in value:
        return [text for text in value.split(",") if text]
    return [unescaped(text) for text in _LISTED.findall(value) if text]


def text_of(found: Property) -> str:
    """The text of a property; vCalendar 1.0 wrote it quoted-printable."""
    parameters, value = found
    if parameters and "QUOTED-PRINTABLE" in parameters.upper():
        charset = re.search(r"CHARSET=\"?([\w-]+)", parameters, re.IGNORECASE)
        raw = quopri.decodestring(value.encode("utf-8"))
        try:
            return raw.decode(charset[1] if charset else "utf-8")
        except (UnicodeDecodeError, LookupError):
            return raw.decode("cp1252", "replace")
    return unescaped(value)


_PARAMETER = re.compile(r'([\w-]+)=("[^"]*"|[^;]*)')
_CARET = re.compile(r"\^([n'^])")
_CARET_PLAIN = {"n": "\n", "'": '"', "^": "^"}


def parameters_of(raw: str) -> dict[str, str]:
    """The parameters of a property by upper-case name, unquoted, RFC 6868's carets undone."""
    found: dict[str, str] = {}
    for name, value in _PARAMETER.findall(raw):
        value = value.strip('"')
        if "^" in value:
            value = _CARET.sub(lambda match: _CARET_PLAIN[match[1]], value)
        found.setdefault(name.upper(), value)
    return found


# --- HTML -----------------------------------------------------------------------------------------------------------

_MARKUP = re.compile(
    r"<(?:br|/p|/div|/span|/a|/b|/i|/u|/li|/ul|/strong|/em|/html|/body|/table|/font|!doctype)\b[^<>]*>", re.IGNORECASE
)
_LINK = re.compile(r"<a\b([^<>]*)>([^<>]*)</a>", re.IGNORECASE)
_TARGET = re.compile(r"\bhref\s*=\s*[\"']?([^\"'\s]+)", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6]|/ul|/ol)\b[^<>]*>\n?", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!?][^<>]*>")
_SPACES = re.compile(r"[ \t\xa0]+")
_GAPS = re.compile(r" *\n *")


def plain(text: str) -> str:
    """`text` without its HTML, links kept in brackets; a text with no HTML comes back as it is."""
    if "<" not in text or not _MARKUP.search(text):
        return text
    for opening, closing in (("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>"), ("<head>", "</head>")):
        text = _without(text, opening, closing)
    text = _LINK.sub(_link_text, text)
    text = _TAG.sub("", _BREAK.sub("\n", _ITEM.sub("\n- ", text)))
    text = _GAPS.sub("\n", _SPACES.sub(" ", html.unescape(text)))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _link_text(match: re.Match[str]) -> str:
    found, words = _TARGET.search(match[1]), match[2].strip()
    target = html.unescape(found[1]) if found else ""
    if not target.lower().startswith(("http", "mailto:")) or target.rstrip("/") in html.unescape(words):
        return words
    return f"{words} ({target})" if words else target


def _without(text: str, opening: str, closing: str) -> str:
    """`text` less what stands between the two, found in one walk (a pattern would try each opening anew)."""
    low, kept, at = text.lower(), [], 0
    if len(low) != len(text):  # a few capitals grow when lowered; positions would not fit
        low = text
    while (start := low.find(opening, at)) >= 0:
        kept.append(text[at:start])
        end = low.find(closing, start)
        at = len(text) if end < 0 else end + len(closing)
    return "".join((*kept, text[at:]))


# --- links to join --------------------------------------------------------------------------------------------------

_JOIN = re.compile(
    r"https?://(?:"
    r"teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet)/"
    r"|(?:[\w-]{1,60}\.){0,3}zoom(?:gov)?\.(?:us|com)/(?:j|w|my|s|wc)/"
    r"|meet\.google\.com/[a-z]"
    r"|(?:[\w-]{1,60}\.){1,3}webex\.com/"
    r"|(?:global\.)?gotomeeting\.com/|(?:meet|app)\.goto\.com/|attendee\.gotowebinar\.com/|bluejeans\.com/\d"
    r"|meet\.jit\.si/|whereby\.com/|app\.livestorm\.co/|join\.skype\.com/|meet\.lync\.com/"
    r"|visio\.numerique\.gouv\.fr/|rendez-vous\.renater\.fr/"
    r")[^\s<>\"'\\)\]]*",
    re.IGNORECASE,
)
_WEB = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


def join_link(*texts: str) -> str:
    """The first address in these texts at which a meeting is joined, "" where there is none."""
    for text in texts:
        if "://" in text:
            match = _JOIN.search(text)
            if match:
                return html.unescape(match[0]).rstrip(".,;>")
    return ""


def web_address(text: str) -> str:
    """The web address `text` consists of or begins with, "" where it is none."""
    if not text:
        return ""
    text = text.strip().strip('<>"')
    if text.lower().startswith("www."):
        text = "https://" + text
    match = _WEB.match(text)
    return match[0] if match else ""
