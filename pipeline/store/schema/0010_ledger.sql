-- `sources` becomes the ledger of all paths that were ever seen: it also tells
-- how far each came, how long that took, and by what it was read.
CREATE TABLE ledger (
  path TEXT PRIMARY KEY,
  -- loaded         its facts (its members, if it is a container) are here
  -- duplicate      the same bytes are here under another path
  -- unsupported    a format that is not read
  -- failed         could not be read; the reason says why
  -- crashed, timeout, out-of-memory
  --                was twice the end of the process that read it
  status TEXT NOT NULL
    CHECK (status = 'loaded' OR status = 'duplicate' OR
           status = 'unsupported' OR status = 'failed' OR
           status = 'crashed' OR status = 'timeout' OR
           status = 'out-of-memory'),
  reason TEXT,                          -- why not loaded, or where else it is
  sha256 TEXT,                          -- of the bytes last seen
  bytes INTEGER,
  -- The document last read from this path; stays when the file breaks later.
  document_id INTEGER REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  -- Where it ended, unless loaded: find, open, unpack, convert, read, normalise,
  -- outline, extract.
  stage TEXT,
  milliseconds INTEGER,                 -- that reading it took
  reader_id INTEGER REFERENCES readers (id),
  run_id INTEGER REFERENCES runs (id)   -- the import that last wrote this row
) STRICT, WITHOUT ROWID;
INSERT INTO ledger (path, status, reason, sha256, bytes, document_id)
  SELECT path, status, reason, sha256, bytes, document_id FROM sources;
DROP TABLE sources;
ALTER TABLE ledger RENAME TO sources;
CREATE INDEX sources_by_document ON sources (document_id);
CREATE INDEX sources_not_loaded ON sources (status)
  WHERE status NOT IN ('loaded', 'duplicate');

ALTER TABLE runs ADD COLUMN crashed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN timeout INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN out_of_memory INTEGER NOT NULL DEFAULT 0;
