"""vCard 2.1, 3.0 and 4.0 in: RFC 2425, 2426, 6350, 9554, Apple's and Google's habits. The writer is vcard_write.

A contact has few fields; whatever else a card says is kept in its notes as "label: value" lines, where a label is the
card's own (X-ABLabel, TYPE) or the property's plain English name, lower case: data of the file, not a sentence of ours.
Pictures, sounds and keys are not taken, nor what only means something to the program that wrote the card (_TECHNICAL).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from urllib.parse import unquote

from journal.domain.contact import Contact
from journal.domain.entry import LabelledValue, is_email, one_line
from journal.domain.errors import InvalidEntry
from journal.exchange import takeout
from journal.exchange.card_draft import OWN, Draft, local_date, partial_date
from journal.exchange.content_lines import (
    Card,
    Head,
    Lines,
    begins_a_card,
    cards,
    components,
    flat,
    lines_of,
    neat,
    parse_head,
    unescaped,
)
from journal.exchange.proposals import NO_ANSWERS, Proposed, Rejected
from journal.exchange.vcard_write import write

__all__ = ["FORMAT", "read", "recognises", "write"]

FORMAT = "vcard"

_GROUPS = re.compile(rb"\n(?:X-ADDRESSBOOKSERVER-)?KIND[^:\n]*:[ \t]*GROUP", re.IGNORECASE)


def recognises(head: bytes, name: str) -> bool:
    """Whether a card begins somewhere in `head`, and `head` is no calendar holding one."""
    return begins_a_card(head) and not head.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].upper().startswith(b"BEGIN:VCALENDAR")


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected]:
    """A Proposed or a Rejected for each card, in order. A group card is a Rejected, its name a tag of its members.

    `key` is the card's UID without "urn:uuid:", or a hash of its name, e-mails, phones and organisation.
    Reasons of rejection: nameless, group_card, no_card (no card in the whole file), or the code of an InvalidEntry.
    """
    data = lines_of(data)
    lines = Lines(data, prepare)
    label = takeout.label_of(name)
    found: Iterable[Draft] = (draft_of(card, lines) for card in cards(data))
    tags: dict[str, list[str]] = {}
    if _GROUPS.search(data):
        found = list(found)
        for draft in found:
            for member in draft.members if draft.is_group else ():
                tags.setdefault(_plain_uid(member), []).append(draft.written_name)
    any_card = False
    for draft in found:
        any_card = True
        if label:
            draft.tags.append(label)
        yield _proposed(draft, tags)
    if not any_card and data.strip():
        yield Rejected(1, "no_card")


def draft_of(card: Card, lines: Lines) -> Draft:
    draft = Draft(card.line)
    properties, inner = lines.split(card)
    for head, value in properties:
        if head.group and head.name == "X-ABLABEL":  # usually stands after what it names
            draft.labels[head.group] = unescaped(value)
    for head, value in properties:
        head.take(draft, head, value)
    if inner:
        draft.more("agent", summary(inner))
    return draft


def _proposed(draft: Draft, tags: dict[str, list[str]]) -> Proposed | Rejected:
    if draft.is_group:
        return Rejected(draft.line, "group_card", {"name": one_line(draft.written_name)[:80]})
    uid = _plain_uid(draft.uid)
    if tags and uid in tags:
        draft.tags += tags[uid]
    try:
        entry = draft.contact().checked()
    except InvalidEntry as problem:
        if problem.code == "contact_needs_a_name":
            return Rejected(draft.line, "nameless")
        return Rejected(draft.line, problem.code, {key: str(value) for key, value in problem.details.items()})
    return Proposed(entry, FORMAT, uid or content_key(entry), draft.line, (0, draft.revision))


def _plain_uid(uid: str) -> str:
    """A UID as it is compared: 3.0 writes it bare, 4.0 as a URN."""
    uid = uid.strip()
    if uid[:9].lower() == "urn:uuid:":
        uid = uid[9:]
    return uid if len(uid) <= 500 else "hash:" + blake2b(uid.encode("utf-8", "replace"), digest_size=16).hexdigest()


def content_key(entry: Contact) -> str:
    """The same for the same name, e-mails, phones and organisation, whatever their order or case."""
    parts = (
        entry.name.casefold(),
        "\x1e".join(sorted(item.value.casefold() for item in entry.emails)),
        "\x1e".join(sorted(item.value for item in entry.phones)),
        entry.organisation.casefold(),
    )
    return "hash:" + blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()


# --- one property each ----------------------------------------------------------------------------------------------


def _n(draft: Draft, head: Head, value: str) -> None:
    draft.n = draft.n or [draft.short("name", neat(part)) if part else "" for part in components(value)]


def _fn(draft: Draft, head: Head, value: str) -> None:
    draft.fn = draft.fn or draft.short("name", flat(value))


def _org(draft: Draft, head: Head, value: str) -> None:
    parts = [text for part in components(value) if (text := neat(part))]
    if not draft.organisation and parts:
        draft.organisation = parts.pop(0)
        draft.more("department", ", ".join(parts))
    elif parts and parts != [draft.organisation]:
        draft.more("organisation", ", ".join(parts))


def _title(draft: Draft, head: Head, value: str) -> None:
    text = flat(value)
    if not draft.role:
        draft.role = text
    elif text != draft.role:
        draft.more(head.name.lower(), text)


def _role(draft: Draft, head: Head, value: str) -> None:
    draft.functions.append(flat(value))


_SPLIT_EMAILS = re.compile(r"[;,\s]+")


def _email(draft: Draft, head: Head, value: str) -> None:
    value = flat(value)
    label = draft.label(head) if head.group else head.label
    if is_email(value) and (draft.ours or value[:7].lower() != "mailto:"):
        draft.emails.append((head.rank, LabelledValue(value, label)))
        return
    plain = value[7:].partition("?")[0] if value[:7].lower() == "mailto:" else value
    if len(value) < 2000:
        if "<" in plain and plain.endswith(">"):
            plain = plain[plain.rindex("<") + 1 : -1]
        several = [part for part in _SPLIT_EMAILS.split(plain) if part]
        if several and all(is_email(part) for part in several):
            draft.emails += ((head.rank, LabelledValue(part, label)) for part in several)
            return
    draft.more("e-mail", value, label)


_TEL_URI = re.compile(r"tel:(?=[+\d(*#])", re.IGNORECASE)


def _tel(draft: Draft, head: Head, value: str) -> None:
    value = flat(value)
    label = draft.label(head) if head.group else head.label
    if value[:4].lower() == "tel:" and len(value) < 500 and not draft.ours and _TEL_URI.match(value):
        number, *options = unquote(value[4:]).split(";")
        extension = next((option[4:] for option in options if option[:4].lower() == "ext="), "")
        value = f"{number} ext. {extension}" if extension else number
    if len(value) > 2000:
        draft.more("phone", value, label)
    elif value:
        draft.phones.append((head.rank, LabelledValue(value, label)))


def _url(draft: Draft, head: Head, value: str) -> None:
    value = flat(value)
    if len(value) > 2000:
        draft.more("link", value, draft.label(head))
    elif value:
        draft.links.append((head.rank, LabelledValue(value, draft.label(head))))


def _profile(draft: Draft, head: Head, value: str) -> None:
    """An instant messaging address or a social profile: a link where it is one, else a line of the notes."""
    value = flat(value)
    service = head.params.get("X-SERVICE-TYPE") or head.params.get("SERVICE-TYPE") or ""
    scheme, colon, rest = value.partition(":")
    if not service and head.name.endswith("SOCIALPROFILE"):
        service = draft.label(head)
    if _is_web(value) and len(value) <= 2000:
        draft.links.append((head.rank, LabelledValue(value, (service or draft.label(head))[:100])))
        return
    known = head.params.get("X-USER") or head.params.get("USERNAME")
    if known:
        rest = known
    elif not colon or not scheme.isalnum():
        scheme, rest = "", value
    draft.more((service or (scheme if scheme != "x-apple" else "") or draft.label(head) or "chat").lower(), rest)


def _is_web(value: str) -> bool:
    return value[:8].lower().startswith(("http://", "https://")) and " " not in value


def _bday(draft: Draft, head: Head, value: str) -> None:
    raw = flat(value)
    found = partial_date(raw, head.params.get("X-APPLE-OMIT-YEAR", "1604")) or local_date(raw)
    if found and not draft.birthday:
        draft.birthday = found
    elif found != draft.birthday or not found:
        draft.more("birthday", raw)


def _note(draft: Draft, head: Head, value: str) -> None:
    draft.notes.append(unescaped(value))


def _categories(draft: Draft, head: Head, value: str) -> None:
    for part in components(value, ",", 5000):
        # Some programs separate them by semicolons; where escapes show that it knows better, a semicolon is text.
        for tag in [part] if "\\" in value else part.split(";", 5000):
            tag = neat(tag)
            if len(tag) > 100:
                draft.more("category", tag)
            elif draft.ours or tag.lower().replace(" ", "") != "mycontacts":  # Google's name for everybody
                draft.tags.append(tag)


def _adr(draft: Draft, head: Head, value: str) -> None:
    lines = (neat(line).strip(" ,") for part in components(value) for line in part.replace("\r", "\n").split("\n"))
    parts = [line for line in lines if line]
    text = ", ".join(parts) or one_line(head.params.get("LABEL", "").replace("\n", ", "))
    draft.more("address", text, draft.label(head))


def _label(draft: Draft, head: Head, value: str) -> None:
    text = ", ".join(line for part in unescaped(value).split("\n") if (line := one_line(part)))
    draft.labels_of_addresses.append((text, draft.label(head)))


def _kind(draft: Draft, head: Head, value: str) -> None:
    draft.is_group = draft.is_group or value.strip().lower() == "group"
    draft.is_company = draft.is_company or value.strip().lower() in ("org", "company")


def _member(draft: Draft, head: Head, value: str) -> None:
    draft.members.append(unescaped(value))


def _uid(draft: Draft, head: Head, value: str) -> None:
    draft.uid = draft.uid or flat(value)


def _rev(draft: Draft, head: Head, value: str) -> None:
    draft.revision = value.strip()[:40].replace("-", "").replace(":", "").upper()


def _prodid(draft: Draft, head: Head, value: str) -> None:
    draft.ours = draft.ours or value.startswith("-//Networking Journal//")


def _nothing(draft: Draft, head: Head, value: str) -> None:
    """Already read."""


def _class(draft: Draft, head: Head, value: str) -> None:
    draft.own.setdefault("CONFIDENTIAL", "TRUE" if value.strip().upper() == "CONFIDENTIAL" else "")


def _own(draft: Draft, head: Head, value: str) -> None:
    key = head.name.removeprefix(OWN)
    if key == "NETWORK":
        draft.networks.append(tuple(one_line(part) for part in components(value)[:2]))
    else:
        draft.own[key] = unescaped(value)


def _agent(draft: Draft, head: Head, value: str) -> None:
    text = unescaped(value)
    draft.more("agent", summary(text.split("\n", 200)) if text[:11].upper() == "BEGIN:VCARD" else one_line(text))


def _android(draft: Draft, head: Head, value: str) -> None:
    """ "vnd.android.cursor.item/nickname;Jo;1;;…": a kind of row, its columns, of which only words say anything."""
    kind, *columns = components(value)
    words = [one_line(column) for column in columns if column and not column.isdigit()]
    draft.more(kind.rsplit("/", 1)[-1].replace("_", " "), ", ".join(words))


def _anything(draft: Draft, head: Head, value: str) -> None:
    """A property without a field of its own."""
    text = unescaped(value)
    if text[:5].lower() == "data:":
        return
    if _is_web(text) and len(text) <= 2000:
        draft.links.append((100, LabelledValue(text, draft.label(head) or head.plain)))
    elif head.name in ("X-ABDATE", "X-ABRELATEDNAMES", "RELATED") and draft.label(head):
        draft.more(draft.label(head), partial_date(text) or text)
    elif head.name.endswith("ANNIVERSARY"):
        draft.more("anniversary", partial_date(text) or text)
    else:
        draft.more(head.plain, one_line(text) if len(text) <= 2000 else text[:2000] + "…", draft.label(head))


_TAKE: dict[str, Callable[[Draft, Head, str], None]] = {
    "ADR": _adr,
    "AGENT": _agent,
    "BDAY": _bday,
    "CATEGORIES": _categories,
    "CLASS": _class,
    "EMAIL": _email,
    "FN": _fn,
    "IMPP": _profile,
    "KIND": _kind,
    "LABEL": _label,
    "MEMBER": _member,
    "N": _n,
    "NOTE": _note,
    "ORG": _org,
    "PRODID": _prodid,
    "REV": _rev,
    "ROLE": _role,
    "SOCIALPROFILE": _profile,
    "TEL": _tel,
    "TITLE": _title,
    "UID": _uid,
    "URL": _url,
    "X-ABLABEL": _nothing,
    "X-ABSHOWAS": _kind,
    "X-ADDRESSBOOKSERVER-KIND": _kind,
    "X-ADDRESSBOOKSERVER-MEMBER": _member,
    "X-ANDROID-CUSTOM": _android,
    "X-SOCIALPROFILE": _profile,
}
# Of no meaning outside the program or the file it was written in.
_TECHNICAL = {
    *("BEGIN", "END", "VERSION", "PHOTO", "LOGO", "SOUND", "KEY", "MAILER", "SORT-STRING", "SOURCE", "NAME", "PROFILE"),
    *("CLIENTPIDMAP", "XML", "CREATED", "JSPROP", "X-ABADR", "X-ABUID", "X-EVOLUTION-FILE-AS", "X-FILE-AS", "X-ETAG"),
    "X-MS-SIGNATURE",
    *("X-ID", "X-REV", "X-CREATED", "X-PRODID", "X-ACCOUNT", "X-IMAGEHASH", "X-IMAGETYPE", "X-WALLPAPER", "FILE-AS"),
    *("X-SHARED-PHOTO-DISPLAY-PREF", "X-MS-CARDPICTURE", "X-RADICALE-NAME", "X-FC-TAGS", "X-FC-LIST-ID"),
}
_TECHNICAL_STARTS = ("X-MOZILLA-", "X-COUCHDB-", "X-MS-OL-", "X-EVOLUTION-E-", "X-EVOLUTION-WEBDAV-", "X-KADDRESSBOOK-")
_PLAIN_NAMES = {"ADR": "address", "TZ": "time zone", "GEO": "location", "LANG": "language", "CALURI": "calendar"}
_PLAIN_NAMES |= {"FBURL": "free/busy", "CALADRURI": "calendar address"}
_PLAIN_NAMES |= {"X-ABRELATEDNAMES": "related", "X-ABDATE": "date"}

# What a TYPE says of the channel or the rank, not of the place.
_NOISE = frozenset(
    ("pref", "internet", "voice", "text", "msg", "video", "x400", "textphone", "intl", "dom", "postal", "parcel", "uri")
)
_WORDS = {"cell": "mobile", "iphone": "mobile", "telephone": ""}


def prepare(head: Head) -> None:
    """Says once for each different head what becomes of its values."""
    name = head.name
    words = (_WORDS.get(word, word.removeprefix("x-")) for word in head.types if word not in _NOISE)
    head.label = " ".join(sorted(dict.fromkeys(words), key=lambda word: word not in ("home", "work")))[:100]
    said = head.params.get("PREF", "")
    if said.isascii() and said.isdigit() and len(said) < 4:
        head.rank = int(said)
    elif "pref" in head.types:
        head.rank = 1
    if name.startswith(OWN):
        head.take = _own
    elif name in _TAKE:
        head.take = _TAKE[name]
    else:
        head.skip = name in _TECHNICAL or name.startswith(_TECHNICAL_STARTS) or head.encoding == "b"
        plain = name.removeprefix("X-").removeprefix("EVOLUTION-").removeprefix("MS-").replace("-", " ").strip().lower()
        head.plain = _PLAIN_NAMES.get(name, plain if 0 < len(plain) <= 40 else "other")
        head.take = _anything


def summary(lines: list[str]) -> str:
    """A card inside a card (somebody's assistant) on one line: name, e-mails, phones."""
    said: list[str] = []
    for line in lines[:200]:
        before, _, value = line.partition(":")
        head = parse_head(before[:1000])
        if head is not None and head.name in ("FN", "EMAIL", "TEL", "ORG", "TITLE"):
            said.append(one_line(unescaped(value[:500]).replace(";", " ")))
    return ", ".join(dict.fromkeys(text for text in said if text))
