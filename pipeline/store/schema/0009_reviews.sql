-- What people decided about facts, and about cells of audits.
--
-- A decision hangs on no row that an import writes: it names the bytes that were
-- read (sha256), the plan (plan_key of documents, as it was then), and the words
-- that were judged. So it outlives new readings, and documents that are replaced
-- or dropped. Whether it still holds is worked out when it is asked for, by
-- comparing `quote` and `reading` with what is there.
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
CREATE INDEX reviews_by_document ON reviews (sha256);
CREATE INDEX reviews_by_plan ON reviews (plan_key);

-- Of a parent's obligation and what a child makes of it.
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
) STRICT;
CREATE INDEX cell_reviews_by_parent ON cell_reviews (parent_sha256);
CREATE INDEX cell_reviews_by_parent_key ON cell_reviews (parent_key);

-- Facts that a person should look at again and nobody has judged, each plan once.
DROP VIEW facts_to_review;
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
