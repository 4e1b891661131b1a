/**
 * The folder whose names count for a file that no watched folder holds: one that is not watched any more, or that was dropped. What a file is
 * follows from the names of its folders, and stays when the watching ends.
 */
export const roots = `
ALTER TABLE locations ADD COLUMN root TEXT;
`
