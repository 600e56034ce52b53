-- When each contact was last met, kept beside what it follows from: Today asks it of everybody under a rhythm.
-- Frozen, as every script here. Triggers keep it, so that whatever writes (undo, import, restore) keeps it right.
-- `at` may lie ahead of now (an event noted as attended before it began); who reads it looks closer then.

CREATE TABLE last_exchange (
  contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
  at TEXT NOT NULL -- local wall time, as entry.date
);

INSERT INTO last_exchange
SELECT p.contact_id, max(e.date) FROM participation p JOIN entry e ON e.id = p.entry_id
WHERE e.kind = 'event' AND e.state = 'attended' AND e.deleted_at IS NULL AND e.date <> ''
GROUP BY p.contact_id;

CREATE TRIGGER exchange_attended AFTER INSERT ON participation BEGIN
  INSERT INTO last_exchange
  SELECT NEW.contact_id, e.date FROM entry e WHERE e.id = NEW.entry_id
    AND e.kind = 'event' AND e.state = 'attended' AND e.deleted_at IS NULL AND e.date <> ''
  ON CONFLICT (contact_id) DO UPDATE SET at = excluded.at WHERE excluded.at > at;
END;

CREATE TRIGGER exchange_left AFTER DELETE ON participation BEGIN
  DELETE FROM last_exchange WHERE contact_id = OLD.contact_id;
  INSERT INTO last_exchange
  SELECT p.contact_id, max(e.date) FROM participation p CROSS JOIN entry e ON e.id = p.entry_id
  WHERE p.contact_id = OLD.contact_id
    AND e.kind = 'event' AND e.state = 'attended' AND e.deleted_at IS NULL AND e.date <> ''
    AND EXISTS (SELECT 1 FROM contact c WHERE c.id = OLD.contact_id)
  GROUP BY p.contact_id;
END;

CREATE TRIGGER exchange_changed AFTER UPDATE OF state, date, deleted_at ON entry
WHEN NEW.kind = 'event' AND (NEW.state, NEW.date, NEW.deleted_at) IS NOT (OLD.state, OLD.date, OLD.deleted_at) BEGIN
  DELETE FROM last_exchange WHERE contact_id IN (SELECT contact_id FROM participation WHERE entry_id = NEW.id);
  INSERT INTO last_exchange
  SELECT p.contact_id, max(e.date) FROM participation p CROSS JOIN entry e ON e.id = p.entry_id
  WHERE p.contact_id IN (SELECT contact_id FROM participation WHERE entry_id = NEW.id)
    AND e.kind = 'event' AND e.state = 'attended' AND e.deleted_at IS NULL AND e.date <> ''
  GROUP BY p.contact_id;
END;

-- A reminder that comes so many days before its subject's date, and moves with it.

ALTER TABLE reminder ADD COLUMN days_before INTEGER;
