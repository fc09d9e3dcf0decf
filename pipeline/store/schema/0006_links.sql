-- What citations lead to, and which documents are one plan. Both are made anew
-- by every import from what the documents state, and by nothing else: the same
-- documents give the same rows in whatever order they came.

-- A document as others name it. A row may outlive its document until the next
-- import, which learns from it what has to be linked again.
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
CREATE INDEX identities_by_plan ON identities (plan_id);
CREATE INDEX identities_by_number ON identities (number_key);

-- What a citation leads to. A citation without a row was not looked at yet.
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
CREATE INDEX links_by_target ON links (target_id);
CREATE INDEX links_by_number ON links (number_key);
CREATE INDEX links_by_unit ON links (unit);
CREATE INDEX links_by_cited ON links (cited_as);

-- The plans that an ambiguous citation may mean; none where they are more than
-- twenty.
CREATE TABLE link_candidates (
  document_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  candidate_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  PRIMARY KEY (document_id, ordinal, candidate_id),
  FOREIGN KEY (document_id, ordinal)
    REFERENCES links (document_id, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX link_candidates_by_candidate ON link_candidates (candidate_id);

-- With which rules the links were made; other rules make all of them anew.
CREATE TABLE linked_with (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rules_hash TEXT NOT NULL
) STRICT;

CREATE INDEX citations_that_change ON citations (relation)
  WHERE relation IN ('amends', 'replaces');

-- Documents, but each plan once, however many sources it has.
DROP VIEW plans;
CREATE VIEW plans AS
SELECT documents.*
FROM documents
LEFT JOIN identities ON identities.document_id = documents.id
WHERE documents.id = coalesce(
  (SELECT id FROM documents AS main WHERE main.id = identities.plan_id),
  (SELECT min(id) FROM documents AS twin WHERE twin.plan_key = documents.plan_key),
  documents.id
);

-- All documents of plans that came more than once: as scan and as text, as draft
-- and issued, amended, replaced.
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

-- Which plan was made to carry out which document. parent_id is NULL while that
-- is not in the archive, or not known which of several it is.
DROP VIEW plans_by_parent;
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

-- Documents that are named by number and are not in the archive. Two of one
-- number and different issuers are two.
DROP VIEW missing_references;
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
