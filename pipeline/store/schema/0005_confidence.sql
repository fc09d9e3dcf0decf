-- How sure the reader is of the least certain word of a fact, where its words
-- were recognised in a picture of a page: 0 to 1. NULL for facts read from text.
ALTER TABLE citations ADD COLUMN confidence REAL
  CHECK (confidence BETWEEN 0 AND 1);
ALTER TABLE obligations ADD COLUMN confidence REAL
  CHECK (confidence BETWEEN 0 AND 1);
ALTER TABLE deadlines ADD COLUMN confidence REAL
  CHECK (confidence BETWEEN 0 AND 1);
ALTER TABLE targets ADD COLUMN confidence REAL
  CHECK (confidence BETWEEN 0 AND 1);
