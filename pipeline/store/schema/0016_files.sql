-- Which file on disk a path was, or was in, when it was imported: a file that
-- has moved is told by that from a copy. NULL for a file that has several names.
ALTER TABLE sources ADD COLUMN device INTEGER;
ALTER TABLE sources ADD COLUMN inode INTEGER;
