-- How sure the reader is of a fact as a whole: of its place and its values, by
-- its rule, by how its words were recognised and by what had to be inferred.
-- NULL for facts that an older version of the program has read.
ALTER TABLE citations ADD COLUMN certainty TEXT
  CHECK (certainty = 'high' OR certainty = 'medium' OR certainty = 'low');
ALTER TABLE obligations ADD COLUMN certainty TEXT
  CHECK (certainty = 'high' OR certainty = 'medium' OR certainty = 'low');
ALTER TABLE deadlines ADD COLUMN certainty TEXT
  CHECK (certainty = 'high' OR certainty = 'medium' OR certainty = 'low');
ALTER TABLE targets ADD COLUMN certainty TEXT
  CHECK (certainty = 'high' OR certainty = 'medium' OR certainty = 'low');

-- Facts that a person should look at again, each plan once.
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
ORDER BY plans.id, low.span_begin, low.kind;
