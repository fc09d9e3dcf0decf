-- The outline of a document is one row instead of a row for each paragraph: it
-- is always read whole, and its rows took a fifth of the time of an import.
CREATE TABLE outlines (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  -- JSON, a list for each paragraph: the columns of the view `outline` from
  -- `parent` on.
  nodes TEXT NOT NULL
) STRICT;
INSERT INTO outlines (document_id, nodes)
  SELECT document_id,
    json_group_array(json_array(parent, kind, section, path, span_begin,
                                span_end, body_begin, page))
  FROM (SELECT * FROM outline ORDER BY document_id, ordinal)
  GROUP BY document_id;
DROP TABLE outline;

-- The paragraphs of a document, as a tree. Text: bytes span_begin to span_end
-- of texts.text.
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
