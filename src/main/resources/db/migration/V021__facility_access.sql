-- How the services of a facility are entered. Secrets are not here (ADR 0185).
ALTER TABLE facility ADD COLUMN sign_in TEXT NOT NULL DEFAULT 'NOBODY';
ALTER TABLE facility ADD COLUMN sign_in_user TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN sign_in_issuer TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN sign_in_scope TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN pins TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN certificate TEXT NOT NULL DEFAULT '';
