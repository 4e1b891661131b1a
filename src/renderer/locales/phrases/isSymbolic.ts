const units = new Set(['mol', 'ppm', 'mg', 'mgcat', 'ug', 'umol', 'dl', 'kg', 'cm', 'nm', 'mm', 'min', 'vs', 'dec', 'log', 'ln', 'hcp', 'fcc', 'bcc', 'rms', 'cat', 'max', 'sin', 'cos', 'dx', 'dy', 'dz', 'dt', 'sat', 'px', 'sd', 'rad', 'ox', 'red', 'ct', 'eq', 'ref', 'arcsin'])

/** Whether a text has no word of a language: numbers, units, formulas, symbols of elements and quantities, abbreviations. */
export function isSymbolic(text: string): boolean {
  return (text.match(/[A-Za-z]+/g) ?? []).every((run) => run.length === 1 || units.has(run) || /^[A-Z][a-z]?$/.test(run) || /[A-Z]/.test(run.slice(1)))
}
