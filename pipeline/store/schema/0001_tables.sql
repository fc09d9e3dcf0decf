-- The tables of a kehoach database: what was read, and from where.
--
-- A document is known by the SHA-256 of its bytes. Everything that it states
-- hangs on its row and goes with it. Names of columns are those of
-- kehoach.plan/1. All that a document does not state is NULL.
--
-- Every fact carries its evidence:
--   quote                  the words themselves, in normalised text
--   span_begin, span_end   their place in texts.text: UTF-8 bytes, half open
--   page                   1-based; NULL where the source has no pages
--   x0, y0, x1, y1         the box on that page in PDF points, origin top left
--   rule_id                the rule that read them
-- `ordinal` counts from 1 in the order of the document.
--
-- Checks compare one by one: for a list of three and more SQLite builds a
-- temporary index with every row that it inserts, ten times the work.

-- Programs and rule books that documents were read with. A document is read
-- again when either has changed.
CREATE TABLE readers (
  id INTEGER PRIMARY KEY,
  program_version TEXT NOT NULL,
  rules_hash TEXT NOT NULL,             -- SHA-256 of all rule files
  UNIQUE (program_version, rules_hash)
) STRICT;

-- One row for each import. The only table that holds a time of day.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  reader_id INTEGER NOT NULL REFERENCES readers (id),
  started_at TEXT NOT NULL,             -- UTC
  finished_at TEXT,                     -- NULL while running, or if it died
  interrupted INTEGER NOT NULL DEFAULT 0 CHECK (interrupted IN (0, 1)),
  loaded INTEGER NOT NULL DEFAULT 0,    -- paths by status
  unchanged INTEGER NOT NULL DEFAULT 0,
  duplicate INTEGER NOT NULL DEFAULT 0,
  unsupported INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  reader_id INTEGER NOT NULL REFERENCES readers (id),
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER NOT NULL,               -- 0 where the source has none
  type TEXT,                            -- KH, QĐ, CT, ...
  number TEXT,                          -- 1515
  symbol TEXT,                          -- KH-UBND
  code TEXT,                            -- 1515/KH-UBND
  code_folded TEXT,                     -- 1515 kh ubnd: no accents, no marks
  issued_on TEXT,                       -- 2024-08-22, 2024-08 or 2024
  place TEXT,
  issuer TEXT,
  level TEXT,                           -- central, province, district, commune, unit
  title TEXT NOT NULL,
  title_folded TEXT NOT NULL,           -- lower case, no accents, d for đ
  signer TEXT,
  signer_title TEXT,
  -- What tells a plan from others: code (or title), issuer and date, folded.
  -- Two documents with one key are two sources of one plan, such as a PDF and
  -- its text. NULL where too little is known.
  plan_key TEXT
) STRICT;
CREATE INDEX documents_by_code ON documents (code_folded);
CREATE INDEX documents_by_plan ON documents (plan_key);

-- The whole normalised text (NFC, single spaces, soft wraps joined).
CREATE TABLE texts (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

-- One row for each path that was ever given, and what became of it.
CREATE TABLE sources (
  path TEXT PRIMARY KEY,
  status TEXT NOT NULL
    CHECK (status = 'loaded' OR status = 'duplicate' OR
           status = 'unsupported' OR status = 'failed'),
  reason TEXT,                          -- why not loaded, or where else it is
  sha256 TEXT,                          -- of the bytes last seen
  bytes INTEGER,
  -- The document last read from this path; stays when the file breaks later.
  document_id INTEGER REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_by_document ON sources (document_id);

-- The names of rules: deadline.before-day
CREATE TABLE rules (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- Who a document was sent to.
CREATE TABLE recipients (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- The paragraphs of a document, as a tree. Text: bytes span_begin to span_end
-- of texts.text.
CREATE TABLE outline (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  parent INTEGER,                       -- ordinal of the paragraph above
  kind TEXT NOT NULL,                   -- heading, item, paragraph, cell, ...
  section TEXT NOT NULL,                -- what its part is about: tasks, ...
  path TEXT NOT NULL,                   -- labels from the root: IV.1.h
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  body_begin INTEGER NOT NULL,          -- behind the number or bullet
  page INTEGER,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Other documents that this one names by number ("references" in
-- kehoach.plan/1; that word is reserved in SQL).
CREATE TABLE citations (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  code TEXT NOT NULL,                   -- 344-KH/TU
  code_folded TEXT NOT NULL,            -- 344 kh tu
  type TEXT,
  issued_on TEXT,
  issuer TEXT,
  relation TEXT NOT NULL,               -- implements, basis, amends, replaces, cites
  quote TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  page INTEGER,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  rule_id INTEGER REFERENCES rules (id),
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_by_code ON citations (code_folded);

-- What a plan directs somebody to do: one row for each leaf of its outline.
CREATE TABLE obligations (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,             -- 12 is o12 in kehoach.plan/1
  path TEXT NOT NULL,                   -- IV.1.h
  section TEXT NOT NULL,                -- tasks, organisation, reporting, funding
  modality TEXT NOT NULL,               -- must, requested
  quote TEXT NOT NULL,
  folded TEXT NOT NULL,                 -- quote in lower case, no accents, d for đ
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  page INTEGER,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  rule_id INTEGER REFERENCES rules (id),
  UNIQUE (document_id, ordinal)
) STRICT;

-- Bodies, by each name that a plan gives them.
CREATE TABLE agencies (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,            -- as written
  folded TEXT NOT NULL                  -- lower case, no accents, d for đ
) STRICT;
CREATE INDEX agencies_by_folded ON agencies (folded);

-- Who carries out an obligation (lead), and with whom (support).
CREATE TABLE assignments (
  obligation_id INTEGER NOT NULL REFERENCES obligations (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('lead', 'support')),
  ordinal INTEGER NOT NULL,
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  PRIMARY KEY (obligation_id, role, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignments_by_agency ON assignments (agency_id, role);

-- By when, at what time or how often something is to be done.
CREATE TABLE deadlines (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  obligation_id INTEGER REFERENCES obligations (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,                   -- date, recurring, period, relative
  value TEXT,                           -- 2025-06-30, 2024-Q3, --12-10, yearly, 2021/2025
  rrule TEXT,                           -- RFC 5545: FREQ=YEARLY;BYMONTH=12
  bound TEXT NOT NULL,                  -- before, by, in, on
  year_inferred INTEGER NOT NULL CHECK (year_inferred IN (0, 1)),
  quote TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  page INTEGER,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  rule_id INTEGER REFERENCES rules (id),
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadlines_by_obligation ON deadlines (obligation_id);

-- Quantities that a plan sets out to reach.
CREATE TABLE targets (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  obligation_id INTEGER REFERENCES obligations (id) ON DELETE CASCADE,
  indicator TEXT NOT NULL,              -- what is measured
  comparator TEXT NOT NULL,             -- = >= > <= < + -
  value REAL NOT NULL,
  value_to REAL,                        -- upper end of a range
  unit TEXT NOT NULL,                   -- %, xã, triệu đồng
  due TEXT,                             -- 2025
  quote TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  page INTEGER,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  rule_id INTEGER REFERENCES rules (id),
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX targets_by_obligation ON targets (obligation_id);

-- What a reader should know about one place of a document.
CREATE TABLE diagnostics (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  severity TEXT NOT NULL
    CHECK (severity = 'info' OR severity = 'warning' OR severity = 'error'),
  code TEXT NOT NULL,                   -- number-blank
  message TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
