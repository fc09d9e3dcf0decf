-- Where the parent's words stand, so that two obligations of equal words have a
-- decision each. NULL in decisions that are older than this.
ALTER TABLE cell_reviews ADD COLUMN parent_begin INTEGER;
