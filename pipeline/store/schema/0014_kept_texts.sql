-- What pages were recognised as, words with their boxes, so that a document is
-- read by other rules without its pages being drawn and recognised again. Bytes
-- that only the program reads; deleting rows costs time at the next such import,
-- and nothing else.
CREATE TABLE kept_texts (
  -- Of documents. No foreign key: a document that is read once more is deleted
  -- and written again with the same id, and its text stays meanwhile.
  document_id INTEGER PRIMARY KEY,
  text BLOB NOT NULL
) STRICT;
