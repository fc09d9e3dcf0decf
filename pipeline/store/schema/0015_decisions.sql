-- What the decision around a plan names and the plan does not: grounds of the
-- decision, no references of the plan.
ALTER TABLE citations ADD COLUMN of_decision INTEGER NOT NULL DEFAULT 0
  CHECK (of_decision IN (0, 1));
