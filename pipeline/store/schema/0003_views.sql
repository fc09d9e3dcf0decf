-- Views for the questions that people ask.

-- Documents, but each plan once, however many sources it has.
CREATE VIEW plans AS
SELECT documents.*
FROM documents
WHERE NOT EXISTS (
  SELECT 1 FROM documents AS earlier
  WHERE earlier.plan_key = documents.plan_key AND earlier.id < documents.id
);

-- Who has to do what.
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

-- Obligations that name nobody in charge.
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

-- The next calendar day on which each deadline falls due, seen from today: the
-- last day of a date or period (2025-06 is due on 2025-06-30), the next one of a
-- yearly (--12-10, --12) or monthly (---15) day. Rhythms without a day and
-- relative deadlines have none and are left out.
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

-- What falls due between today and the thirtieth day from now.
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

-- Which plan was made to carry out which document. The parent is matched by its
-- code alone; parent_id is NULL while it is not in the archive.
CREATE VIEW plans_by_parent AS
SELECT
  citations.code AS parent_code,
  parent.title AS parent_title,
  child.code,
  child.issuer,
  child.issued_on,
  child.title,
  parent.id AS parent_id,
  child.id AS document_id
FROM citations
JOIN plans AS child ON child.id = citations.document_id
LEFT JOIN plans AS parent ON parent.code_folded = citations.code_folded
WHERE citations.relation = 'implements'
ORDER BY citations.code_folded, child.level, child.id;

-- Documents that are named by number and are not in the archive.
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
WHERE NOT EXISTS (
  SELECT 1 FROM documents
  WHERE documents.code_folded = citations.code_folded
)
GROUP BY citations.code_folded
ORDER BY named_by DESC, code;
