-- What people decided about facts, and about cells of audits.
--
-- A decision hangs on no row that an import writes: it names the bytes that were
-- read (sha256), the plan (plan_key of documents, as it was then), and the words
-- that were judged. So it outlives new readings, and documents that are replaced
-- or dropped. Whether it still holds is worked out when it is asked for, by
-- comparing `quote` and `reading` with what is there.
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'wrong', 'correct')),
  kind TEXT NOT NULL,                   -- document, reference, obligation, ...
  sha256 TEXT NOT NULL,
  plan_key TEXT,                        -- NULL where too little was known
  quote TEXT NOT NULL,                  -- of a document, its title
  span_begin INTEGER NOT NULL,
  reading TEXT NOT NULL,                -- JSON: the values that were judged
  correction TEXT,                      -- JSON: the fields that are otherwise
  note TEXT,
  reviewer TEXT NOT NULL,
  reviewed_at TEXT NOT NULL             -- UTC
) STRICT;
CREATE INDEX reviews_by_document ON reviews (sha256);
CREATE INDEX reviews_by_plan ON reviews (plan_key);

-- Of a parent's obligation and what a child makes of it.
CREATE TABLE cell_reviews (
  id INTEGER PRIMARY KEY,
  verdict TEXT NOT NULL CHECK (verdict IN ('justified', 'link-wrong')),
  parent_sha256 TEXT NOT NULL,
  parent_key TEXT,
  child_sha256 TEXT NOT NULL,
  child_key TEXT,
  parent_quote TEXT NOT NULL,
  child_quotes TEXT NOT NULL,           -- JSON: the child's lines that were seen
  note TEXT,
  reviewer TEXT NOT NULL,
  reviewed_at TEXT NOT NULL             -- UTC
) STRICT;
CREATE INDEX cell_reviews_by_parent ON cell_reviews (parent_sha256);
CREATE INDEX cell_reviews_by_parent_key ON cell_reviews (parent_key);
