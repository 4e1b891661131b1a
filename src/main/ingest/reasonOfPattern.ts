/** Why a file is left out that fits a pattern of its watched folder. */
export const reasonOfPattern = (pattern: string): string => `Left out by the pattern ${pattern} of its folder; it comes in when that pattern goes (Folders).`
