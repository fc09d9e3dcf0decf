-- application_id 1263027016, user_version 16
CREATE INDEX agencies_by_folded ON agencies (folded);

CREATE INDEX assignments_by_agency ON assignments (agency_id, role);

CREATE INDEX assignments_by_body ON assignments (body_id, role);

CREATE INDEX bodies_by_kind ON bodies (kind);

CREATE INDEX cell_reviews_by_parent ON cell_reviews (parent_sha256);

CREATE INDEX cell_reviews_by_parent_key ON cell_reviews (parent_key);

CREATE INDEX citations_by_code ON citations (code_folded);

CREATE INDEX citations_that_change ON citations (relation)
  WHERE relation IN ('amends', 'replaces');

CREATE INDEX deadlines_by_obligation ON deadlines (obligation_id);

CREATE INDEX documents_by_code ON documents (code_folded);

CREATE INDEX documents_by_plan ON documents (plan_key);

CREATE INDEX identities_by_number ON identities (number_key);

CREATE INDEX identities_by_plan ON identities (plan_id);

CREATE INDEX link_candidates_by_candidate ON link_candidates (candidate_id);

CREATE INDEX links_by_cited ON links (cited_as);

CREATE INDEX links_by_number ON links (number_key);

CREATE INDEX links_by_target ON links (target_id);

CREATE INDEX links_by_unit ON links (unit);

CREATE INDEX near_duplicates_by_other ON near_duplicates (other_id);

CREATE INDEX reviews_by_document ON reviews (sha256);

CREATE INDEX reviews_by_plan ON reviews (plan_key);

CREATE INDEX sketches_to_compare ON sketches (document_id) WHERE compared = 0;

CREATE INDEX sources_by_document ON sources (document_id);

CREATE INDEX sources_not_loaded ON sources (status)
  WHERE status NOT IN ('loaded', 'duplicate');

CREATE INDEX targets_by_obligation ON targets (obligation_id);

CREATE TABLE agencies (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,            -- as written
  folded TEXT NOT NULL                  -- lower case, no accents, d for đ
) STRICT;

CREATE TABLE assignments (
  obligation_id INTEGER NOT NULL REFERENCES obligations (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('lead', 'support')),
  ordinal INTEGER NOT NULL,
  agency_id INTEGER NOT NULL REFERENCES agencies (id), body_id INTEGER REFERENCES bodies (id), place_inferred INTEGER NOT NULL DEFAULT 0
  CHECK (place_inferred IN (0, 1)),
  PRIMARY KEY (obligation_id, role, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE bodies (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,             -- so-y-te@tinh-son-la
  kind TEXT NOT NULL,                   -- so-y-te: the same office of any place
  branch TEXT,                          -- y-te: its main field of work
  level TEXT,                           -- central, province, district, commune
  place TEXT,                           -- tỉnh Sơn La; NULL: central, or not known
  name TEXT NOT NULL,                   -- Sở Y tế tỉnh Sơn La
  folded TEXT NOT NULL,                 -- lower case, no accents, d for đ
  members TEXT                          -- of a set: sở; ban; ngành. NULL: one body
) STRICT;

CREATE TABLE cell_reviews (
  id INTEGER PRIMARY KEY,
  verdict TEXT NOT NULL
    CHECK (verdict = 'accept' OR verdict = 'correct' OR
           verdict = 'justified' OR verdict = 'link-wrong'),
  parent_sha256 TEXT NOT NULL,
  parent_key TEXT,
  child_sha256 TEXT NOT NULL,
  child_key TEXT,
  parent_quote TEXT NOT NULL,
  status TEXT NOT NULL,                 -- covered, partial, missing: as found
  child_quotes TEXT NOT NULL,           -- JSON: the child's lines that were seen
  correction TEXT,                      -- JSON: status and links that are right
  note TEXT,
  reviewer TEXT NOT NULL,
  reviewed_at TEXT NOT NULL             -- UTC
, parent_begin INTEGER) STRICT;

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
  rule_id INTEGER REFERENCES rules (id), confidence REAL
  CHECK (confidence BETWEEN 0 AND 1), certainty TEXT
  CHECK (certainty = 'high' OR certainty = 'medium' OR certainty = 'low'), of_decision INTEGER NOT NULL DEFAULT 0
  CHECK (of_decision IN (0, 1)),
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE compared (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  documents INTEGER NOT NULL
) STRICT;

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
  rule_id INTEGER REFERENCES rules (id), confidence REAL
  CHECK (confidence BETWEEN 0 AND 1), certainty TEXT
  CHECK (certainty = 'high' OR certainty = 'medium' OR certainty = 'low'),
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

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

CREATE VIRTUAL TABLE documents_fts USING fts5 (
  title, title_folded,
  content="documents", content_rowid="id",
  tokenize="unicode61 remove_diacritics 0"
);

CREATE TABLE identities (
  document_id INTEGER PRIMARY KEY,
  number_key TEXT,                      -- 218 ubnd: number and issuer's letters
  unit TEXT,                            -- district|an trạch: whose body issued it
  within TEXT,                          -- province|cửu hà: the units above, as its
                                        -- own citations name them; parted by ;
  -- The document that stands for the plan: of all that were read from one plan
  -- (scan and DOCX, draft and issued) the same. Read this one.
  plan_id INTEGER NOT NULL,
  version TEXT NOT NULL
    CHECK (version = 'main' OR version = 'copy' OR version = 'draft'),
  in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),
  replaced_by INTEGER,                  -- the document that says so
  amended_by INTEGER,                   -- the last one that says so
  seen TEXT NOT NULL                    -- what it was linked by, to tell changes
) STRICT;

CREATE TABLE kept_texts (
  -- Of documents. No foreign key: a document that is read once more is deleted
  -- and written again with the same id, and its text stays meanwhile.
  document_id INTEGER PRIMARY KEY,
  text BLOB NOT NULL
) STRICT;

CREATE TABLE link_candidates (
  document_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  candidate_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  PRIMARY KEY (document_id, ordinal, candidate_id),
  FOREIGN KEY (document_id, ordinal)
    REFERENCES links (document_id, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE linked_with (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rules_hash TEXT NOT NULL
) STRICT;

CREATE TABLE links (
  document_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  -- resolved        to one plan
  -- ambiguous       several may be meant, or one that only has its number; see
  --                 link_candidates
  -- not-in-archive  nothing here can be meant
  -- conflicting     one is meant that has another date or issuer
  -- self            the document itself
  state TEXT NOT NULL
    CHECK (state = 'resolved' OR state = 'ambiguous' OR
           state = 'not-in-archive' OR state = 'conflicting' OR state = 'self'),
  -- The plan; NULL where ambiguous or not there.
  target_id INTEGER REFERENCES documents (id) ON DELETE CASCADE,
  -- What agrees beside the number: issuer, chain (the issuer's place is that of
  -- the citing document), date, title; or what does not: other-date,
  -- other-issuer.
  grounds TEXT,
  number_key TEXT NOT NULL,             -- as in identities
  unit TEXT,                            -- of the body that is named or meant
  cited_as TEXT NOT NULL,               -- equal for citations of one absent document
  PRIMARY KEY (document_id, ordinal),
  FOREIGN KEY (document_id, ordinal)
    REFERENCES citations (document_id, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE near_duplicates (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  share REAL NOT NULL,                  -- of all that the two say: what both say
  PRIMARY KEY (document_id, other_id)
) STRICT, WITHOUT ROWID;

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
  rule_id INTEGER REFERENCES rules (id), confidence REAL
  CHECK (confidence BETWEEN 0 AND 1), certainty TEXT
  CHECK (certainty = 'high' OR certainty = 'medium' OR certainty = 'low'),
  UNIQUE (document_id, ordinal)
) STRICT;

CREATE VIRTUAL TABLE obligations_fts USING fts5 (
  quote, folded,
  content="obligations", content_rowid="id",
  tokenize="unicode61 remove_diacritics 0"
);

CREATE TABLE outlines (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  -- JSON, a list for each paragraph: the columns of the view `outline` from
  -- `parent` on.
  nodes TEXT NOT NULL
) STRICT;

CREATE TABLE readers (
  id INTEGER PRIMARY KEY,
  program_version TEXT NOT NULL,
  rules_hash TEXT NOT NULL,             -- SHA-256 of all rule files
  UNIQUE (program_version, rules_hash)
) STRICT;

CREATE TABLE recipients (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  verdict TEXT NOT NULL
    CHECK (verdict = 'accept' OR verdict = 'wrong' OR verdict = 'correct'),
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

CREATE TABLE rules (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

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
, crashed INTEGER NOT NULL DEFAULT 0, timeout INTEGER NOT NULL DEFAULT 0, out_of_memory INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE signatures (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  signer TEXT,                          -- as the certificate names it
  organisation TEXT,
  email TEXT,
  time TEXT,                            -- 2025-01-21T09:08:01+07:00, by the signer's clock
  -- valid: what it covers is as it was signed; invalid: it is not;
  -- unchecked: of a kind that is not known.
  status TEXT NOT NULL
    CHECK (status = 'valid' OR status = 'invalid' OR status = 'unchecked'),
  -- 0: something was added to the file later, as a second signature is.
  whole_file INTEGER NOT NULL CHECK (whole_file IN (0, 1)),
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE sketches (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  compared INTEGER NOT NULL DEFAULT 0 CHECK (compared IN (0, 1)),
  least BLOB NOT NULL                   -- 128 numbers of 4 bytes, the low byte
                                        -- first; empty where the text is short
) STRICT;

CREATE TABLE "sources" (
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
, device INTEGER, inode INTEGER) STRICT, WITHOUT ROWID;

CREATE TABLE stamps (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT,                            -- SAO Y, SAO LỤC, TRÍCH SAO
  signer TEXT,                          -- a person or a body
  organisation TEXT,
  email TEXT,
  time TEXT,                            -- 21/01/2025 09:08:01
  page INTEGER NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

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
  rule_id INTEGER REFERENCES rules (id), confidence REAL
  CHECK (confidence BETWEEN 0 AND 1), certainty TEXT
  CHECK (certainty = 'high' OR certainty = 'medium' OR certainty = 'low'),
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE texts (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

CREATE TRIGGER documents_deleted AFTER DELETE ON documents BEGIN
  INSERT INTO documents_fts (documents_fts, rowid, title, title_folded)
  VALUES ('delete', old.id, old.title, old.title_folded);
END;

CREATE TRIGGER documents_updated AFTER UPDATE OF title, title_folded ON documents
BEGIN
  INSERT INTO documents_fts (documents_fts, rowid, title, title_folded)
  VALUES ('delete', old.id, old.title, old.title_folded);
  INSERT INTO documents_fts (rowid, title, title_folded)
  VALUES (new.id, new.title, new.title_folded);
END;

CREATE TRIGGER obligations_deleted AFTER DELETE ON obligations BEGIN
  INSERT INTO obligations_fts (obligations_fts, rowid, quote, folded)
  VALUES ('delete', old.id, old.quote, old.folded);
END;

CREATE TRIGGER obligations_updated AFTER UPDATE OF quote, folded ON obligations
BEGIN
  INSERT INTO obligations_fts (obligations_fts, rowid, quote, folded)
  VALUES ('delete', old.id, old.quote, old.folded);
  INSERT INTO obligations_fts (rowid, quote, folded)
  VALUES (new.id, new.quote, new.folded);
END;

CREATE VIEW deadline_days AS
WITH
today (day) AS (SELECT date('now', 'localtime')),
parts (document_id, ordinal, kind, value) AS (
  SELECT document_id, ordinal, kind,
    CASE kind
      WHEN 'period' THEN substr(value, instr(value, '/') + 1)
      ELSE value
    END
  FROM deadlines
  WHERE kind IN ('date', 'period', 'recurring')
),
days (document_id, ordinal, day, next_day) AS (
  SELECT document_id, ordinal,
    CASE
      WHEN value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
        THEN value
      WHEN value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'
        THEN date(value || '-01', '+1 month', '-1 day')
      WHEN value GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'
        THEN date(substr(value, 1, 4) || '-01-01',
                  '+' || (3 * substr(value, 7, 1)) || ' months', '-1 day')
      WHEN value GLOB '[0-9][0-9][0-9][0-9]'
        THEN value || '-12-31'
      WHEN value GLOB '--[0-9][0-9]-[0-9][0-9]'
        THEN strftime('%Y', today.day) || substr(value, 2)
      WHEN value GLOB '--[0-9][0-9]'
        THEN date(strftime('%Y', today.day) || substr(value, 2) || '-01',
                  '+1 month', '-1 day')
      WHEN value GLOB '---[0-9][0-9]'
        THEN min(strftime('%Y-%m', today.day) || substr(value, 3),
                 date(today.day, 'start of month', '+1 month', '-1 day'))
    END,
    CASE
      WHEN value GLOB '--[0-9][0-9]-[0-9][0-9]'
        THEN strftime('%Y', today.day, '+1 year') || substr(value, 2)
      WHEN value GLOB '--[0-9][0-9]'
        THEN date(strftime('%Y', today.day, '+1 year') || substr(value, 2)
                  || '-01', '+1 month', '-1 day')
      WHEN value GLOB '---[0-9][0-9]'
        THEN min(strftime('%Y-%m', today.day, 'start of month', '+1 month')
                 || substr(value, 3),
                 date(today.day, 'start of month', '+2 months', '-1 day'))
    END
  FROM parts, today
)
SELECT
  deadlines.document_id,
  deadlines.ordinal,
  CASE
    WHEN days.day < today.day AND days.next_day IS NOT NULL THEN days.next_day
    ELSE days.day
  END AS due_on,
  deadlines.kind,
  deadlines.value,
  deadlines.bound,
  deadlines.quote,
  deadlines.obligation_id
FROM days, today
JOIN deadlines USING (document_id, ordinal)
WHERE days.day IS NOT NULL;

CREATE VIEW deadlines_next_30_days AS
SELECT
  deadline_days.due_on,
  deadline_days.quote AS deadline,
  plans.code,
  plans.issuer,
  (
    SELECT group_concat(agencies.name, '; ')
    FROM assignments JOIN agencies ON agencies.id = assignments.agency_id
    WHERE assignments.obligation_id = deadline_days.obligation_id
      AND assignments.role = 'lead'
  ) AS lead,
  obligations.path,
  obligations.quote AS obligation,
  plans.id AS document_id
FROM deadline_days
JOIN plans ON plans.id = deadline_days.document_id
LEFT JOIN obligations ON obligations.id = deadline_days.obligation_id
WHERE deadline_days.due_on
  BETWEEN date('now', 'localtime') AND date('now', 'localtime', '+30 days')
ORDER BY deadline_days.due_on, plans.id, deadline_days.ordinal;

CREATE VIEW facts_to_review AS
WITH low (kind, document_id, span_begin, page, rule_id, quote) AS (
  SELECT 'reference', document_id, span_begin, page, rule_id, quote
    FROM citations WHERE certainty = 'low'
  UNION ALL
  SELECT 'obligation', document_id, span_begin, page, rule_id, quote
    FROM obligations WHERE certainty = 'low'
  UNION ALL
  SELECT 'deadline', document_id, span_begin, page, rule_id, quote
    FROM deadlines WHERE certainty = 'low'
  UNION ALL
  SELECT 'target', document_id, span_begin, page, rule_id, quote
    FROM targets WHERE certainty = 'low'
)
SELECT
  low.kind,
  plans.code,
  plans.issuer,
  low.page,
  low.quote,
  rules.name AS rule,
  low.span_begin,
  plans.id AS document_id
FROM low
JOIN plans ON plans.id = low.document_id
LEFT JOIN rules ON rules.id = low.rule_id
WHERE NOT EXISTS (
  SELECT 1 FROM reviews
  JOIN documents ON documents.id = low.document_id
  WHERE reviews.kind = low.kind AND reviews.quote = low.quote
    AND ((reviews.sha256 = documents.sha256
          AND reviews.span_begin = low.span_begin)
      OR (reviews.plan_key = documents.plan_key
          AND NOT EXISTS (SELECT 1 FROM documents AS judged
                          WHERE judged.sha256 = reviews.sha256)))
)
ORDER BY plans.id, low.span_begin, low.kind;

CREATE VIEW missing_references AS
SELECT
  min(citations.code) AS code,
  max(citations.type) AS type,
  max(citations.issuer) AS issuer,
  max(citations.issued_on) AS issued_on,
  count(*) AS named_by,
  group_concat(DISTINCT citations.relation) AS relations
FROM citations
JOIN plans ON plans.id = citations.document_id
LEFT JOIN links ON links.document_id = citations.document_id
  AND links.ordinal = citations.ordinal
WHERE links.state = 'not-in-archive'
  OR (links.state IS NULL AND NOT EXISTS (
    SELECT 1 FROM documents
    WHERE documents.code_folded = citations.code_folded))
GROUP BY ifnull(links.cited_as, citations.code_folded)
ORDER BY named_by DESC, code;

CREATE VIEW obligations_by_agency AS
SELECT
  agencies.name AS agency,
  assignments.role,
  plans.code,
  plans.issuer,
  obligations.path,
  obligations.page,
  obligations.quote,
  obligations.id AS obligation_id,
  plans.id AS document_id
FROM assignments
JOIN agencies ON agencies.id = assignments.agency_id
JOIN obligations ON obligations.id = assignments.obligation_id
JOIN plans ON plans.id = obligations.document_id
ORDER BY
  agencies.folded, agencies.name, assignments.role, plans.id,
  obligations.ordinal;

CREATE VIEW obligations_by_body AS
SELECT
  bodies.name AS body,
  assignments.role,
  agencies.name AS written,
  plans.code,
  plans.issuer,
  plans.issued_on,
  obligations.path,
  obligations.page,
  obligations.quote,
  bodies.key,
  bodies.kind,
  bodies.branch,
  bodies.level,
  obligations.id AS obligation_id,
  plans.id AS document_id
FROM assignments
JOIN bodies ON bodies.id = assignments.body_id
JOIN agencies ON agencies.id = assignments.agency_id
JOIN obligations ON obligations.id = assignments.obligation_id
JOIN plans ON plans.id = obligations.document_id
ORDER BY
  bodies.folded, bodies.key, assignments.role, plans.id, obligations.ordinal;

CREATE VIEW obligations_without_lead AS
SELECT
  plans.code,
  plans.issuer,
  obligations.path,
  obligations.page,
  obligations.quote,
  obligations.id AS obligation_id,
  plans.id AS document_id
FROM obligations
JOIN plans ON plans.id = obligations.document_id
WHERE NOT EXISTS (
  SELECT 1 FROM assignments
  WHERE assignments.obligation_id = obligations.id
    AND assignments.role = 'lead'
)
ORDER BY plans.id, obligations.ordinal;

CREATE VIEW outline AS
SELECT
  outlines.document_id,
  node.key + 1 AS ordinal,
  node.value ->> 0 AS parent,           -- ordinal of the paragraph above
  node.value ->> 1 AS kind,             -- heading, item, paragraph, cell, ...
  node.value ->> 2 AS section,          -- what its part is about: tasks, ...
  node.value ->> 3 AS path,             -- labels from the root: IV.1.h
  node.value ->> 4 AS span_begin,
  node.value ->> 5 AS span_end,
  node.value ->> 6 AS body_begin,       -- behind the number or bullet
  node.value ->> 7 AS page
FROM outlines, json_each(outlines.nodes) AS node;

CREATE VIEW plan_versions AS
SELECT
  main.code AS plan_code,
  identities.version,
  identities.in_force,
  documents.code,
  documents.issuer,
  documents.issued_on,
  documents.title,
  replacing.code AS replaced_by,
  amending.code AS amended_by,
  identities.plan_id,
  documents.id AS document_id
FROM identities
JOIN documents ON documents.id = identities.document_id
JOIN documents AS main ON main.id = identities.plan_id
LEFT JOIN documents AS replacing ON replacing.id = identities.replaced_by
LEFT JOIN documents AS amending ON amending.id = identities.amended_by
WHERE identities.version <> 'main'
  OR identities.replaced_by IS NOT NULL
  OR identities.amended_by IS NOT NULL
  OR EXISTS (
    SELECT 1 FROM identities AS other
    WHERE other.plan_id = identities.plan_id
      AND other.document_id <> identities.document_id
  )
ORDER BY identities.plan_id, identities.version = 'main' DESC, documents.id;

CREATE VIEW plans AS
SELECT documents.*
FROM documents
LEFT JOIN identities ON identities.document_id = documents.id
WHERE documents.id = coalesce(
  (SELECT id FROM documents AS main WHERE main.id = identities.plan_id),
  (SELECT min(id) FROM documents AS twin WHERE twin.plan_key = documents.plan_key),
  documents.id
);

CREATE VIEW plans_by_parent AS
SELECT
  coalesce(parent.code, citations.code) AS parent_code,
  parent.title AS parent_title,
  child.code,
  child.issuer,
  child.issued_on,
  child.title,
  ifnull(links.state, 'not-linked') AS state,
  parent.id AS parent_id,
  child.id AS document_id
FROM citations
JOIN plans AS child ON child.id = citations.document_id
LEFT JOIN links ON links.document_id = citations.document_id
  AND links.ordinal = citations.ordinal
LEFT JOIN documents AS parent ON parent.id = links.target_id
WHERE citations.relation = 'implements' AND ifnull(links.state, '') <> 'self'
ORDER BY citations.code_folded, child.level, child.id;

