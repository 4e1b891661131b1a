/** SHA-256 of every column of numbers: SQLite's own check does not look into them, and a rotten number must not pass for a measured one. */
export const checksums = `
ALTER TABLE columns ADD COLUMN sha256 TEXT;
`
