const elements = new Set(('H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu ' +
  'Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr').split(' '))
export const isElementSymbol = (text: string): boolean => elements.has(text)
const subscripts = '₀₁₂₃₄₅₆₇₈₉'
/** Element symbols and brackets with up to two digits each, as in 'Ru(NO)(NO3)3' and 'La0.6Sr0.4CoO3'; a number before it is how many. */
const formula = /^\d{0,2}(?:(?:[A-Z][a-z]?|[)\]])(?:\d{1,2}(?:\.\d{1,2})?)?|[([])+$/
const ofOneElement = new Set(['H2', 'D2', 'N2', 'O2', 'O3', 'F2', 'Cl2', 'Br2', 'I2'])

/**
 * What persons typed, with the formulas among its words as they are printed: 'FeCl3·6H2O' → 'FeCl₃·6H₂O'. Names of samples and grades
 * ('S1', 'NC800', 'PEG 4000') stay as they are: a formula has two elements or is a gas.
 */
export const formulaText = (text: string): string => text.replace(/[^\s,;/，、；：（）]+/g, (word) => {
  const parts = word.split('·')
  return /\d/.test(word) && parts.every(isFormula) ? parts.map(printed).join('·') : word
})

function isFormula(part: string): boolean {
  if (!formula.test(part)) return false
  const symbols = part.match(/[A-Z][a-z]?/g) ?? []
  return symbols.every((symbol) => elements.has(symbol)) && (new Set(symbols).size > 1 || ofOneElement.has(part))
}

const printed = (part: string): string => part.replace(/(?<=[A-Za-z)\]])\d+(?:\.\d+)?/g, (number) => [...number].map((sign) => subscripts[Number(sign)] ?? sign).join(''))
