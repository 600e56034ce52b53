"""Facebook's "your information": friends, events, groups and whom she wrote to, in JSON of any year and in HTML.

The keys of the JSON are English in every language and got a "_v2" in 2020. Its texts are UTF-8 whose bytes were
written as if each were a letter ("Jos\\u00c3\\u00a9"): undone text by text, only where it can be. It is read element by
element, so that a file cut short gives what it still holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from journal.exchange import encodings, facebook_html
from journal.exchange.facebook_drafts import FORMAT as FORMAT
from journal.exchange.facebook_drafts import Answered, Friend, Group, conversation, events, friends, groups
from journal.exchange.proposals import NO_ANSWERS, Proposed, Rejected

MOST_TEXT = 8 * 2**20  # characters read of one file: five thousand friends are half a million
MOST_RECORDS = 20_000  # nobody has more than five thousand friends there

_EVENTS = {
    "events_joined": "joined",
    "events_declined": "declined",
    "events_interested": "interested",
    "events_invited": "invited",
    "your_events": "hosted",
}
_GROUPS = {"groups_joined": False, "groups_admined": True}
_LISTS = ("friends", *_EVENTS, *_GROUPS)
# Lists of people who are no friends, and what else stands in the same folders: said to be left out.
_LEFT_OUT = (
    *("deleted_friends", "removed_friends", "received_requests", "sent_requests", "rejected_requests", "following"),
    *("followers", "events_hidden", "people_you_may_know", "group_posts", "group_comments", "event_posts"),
    *("friend_suggestions", "friend_peer_group", "profile", "comments", "reactions", "page_likes", "pages_followed"),
)
_VERSION = r"(?:_v\d{1,2})?"
_FIRST_KEY = re.compile(
    rf'\s*\{{\s*"(?:(?:{"|".join((*_LISTS, *_LEFT_OUT))}){_VERSION}"\s*:\s*[\[{{]|event_responses{_VERSION}"\s*:\s*\{{)'
)
_NO_FRIENDS = re.compile(rf'\s*\{{\s*"(?:{"|".join(_LEFT_OUT)}){_VERSION}"')
_LIST = re.compile(rf'"({"|".join(_LISTS)}){_VERSION}"\s*:\s*\[')
_VERSIONED = re.compile(rf'"(?:{"|".join(_LISTS)})_v\d{{1,2}}"\s*:\s*\[\s*[{{\]]')  # wherever it stands, nobody else's
_MESSAGES = re.compile(r'\s*\{\s*"participants"\s*:\s*\[\s*\{\s*"name"\s*:')
_GAP = re.compile(r"[\s,]*")
_OLDER = re.compile(r"message_(?!1\.)\d+\.json$")
_UNASKED = ("filtered_threads", "message_requests", "spam")
_DECODER = json.JSONDecoder()

Element = tuple[int, str, dict[str, Any]]  # line, list it stands in, what it says


def recognises(head: bytes, name: str) -> bool:
    """Whether its first key is one of Facebook's, or it is a page of the HTML variant; see Format."""
    if facebook_html.recognises(head):
        return True
    text = encodings.decode(head)
    if _MESSAGES.match(text):
        return '"sender_name"' in text or '"thread_path"' in text or '"timestamp_ms"' in text
    return _FIRST_KEY.match(text) is not None or (text[:1] == "{" and _VERSIONED.search(text) is not None)


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected]:
    """Friends, events, groups, or the last day of a conversation; see Format."""
    if facebook_html.recognises(data[: 64 * 1024]):
        yield from facebook_html.read(data, name)
        return
    text = encodings.decode(data)
    cut = len(text) > MOST_TEXT
    text = text[:MOST_TEXT]
    if _MESSAGES.match(text):
        yield _conversation(text, name)
    elif _NO_FRIENDS.match(text):
        yield Rejected(1, "facebook_left_out")
    else:
        yield from _records(text)
    if cut:
        yield Rejected(text.count("\n") + 1, "file_cut", {"most": str(MOST_TEXT // 2**20)})


def repaired(text: str) -> str:
    """UTF-8 whose bytes were taken for letters, undone; a text that is none stays: "José", "田中"."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _records(text: str) -> Iterator[Proposed | Rejected]:
    known: list[Friend] = []
    answered: list[Answered] = []
    joined: list[Group] = []
    for line, key, said in _elements(text):
        if key == "friends":
            since = _moment(said.get("timestamp"))
            known.append(
                Friend(line, _text(said, "name"), since.date() if since else None, _text(said, "contact_info"))
            )
        elif key in _GROUPS:
            told = _text(said, "title")
            joined.append(Group(line, _group_name(said), _moment(said.get("timestamp")), told, _GROUPS[key]))
        elif key:
            answered.append(_answered(line, key, said))
        else:
            yield Rejected(line, said["reason"], {"count": str(MOST_RECORDS)})
    yield from friends(known)
    yield from events(answered)
    yield from groups(joined)


def _elements(text: str) -> Iterator[Element]:
    """What stands in the lists of `text`; under no key where a list breaks off or holds what is no record."""
    line, counted, at, count = 1, 0, 0, 0
    while found := _LIST.search(text, at):
        at = found.end()
        while True:
            at = _after_gap(text, at)
            line += text.count("\n", counted, at)
            counted = at
            if text.startswith("]", at):
                break
            if count == MOST_RECORDS:
                yield line, "", {"reason": "table_too_large"}
                return
            try:
                said, at = _DECODER.raw_decode(text, at)
            except (ValueError, RecursionError):
                yield line, "", {"reason": "json_broken"}
                return
            count += 1
            yield (line, found[1], said) if isinstance(said, dict) else (line, "", {"reason": "json_no_record"})


def _after_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _text(said: Any, name: str) -> str:
    value = said.get(name) if isinstance(said, dict) else None
    return repaired(value[:200_000]).strip() if isinstance(value, str) else ""


def _moment(value: Any) -> datetime | None:
    """UTC without offset of seconds since 1970; 0 stands for unknown."""
    try:
        seconds = float(value or 0)
        found = datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None) if seconds > 0 else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None
    return found.replace(microsecond=0) if found and 1900 <= found.year <= 2200 else None


def _answered(line: int, key: str, said: dict[str, Any]) -> Answered:
    place = said.get("place")
    return Answered(
        line,
        _text(said, "name"),
        _EVENTS[key],
        _moment(said.get("start_timestamp")),
        _moment(said.get("end_timestamp")),
        "UTC",
        ", ".join(dict.fromkeys(filter(None, (_text(place, "name"), _text(place, "address"))))),
        _text(said, "description"),
    )


def _group_name(said: dict[str, Any]) -> str:
    """Its own name, today's `data`, the `attachments` of 2018, else what can be made of the sentence."""
    if name := _text(said, "name"):
        return name
    places = [said.get("data")]
    attachments = said.get("attachments")
    if isinstance(attachments, list):
        places += [item.get("data") for item in attachments if isinstance(item, dict)]
    for place in places:
        for item in place if isinstance(place, list) else ():
            if name := _text(item, "name"):
                return name
    return facebook_html.group_of(_text(said, "title"))


def _conversation(text: str, name: str) -> Proposed | Rejected:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return Rejected(1, "json_broken")
    thread, title = _text(said, "thread_path"), _text(said, "title")
    if _OLDER.search(name):
        return Rejected(1, "older_messages")
    if thread.startswith(_UNASKED):
        return Rejected(1, "message_unasked", {"title": title[:80]})
    people, messages = said.get("participants"), said.get("messages")
    names = [_text(person, "name") for person in people if isinstance(person, dict)] if isinstance(people, list) else []
    listed = messages if isinstance(messages, list) else []
    moments = [_moment(_thousandth(m.get("timestamp_ms"))) for m in listed if isinstance(m, dict)]
    last = max((moment for moment in moments if moment), default=None)
    return conversation(1, title, names, last, thread)


def _thousandth(value: Any) -> float:
    return value / 1000 if isinstance(value, int | float) else 0.0
