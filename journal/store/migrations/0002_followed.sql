-- What is followed: the news and the calendar of a network. Frozen, as every script here.
-- Nothing of these is an entry: what she keeps becomes one, and `origin` then remembers
-- from what (through undo and redo, which a column here would not).

CREATE TABLE followed (
  network_id INTEGER NOT NULL REFERENCES network (id) ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (what IN ('feed', 'calendar')),
  address TEXT NOT NULL, -- https://…, or the name of a file she gave
  etag TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '',
  fetched_at TEXT, -- local wall time of the last answer, also "nothing new"
  problem TEXT NOT NULL DEFAULT '', -- the code of the last error, '' where all went well
  PRIMARY KEY (network_id, what)
) WITHOUT ROWID;

CREATE TABLE news_item (
  network_id INTEGER NOT NULL REFERENCES network (id) ON DELETE CASCADE,
  guid TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '', -- plain text, as `summary`
  summary TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL DEFAULT '',
  seen_at TEXT NOT NULL,
  read_at TEXT,
  PRIMARY KEY (network_id, guid)
);
CREATE INDEX news_item_by_date ON news_item (published);

-- What a followed calendar says, as it says it: a recurring event is one row with its rule.
CREATE TABLE coming_event (
  network_id INTEGER NOT NULL REFERENCES network (id) ON DELETE CASCADE,
  uid TEXT NOT NULL,
  occurrence TEXT NOT NULL DEFAULT '', -- which one of a series this row says otherwise ('': the series, or a single one)
  event TEXT NOT NULL, -- JSON of the draft
  rule TEXT NOT NULL DEFAULT '', -- JSON of RRULE, RDATE, EXDATE; '' where it happens once
  PRIMARY KEY (network_id, uid, occurrence)
);

-- Two people that look alike and that she said are not one; the lower id first.
CREATE TABLE not_the_same (
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  PRIMARY KEY (contact_id, other_id),
  CHECK (contact_id < other_id)
) WITHOUT ROWID;
CREATE INDEX not_the_same_other ON not_the_same (other_id);
