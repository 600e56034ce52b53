-- The first journal. Frozen: a journal in somebody's hands was made by exactly these lines.
-- Dates are ISO 8601 text of local wall time; texts are '' where empty.

CREATE TABLE entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice, even after an undone creation: history names it
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('contact', 'event', 'learning', 'reminder', 'network')),
  title TEXT NOT NULL,
  name_key TEXT NOT NULL, -- the title without case and accents: found by name
  sort_key TEXT NOT NULL, -- the same as it is sorted: a person by family name
  subtitle TEXT NOT NULL DEFAULT '',
  date TEXT NOT NULL DEFAULT '', -- the day or time the lists of this kind go by
  type TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '',
  favourite BOOLEAN NOT NULL DEFAULT 0,
  archived BOOLEAN NOT NULL DEFAULT 0,
  confidential BOOLEAN NOT NULL DEFAULT 0,
  source TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
);
CREATE INDEX entry_by_name ON entry (kind, sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX entry_by_date ON entry (kind, date, id) WHERE deleted_at IS NULL;
CREATE INDEX entry_by_state ON entry (kind, state, date) WHERE deleted_at IS NULL;
CREATE INDEX entry_named ON entry (name_key, kind) WHERE deleted_at IS NULL;
CREATE INDEX entry_in_trash ON entry (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  given_name TEXT NOT NULL DEFAULT '',
  family_name TEXT NOT NULL DEFAULT '',
  full_name TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  birthday TEXT NOT NULL DEFAULT '',
  met_on TEXT,
  how_met TEXT NOT NULL DEFAULT '',
  introduced_by TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  keep_in_touch_days INTEGER
);
CREATE INDEX contact_with_rhythm ON contact (keep_in_touch_days) WHERE keep_in_touch_days IS NOT NULL;

CREATE TABLE contact_value (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN ('emails', 'phones', 'links')),
  position INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL,
  match_key TEXT NOT NULL
);
CREATE INDEX contact_value_of ON contact_value (contact_id);
CREATE INDEX contact_value_matching ON contact_value (match_key, field);

CREATE TABLE network (
  id INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  website TEXT NOT NULL DEFAULT '',
  offers TEXT NOT NULL DEFAULT '',
  my_role TEXT NOT NULL DEFAULT '',
  member_since TEXT NOT NULL DEFAULT '',
  dues TEXT NOT NULL DEFAULT '',
  renews_on TEXT,
  feed_url TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT ''
);

CREATE TABLE membership (
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  network_id INTEGER NOT NULL REFERENCES network (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (contact_id, network_id)
) WITHOUT ROWID;
CREATE INDEX membership_of_network ON membership (network_id);

CREATE TABLE event (
  id INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  starts_at TEXT,
  ends_at TEXT,
  all_day BOOLEAN NOT NULL DEFAULT 0,
  timezone TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  network_id INTEGER REFERENCES network (id) ON DELETE SET NULL,
  hours REAL,
  outcome TEXT NOT NULL DEFAULT '',
  help TEXT NOT NULL DEFAULT 'none',
  notes TEXT NOT NULL DEFAULT ''
);
CREATE INDEX event_of_network ON event (network_id) WHERE network_id IS NOT NULL;

CREATE TABLE learning (
  id INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  body TEXT NOT NULL DEFAULT '',
  learned_on TEXT,
  hours REAL,
  link TEXT NOT NULL DEFAULT '',
  event_id INTEGER REFERENCES event (id) ON DELETE SET NULL,
  network_id INTEGER REFERENCES network (id) ON DELETE SET NULL,
  evidence TEXT NOT NULL DEFAULT ''
);
CREATE INDEX learning_of_event ON learning (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX learning_of_network ON learning (network_id) WHERE network_id IS NOT NULL;

CREATE TABLE participation (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE, -- an event or a learning
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (entry_id, contact_id)
) WITHOUT ROWID;
CREATE INDEX participation_of_contact ON participation (contact_id, entry_id);

CREATE TABLE reminder (
  id INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  due_at TEXT NOT NULL,
  repeats TEXT NOT NULL DEFAULT '',
  series_from TEXT,
  about_id INTEGER REFERENCES entry (id) ON DELETE SET NULL,
  notes TEXT NOT NULL DEFAULT '',
  snoozed_until TEXT,
  done_at TEXT
);
CREATE INDEX reminder_about ON reminder (about_id) WHERE about_id IS NOT NULL;

-- The ledger: each occurrence is shown on the desktop exactly once, and what was done stays known.
CREATE TABLE reminder_shown (
  reminder_id INTEGER NOT NULL REFERENCES reminder (id) ON DELETE CASCADE,
  occurrence TEXT NOT NULL,
  shown_at TEXT NOT NULL,
  PRIMARY KEY (reminder_id, occurrence)
) WITHOUT ROWID;

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE
);
CREATE TABLE tagging (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (entry_id, tag_id)
) WITHOUT ROWID;
CREATE INDEX tagging_of_tag ON tagging (tag_id);

-- History. `before`/`after` hold the changed fields as JSON; both are null for an entry that was made (its present
-- state is the entry itself; undoing puts that state into `after`, so that redo can make it again).
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  undone_at TEXT,
  overtaken BOOLEAN NOT NULL DEFAULT 0 -- undone, and then something new was done: it cannot be redone any more
);
CREATE INDEX change_undone ON change (id) WHERE undone_at IS NOT NULL AND NOT overtaken;
CREATE TABLE change_item (
  id INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
  entry_id INTEGER NOT NULL, -- no foreign key: the history of an entry outlives it
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  made BOOLEAN NOT NULL DEFAULT 0,
  before TEXT,
  after TEXT
);
CREATE INDEX change_item_of_change ON change_item (change_id);
CREATE INDEX change_item_of_entry ON change_item (entry_id);

-- Where an imported entry came from: the source's own key, and what that source last said of it.
CREATE TABLE origin (
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  proposed TEXT NOT NULL,
  PRIMARY KEY (source, key)
) WITHOUT ROWID;
CREATE INDEX origin_of_entry ON origin (entry_id);

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
  title, body, forms, -- `forms`: words written with ligatures, spelt out (œuvre -> oeuvre)
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
