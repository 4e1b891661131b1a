const numbersOnly = /^[\d\s.,;:+\-eE"]*$/

/** A line of numbers, dates or nothing: it names no columns, and nobody need look for names in it. */
export const isNumbersOnly = (line: string): boolean => numbersOnly.test(line)
