"""Every table as a SQLModel class: what writes go through. Nothing outside `store` sees a row.

The tables themselves are made by the frozen scripts in `migrations/`; a test holds these classes against what the
scripts make. Dates are ISO 8601 text of local wall time (a plain datetime column would insist on UTC).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey
from sqlmodel import Field, SQLModel


def _own_id(parent: str) -> Any:
    return Field(default=None, primary_key=True, sa_column_args=[ForeignKey(parent, ondelete="CASCADE")])


class EntryRow(SQLModel, table=True):
    """What every entry has, and all that a list shows of it."""

    __tablename__ = "entry"
    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    kind: str
    title: str
    name_key: str
    sort_key: str
    subtitle: str = ""
    date: str = ""
    type: str = ""
    state: str = ""
    favourite: bool = False
    archived: bool = False
    confidential: bool = False
    source: str = ""
    created_at: str
    updated_at: str
    deleted_at: str | None = None


class ContactRow(SQLModel, table=True):
    __tablename__ = "contact"
    id: int | None = _own_id("entry.id")
    given_name: str = ""
    family_name: str = ""
    full_name: str = ""
    organisation: str = ""
    role: str = ""
    birthday: str = ""
    met_on: str | None = None
    how_met: str = ""
    introduced_by: str = ""
    notes: str = ""
    keep_in_touch_days: int | None = None
    keep_in_touch_off: bool = False
    keep_in_touch_paused_until: str | None = None
    purpose: str = ""
    confirmed_on: str | None = None


class ContactValueRow(SQLModel, table=True):
    """One e-mail, phone or link; `match_key` is its form for comparing (see `journal.store.matching`)."""

    __tablename__ = "contact_value"
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", ondelete="CASCADE")
    field: str
    position: int
    label: str = ""
    value: str
    match_key: str


class NetworkRow(SQLModel, table=True):
    __tablename__ = "network"
    id: int | None = _own_id("entry.id")
    website: str = ""
    offers: str = ""
    my_role: str = ""
    member_since: str = ""
    dues: str = ""
    renews_on: str | None = None
    feed_url: str = ""
    notes: str = ""
    keep_in_touch_days: int | None = None


class MembershipRow(SQLModel, table=True):
    __tablename__ = "membership"
    contact_id: int = Field(foreign_key="contact.id", ondelete="CASCADE", primary_key=True)
    network_id: int = Field(foreign_key="network.id", ondelete="CASCADE", primary_key=True)
    position: int
    role: str = ""


class EventRow(SQLModel, table=True):
    __tablename__ = "event"
    id: int | None = _own_id("entry.id")
    starts_at: str | None = None
    ends_at: str | None = None
    all_day: bool = False
    timezone: str = ""
    place: str = ""
    link: str = ""
    network_id: int | None = Field(default=None, foreign_key="network.id", ondelete="SET NULL")
    hours: float | None = None
    outcome: str = ""
    help: str = "none"
    notes: str = ""


class LearningRow(SQLModel, table=True):
    __tablename__ = "learning"
    id: int | None = _own_id("entry.id")
    body: str = ""
    learned_on: str | None = None
    hours: float | None = None
    link: str = ""
    event_id: int | None = Field(default=None, foreign_key="event.id", ondelete="SET NULL")
    network_id: int | None = Field(default=None, foreign_key="network.id", ondelete="SET NULL")
    evidence: str = ""
    times_read: int = 0
    read_on: str | None = None
    read_again_on: str | None = None


class ParticipationRow(SQLModel, table=True):
    """A contact's part in an event or a learning."""

    __tablename__ = "participation"
    entry_id: int = Field(foreign_key="entry.id", ondelete="CASCADE", primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", ondelete="CASCADE", primary_key=True)
    position: int
    role: str = ""


class ReminderRow(SQLModel, table=True):
    __tablename__ = "reminder"
    id: int | None = _own_id("entry.id")
    due_at: str
    repeats: str = ""
    series_from: str | None = None
    about_id: int | None = Field(default=None, foreign_key="entry.id", ondelete="SET NULL")
    notes: str = ""
    snoozed_until: str | None = None
    done_at: str | None = None
    days_before: int | None = None


class ReminderShownRow(SQLModel, table=True):
    __tablename__ = "reminder_shown"
    reminder_id: int = Field(foreign_key="reminder.id", ondelete="CASCADE", primary_key=True)
    occurrence: str = Field(primary_key=True)
    shown_at: str


class TagRow(SQLModel, table=True):
    __tablename__ = "tag"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    folded: str = Field(unique=True)


class TaggingRow(SQLModel, table=True):
    __tablename__ = "tagging"
    entry_id: int = Field(foreign_key="entry.id", ondelete="CASCADE", primary_key=True)
    tag_id: int = Field(foreign_key="tag.id", ondelete="CASCADE", primary_key=True)
    position: int


class ContentRow(SQLModel, table=True):
    """The bytes of files that entries have, each once."""

    __tablename__ = "content"
    digest: str = Field(primary_key=True)
    size: int
    bytes: bytes


class AttachmentRow(SQLModel, table=True):
    """A file kept with an entry."""

    __tablename__ = "attachment"
    entry_id: int = Field(foreign_key="entry.id", ondelete="CASCADE", primary_key=True)
    position: int = Field(primary_key=True)
    name: str
    digest: str = Field(foreign_key="content.digest")


class ChangeRow(SQLModel, table=True):
    __tablename__ = "change"
    id: int | None = Field(default=None, primary_key=True)
    at: str
    label: str
    undone_at: str | None = None
    overtaken: bool = False


class ChangeItemRow(SQLModel, table=True):
    __tablename__ = "change_item"
    id: int | None = Field(default=None, primary_key=True)
    change_id: int = Field(foreign_key="change.id", ondelete="CASCADE")
    entry_id: int
    kind: str
    title: str
    made: bool = False
    before: str | None = None
    after: str | None = None


class OriginRow(SQLModel, table=True):
    __tablename__ = "origin"
    source: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    entry_id: int = Field(foreign_key="entry.id", ondelete="CASCADE")
    proposed: str


class SettingRow(SQLModel, table=True):
    __tablename__ = "setting"
    key: str = Field(primary_key=True)
    value: str


class FollowedRow(SQLModel, table=True):
    """The news or the calendar of a network, and when it was last asked for."""

    __tablename__ = "followed"
    network_id: int = Field(foreign_key="network.id", ondelete="CASCADE", primary_key=True)
    what: str = Field(primary_key=True)
    address: str
    etag: str = ""
    last_modified: str = ""
    fetched_at: str | None = None
    problem: str = ""
    tried_at: str | None = None
    failures: int | None = None


class NewsItemRow(SQLModel, table=True):
    __tablename__ = "news_item"
    network_id: int = Field(foreign_key="network.id", ondelete="CASCADE", primary_key=True)
    guid: str = Field(primary_key=True)
    title: str = ""
    summary: str = ""
    link: str = ""
    published: str = ""
    seen_at: str
    read_at: str | None = None


class ComingEventRow(SQLModel, table=True):
    """One event of a followed calendar, a series with its rule."""

    __tablename__ = "coming_event"
    network_id: int = Field(foreign_key="network.id", ondelete="CASCADE", primary_key=True)
    uid: str = Field(primary_key=True)
    occurrence: str = Field(default="", primary_key=True)
    event: str
    rule: str = ""


class NotTheSameRow(SQLModel, table=True):
    """Two contacts that look alike and are not one; `contact_id` is the lower."""

    __tablename__ = "not_the_same"
    contact_id: int = Field(foreign_key="contact.id", ondelete="CASCADE", primary_key=True)
    other_id: int = Field(foreign_key="contact.id", ondelete="CASCADE", primary_key=True)


class LastExchangeRow(SQLModel, table=True):
    """When a contact was last met, kept by triggers; `at` may lie ahead of now."""

    __tablename__ = "last_exchange"
    contact_id: int = Field(foreign_key="contact.id", ondelete="CASCADE", primary_key=True)
    at: str
