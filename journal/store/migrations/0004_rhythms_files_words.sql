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
-- Keeping in touch: a rhythm by network, and by tag (a setting, 'rhythm.tag.' and the tag's folded name, so that undo,
-- the archive and the copies carry it); a contact may be without one, or have a pause.

ALTER TABLE network ADD COLUMN keep_in_touch_days INTEGER;
ALTER TABLE contact ADD COLUMN keep_in_touch_off BOOLEAN NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN keep_in_touch_paused_until TEXT;
CREATE INDEX network_with_rhythm ON network (keep_in_touch_days) WHERE keep_in_touch_days IS NOT NULL;

CREATE VIEW tag_rhythm (tag_id, days) AS
SELECT t.id, CAST(s.value AS INTEGER) FROM setting s CROSS JOIN tag t ON t.folded = substr(s.key, 12)
WHERE s.key >= 'rhythm.tag.' AND s.key < 'rhythm.tag/' AND CAST(s.value AS INTEGER) BETWEEN 1 AND 3650;

-- What counts as a real exchange: said in words in domain/keep_in_touch.py. From the contact to her few entries, never
-- from all entries (CROSS JOIN keeps the order).
CREATE VIEW exchange (contact_id, entry_id, at) AS
SELECT p.contact_id, e.id, e.date FROM participation p CROSS JOIN entry e ON e.id = p.entry_id
WHERE e.deleted_at IS NULL AND e.date <> '' AND CASE e.kind
  WHEN 'event' THEN e.state = 'attended' OR (e.state IN ('planned', 'maybe')
    AND EXISTS (SELECT 1 FROM event v WHERE v.id = e.id AND v.help <> 'none'))
  ELSE p.role IN ('learned_from', 'asked', 'answered', 'thanked') END;

DROP TRIGGER exchange_attended;
DROP TRIGGER exchange_left;
DROP TRIGGER exchange_changed;
DELETE FROM last_exchange;
INSERT INTO last_exchange SELECT contact_id, max(at) FROM exchange GROUP BY contact_id;

CREATE TRIGGER exchange_joined AFTER INSERT ON participation BEGIN
  INSERT INTO last_exchange SELECT contact_id, at FROM exchange
  WHERE contact_id = NEW.contact_id AND entry_id = NEW.entry_id
  ON CONFLICT (contact_id) DO UPDATE SET at = excluded.at WHERE excluded.at > at;
END;

CREATE TRIGGER exchange_left AFTER DELETE ON participation BEGIN
  DELETE FROM last_exchange WHERE contact_id = OLD.contact_id;
  INSERT INTO last_exchange SELECT contact_id, max(at) FROM exchange
  WHERE contact_id = OLD.contact_id AND EXISTS (SELECT 1 FROM contact c WHERE c.id = OLD.contact_id)
  GROUP BY contact_id;
END;

CREATE TRIGGER exchange_changed AFTER UPDATE OF state, date, deleted_at ON entry
WHEN NEW.kind IN ('event', 'learning')
AND (NEW.state, NEW.date, NEW.deleted_at) IS NOT (OLD.state, OLD.date, OLD.deleted_at) BEGIN
  DELETE FROM last_exchange WHERE contact_id IN (SELECT contact_id FROM participation WHERE entry_id = NEW.id);
  INSERT INTO last_exchange SELECT contact_id, max(at) FROM exchange
  WHERE contact_id IN (SELECT contact_id FROM participation WHERE entry_id = NEW.id) GROUP BY contact_id;
END;

CREATE TRIGGER exchange_helped AFTER UPDATE OF help ON event WHEN NEW.help IS NOT OLD.help BEGIN
  DELETE FROM last_exchange WHERE contact_id IN (SELECT contact_id FROM participation WHERE entry_id = NEW.id);
  INSERT INTO last_exchange SELECT contact_id, max(at) FROM exchange
  WHERE contact_id IN (SELECT contact_id FROM participation WHERE entry_id = NEW.id) GROUP BY contact_id;
END;

-- Learnings are read again: how often each was, when last, and from when on it comes again.

ALTER TABLE learning ADD COLUMN times_read INTEGER NOT NULL DEFAULT 0;
ALTER TABLE learning ADD COLUMN read_on TEXT;
ALTER TABLE learning ADD COLUMN read_again_on TEXT;
CREATE INDEX learning_read ON learning (read_on) WHERE read_on IS NOT NULL;
CREATE INDEX learning_to_read ON learning (read_again_on) WHERE read_again_on IS NOT NULL;

-- Days that return are looked for by their month and day: birthdays (also those without a year), and the days people met.

CREATE INDEX contact_by_birthday ON contact (substr(birthday, -5)) WHERE birthday <> '';
CREATE INDEX contact_by_meeting ON contact (substr(met_on, -5)) WHERE met_on IS NOT NULL;
-- What is confidential is kept out of every list by its few numbers.

CREATE INDEX entry_confidential ON entry (id) WHERE confidential = 1;
-- The words of the index, for what is spelt nearly as she types it; nothing is stored for it.
CREATE VIRTUAL TABLE search_word USING fts5vocab ('search', 'row');

-- Names of one kind that begin so, in their order: the kind first.
DROP INDEX entry_named;
CREATE INDEX entry_named ON entry (kind, name_key) WHERE deleted_at IS NULL;

-- One time of a calendar's series goes by its day, whatever its hour: what was known by its time is known by its day.

UPDATE OR IGNORE origin SET key = substr(key, 1, length(key) - 8) WHERE source IN ('icalendar', 'facebook')
  AND key GLOB '*/[12][0-9][0-9][0-9][01][0-9][0-3][0-9]T[0-9][0-9][0-9][0-9][0-9][0-9]Z';
UPDATE OR IGNORE origin SET key = substr(key, 1, length(key) - 7) WHERE source IN ('icalendar', 'facebook')
  AND key GLOB '*/[12][0-9][0-9][0-9][01][0-9][0-3][0-9]T[0-9][0-9][0-9][0-9][0-9][0-9]';
UPDATE OR IGNORE origin SET key = substr(key, 1, length(key) - 5) WHERE source IN ('icalendar', 'facebook')
  AND key GLOB '*/[12][0-9][0-9][0-9][01][0-9][0-3][0-9]T[0-9][0-9][0-9][0-9]';

-- A site that fails is asked again sooner, each time a little later; `fetched_at` is when it last answered.

ALTER TABLE followed ADD COLUMN tried_at TEXT;
ALTER TABLE followed ADD COLUMN failures INTEGER; -- in a row
-- What was done while the clock was ahead, found when it is right again.
CREATE INDEX change_at ON change (at);

-- What a person's data are kept for, and when she last said that they are still right.

ALTER TABLE contact ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN confirmed_on TEXT;
