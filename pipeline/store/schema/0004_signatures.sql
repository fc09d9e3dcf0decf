-- Who signed the files that documents were read from.

-- What signing software printed on the pages, as printed: a claim, no proof.
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

-- Electronic signatures, in the order in which they were made. Certificates
-- are not judged: neither who issued them nor whether they were revoked.
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
