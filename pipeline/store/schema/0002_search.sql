-- Full-text search with what plain SQLite has (FTS5, unicode61).
--
-- Each index has the text as printed and the text folded (lower case, no
-- accents, d for đ), so one MATCH finds what is typed either way:
--
--   SELECT o.path, snippet(obligations_fts, 0, '[', ']', '…', 12)
--   FROM obligations_fts JOIN obligations AS o ON o.id = obligations_fts.rowid
--   WHERE obligations_fts MATCH '"trẻ em"' ORDER BY rank LIMIT 20;
--
--   ... WHERE obligations_fts MATCH 'folded : "xam hai" AND "tre em"'
--
-- Both read their columns from the tables (external content). Triggers keep them
-- in step with whatever is deleted or changed. What is inserted is indexed by
-- the program itself: a statement with a trigger opens a savepoint, and FTS5
-- writes out its buffer at every savepoint, which made loading five times as
-- slow. Who inserts by hand runs
--   INSERT INTO obligations_fts (obligations_fts) VALUES ('rebuild');

CREATE VIRTUAL TABLE obligations_fts USING fts5 (
  quote, folded,
  content="obligations", content_rowid="id",
  tokenize="unicode61 remove_diacritics 0"
);
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

CREATE VIRTUAL TABLE documents_fts USING fts5 (
  title, title_folded,
  content="documents", content_rowid="id",
  tokenize="unicode61 remove_diacritics 0"
);
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
