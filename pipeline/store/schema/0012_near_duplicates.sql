-- Documents that are nearly the same text: a draft and what was issued, a scan
-- and its Word document, a plan that was sent once more with another date. All
-- stay; that they are alike is only said.

-- What texts are compared by; see pipeline/text/sketch.h. A document without a
-- row gets one when the next import links.
CREATE TABLE sketches (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  compared INTEGER NOT NULL DEFAULT 0 CHECK (compared IN (0, 1)),
  least BLOB NOT NULL                   -- 128 numbers of 4 bytes, the low byte
                                        -- first; empty where the text is short
) STRICT;
CREATE INDEX sketches_to_compare ON sketches (document_id) WHERE compared = 0;

-- Each pair once: the first has the lower SHA-256.
CREATE TABLE near_duplicates (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  share REAL NOT NULL,                  -- of all that the two say: what both say
  PRIMARY KEY (document_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX near_duplicates_by_other ON near_duplicates (other_id);

-- How many documents were compared when that was done last.
CREATE TABLE compared (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  documents INTEGER NOT NULL
) STRICT;
