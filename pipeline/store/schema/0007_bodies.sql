-- What the names of agencies mean, in the place of their document.
--
-- `agencies` has names as written: `Sở Y tế` is one name in all provinces, and
-- `Sở LĐ-TB&XH` another than `Sở Lao động - Thương binh và Xã hội`. Here, one row
-- is one body: the department of one province, however it is written.
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
CREATE INDEX bodies_by_kind ON bodies (kind);

-- The body that the name means; NULL where none is known.
ALTER TABLE assignments ADD COLUMN body_id INTEGER REFERENCES bodies (id);
-- 1: the place of the body, or a part of it, is the issuer's and not written.
ALTER TABLE assignments ADD COLUMN place_inferred INTEGER NOT NULL DEFAULT 0
  CHECK (place_inferred IN (0, 1));
CREATE INDEX assignments_by_body ON assignments (body_id, role);

-- What each body has to do, however plans write its name.
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
