/**
 * The pattern of its watched folder that leaves a place out, if one does. It is of the place, not of the file: what was read stays, and a copy
 * that lies elsewhere counts.
 */
export const ignoredPlaces = `
ALTER TABLE locations ADD COLUMN ignoredBy TEXT;
CREATE INDEX locationsIgnored ON locations (fileId) WHERE ignoredBy IS NOT NULL;
`
