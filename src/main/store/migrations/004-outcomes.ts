/**
 * Outcomes in parts, so that a list of them, their numbers and their figures can be had apart; all of them are computed again once.
 * What analyses derived from the numbers of one measurement (a charge, an absorbance) is kept beside, and what the last run saw.
 */
export const outcomesInParts = `
DROP TABLE outcomes;
CREATE TABLE outcomes (
  analysis TEXT NOT NULL, catalyst TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, figures TEXT NOT NULL,
  PRIMARY KEY (analysis, catalyst));
CREATE TABLE derived (
  analysis TEXT NOT NULL, name TEXT NOT NULL, measurementId TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (analysis, name, measurementId)) WITHOUT ROWID;
CREATE INDEX derivedByMeasurement ON derived (measurementId);
`
