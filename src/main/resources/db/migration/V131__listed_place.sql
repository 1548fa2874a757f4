-- Where a listed study was made and where its patient lives, as far as the facility tells.
ALTER TABLE listed_study ADD COLUMN institution TEXT NOT NULL DEFAULT '';
ALTER TABLE listed_study ADD COLUMN residence TEXT NOT NULL DEFAULT '';
