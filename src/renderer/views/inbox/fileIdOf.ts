/** A row of the Inbox is a place of a file: copies have a number behind its id. */
export const fileIdOf = (rowId: string): string => rowId.split('@')[0]!
