/** Files that are read together (an EPR .par with its .spc): what makes two files the same, and who waits for whom. */
export const companions = `
ALTER TABLE files ADD COLUMN contentKey TEXT NOT NULL DEFAULT '';
UPDATE files SET contentKey = sha256;
DROP INDEX filesBySha;
CREATE INDEX filesByContent ON files (contentKey);
CREATE TABLE companions (path TEXT NOT NULL, wantedBy TEXT NOT NULL, PRIMARY KEY (path, wantedBy)) WITHOUT ROWID;
CREATE INDEX companionsByWanting ON companions (wantedBy);
CREATE INDEX locationsBySequence ON locations (sequence);
`
