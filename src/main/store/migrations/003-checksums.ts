/**
 * SHA-256 of every column of numbers: SQLite's own check does not look into them, and a rotten number must not pass for a measured one.
 * ctime of every place: a file that is written anew with its old size and mtime is noticed.
 */
export const checksums = `
ALTER TABLE columns ADD COLUMN sha256 TEXT;
ALTER TABLE locations ADD COLUMN ctimeMs REAL NOT NULL DEFAULT 0;
`
