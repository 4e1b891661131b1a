/** A substance and, where it is written, its concentration in mol/L. */
interface Part { readonly substance: string; readonly molar: number | undefined }

const perMolar: ReadonlyMap<string, number> = new Map([['m', 1], ['mol/l', 1], ['mm', 1e-3], ['mmol/l', 1e-3]])
const concentration = /(\d+(?:\.\d+)?)\s*(mmol\/l|mol\/l|mm|m)(?![a-z])/
const water = /^(?:(?:di|deionised|deionized|ultrapure|milli-?q|distilled)?water|h2o|去离子水|超纯水|纯水|水)$/
/** Near enough for two concentrations to be one. */
const NEAR = 0.05

/** '0.5 M K₂SO₄ + 0,1 M KNO3' → K2SO4 0.5: what stands beside the nitrate that is reduced, and is no water. */
function partsOf(text: string): readonly Part[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/(\d),(?=\d)/g, '$1.').replace(/[()[\]]/g, ' ').replace(/[·•]/g, ' ')
  return plain.split(/[+,;&、，]|\b(?:and|with|in|und|mit)\b|和|与/).flatMap((part): Part[] => {
    const [whole, number, unit] = concentration.exec(part) ?? []
    const substance = (whole === undefined ? part : part.replace(whole, ' ')).replace(/\s+/g, '').replace(/^(?:aqueous|aq\.?)|(?:aq\.?|solution)$/g, '')
    if (substance === '' || /no3|nitrate|nitrat|硝酸/.test(substance) || water.test(substance)) return []
    return [{ substance, molar: number === undefined ? undefined : Number(number) * perMolar.get(unit!)! }]
  })
}

/** Whether two texts name different electrolytes, whatever their order, blanks and units; a concentration that one of them leaves out is no difference. */
export function electrolytesDiffer(a: string, b: string): boolean {
  const [one, other] = [partsOf(a), partsOf(b)]
  return one.length !== other.length || one.some(({ substance, molar }) => {
    const same = other.find((part) => part.substance === substance)
    return !same || (molar !== undefined && same.molar !== undefined && Math.abs(molar - same.molar) > NEAR * Math.max(molar, same.molar))
  })
}

/** An acid that nothing neutralises: of a trap, or of an acid electrolyte. */
export const isAcidElectrolyte = (text: string): boolean =>
  partsOf(text).some(({ substance }) => /^(?:h2so4|hcl|hclo4|h3po4|(?:sulfuric|sulphuric|hydrochloric|perchloric|phosphoric)acid|硫酸|盐酸|高氯酸|磷酸)$/.test(substance))
