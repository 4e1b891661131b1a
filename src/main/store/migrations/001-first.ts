/** First layout of NAME.rum. A released migration is never edited: a change is a new file. */
export const first = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE catalysts (
  name TEXT PRIMARY KEY, position INTEGER NOT NULL, colour TEXT NOT NULL, marker TEXT NOT NULL,
  isNew INTEGER NOT NULL DEFAULT 0, archived INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE folders (
  id TEXT PRIMARY KEY, path TEXT NOT NULL UNIQUE, polling INTEGER NOT NULL DEFAULT 0, paused INTEGER NOT NULL DEFAULT 0,
  archive INTEGER NOT NULL DEFAULT 1, lastScan TEXT) WITHOUT ROWID;
CREATE TABLE files (
  id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, status TEXT NOT NULL, reason TEXT, reader TEXT, format TEXT,
  recognisedBecause TEXT, chosenReader TEXT, columnNames TEXT, userIgnored INTEGER NOT NULL DEFAULT 0, at TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX filesBySha ON files (sha256);
CREATE TABLE locations (
  path TEXT PRIMARY KEY, fileId TEXT NOT NULL REFERENCES files (id), folderId TEXT, bytes INTEGER NOT NULL, mtimeMs REAL NOT NULL,
  missing INTEGER NOT NULL DEFAULT 0, sequence INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX locationsByFile ON locations (fileId);
CREATE TABLE measurements (
  id TEXT PRIMARY KEY, fileId TEXT NOT NULL REFERENCES files (id), position INTEGER NOT NULL, summary TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX measurementsByFile ON measurements (fileId);
CREATE TABLE columns (
  measurementId TEXT NOT NULL REFERENCES measurements (id), position INTEGER NOT NULL, values_ BLOB NOT NULL, labels TEXT,
  PRIMARY KEY (measurementId, position));
CREATE TABLE sheetRows (
  id TEXT PRIMARY KEY, fileId TEXT NOT NULL REFERENCES files (id), row INTEGER NOT NULL, fields TEXT NOT NULL, tags TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX sheetRowsByFile ON sheetRows (fileId);
CREATE TABLE problems (fileId TEXT NOT NULL REFERENCES files (id), place TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX problemsByFile ON problems (fileId);
CREATE TABLE edits (entryId TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (entryId, field)) WITHOUT ROWID;
CREATE TABLE settings (scope TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (scope, key)) WITHOUT ROWID;
CREATE TABLE outcomes (
  analysis TEXT NOT NULL, catalyst TEXT NOT NULL, key TEXT NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (analysis, catalyst));
CREATE TABLE findings (id TEXT PRIMARY KEY, finding TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE acknowledgements (finding TEXT PRIMARY KEY, reason TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE history (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, label TEXT NOT NULL, forward TEXT NOT NULL, backward TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0);
CREATE TABLE originals (sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL, deflated BLOB NOT NULL) WITHOUT ROWID;
`
