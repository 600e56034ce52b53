-- Version 4. Frozen, as every script here, from its release on.

-- Files kept with an entry, inside the journal: the bytes once, under their SHA-256, and which entry has them by what
-- name. The bytes stay while an entry or its history names them, so that undoing brings a file back.

CREATE TABLE content (
  digest TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
);

CREATE TABLE attachment (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  digest TEXT NOT NULL REFERENCES content (digest),
  PRIMARY KEY (entry_id, position)
) WITHOUT ROWID;
CREATE INDEX attachment_by_digest ON attachment (digest);
