/** Areas as people write them, in cm². */
const areas = new Map([['c', 1], ['', 1e4], ['d', 100], ['m', 0.01]])
const prefixes = new Map([['', 1], ['m', 1e-3], ['u', 1e-6], ['n', 1e-9], ['p', 1e-12]])
const perArea = /^([munp]?)a(?:mps?|mperes?)?(?:(?:\/|per)([cdm]?)m-?2|([cdm]?)m-2|_?(c)m2)(?:_?geo(?:m(?:etric)?)?)?$/

/**
 * Factor to A cm⁻² of a current per geometric area: 'mA/cm2', 'mA cm⁻²', 'mA·cm^-2', 'A/m2', 'µA cm-2', 'mA_cm2', and the slip 'mA/cm-2',
 * which nothing else can mean. undefined for anything else: a current per mass or per ECSA is none, and 'MA' is no milliampere.
 */
export function currentDensityFactor(unit: string): number | undefined {
  if (unit.length > 40) return undefined
  const text = unit.normalize('NFKC').replaceAll('μ', 'u').replace(/[−–—⁻]/g, '-').replace(/[\s·⋅*^(){}[\]]/g, '').replace(/\.(?=[cdm]?m)|\.$/g, '')
  if (text.startsWith('M')) return undefined
  const [whole, prefix = '', over, to, joined] = perArea.exec(text.toLowerCase()) ?? []
  return whole === undefined ? undefined : prefixes.get(prefix)! / areas.get(over ?? to ?? joined ?? '')!
}
