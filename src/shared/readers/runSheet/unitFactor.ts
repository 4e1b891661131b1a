import { MOLAR_MASS_G_PER_MOL } from '../../constants'

/** Number × factor + offset is in the target unit. */
export interface UnitScale { readonly factor: number; readonly offset: number }
type Spellings = readonly (readonly [factor: number, ...names: string[]])[]

const nitrate = (gramPerLitre: number, species: keyof typeof MOLAR_MASS_G_PER_MOL): number => gramPerLitre / MOLAR_MASS_G_PER_MOL[species]

/** Spellings and exact factors into the unit of a run-sheet column. '%' of H₂ is 10⁴ ppm. Only factors that hold without further knowledge: no sccm, whose standard temperature nobody writes. */
const spellings: Readonly<Record<string, Spellings>> = {
  V: [[1, 'V', 'volt', 'volts'], [1e-3, 'mV', 'millivolt', 'millivolts']],
  C: [[1, 'C', 'degC', 'celsius', 'deg', 'centigrade', '摄氏度']],
  // Of nitrate only a mass whose species is written has one meaning: '100 ppm' is said of nitrate and of its nitrogen.
  M: [
    [1, 'M', 'mol/L', 'mol/dm3', 'molar', 'mmol/mL', 'kmol/m3'], [1e-3, 'mM', 'mmol/L', 'mmol/dm3', 'umol/mL', 'mol/m3'], [1e-6, 'uM', 'umol/L', 'nmol/mL'],
    [nitrate(1e-3, 'NO3-'), 'mg/L NO3-', 'mg/L NO3', 'mg NO3-/L', 'mg NO3/L', 'ppm NO3-', 'ppm NO3', 'ug/mL NO3-', 'ug/mL NO3'],
    [nitrate(1e-3, 'N'), 'mg/L NO3-N', 'mg/L N', 'mg N/L', 'mg NO3-N/L', 'mg/L as N', 'ppm NO3-N', 'ppm N', 'ppm-N', 'ppm as N', 'ug/mL NO3-N', 'ug/mL N'],
    [nitrate(1, 'NO3-'), 'g/L NO3-', 'g/L NO3'], [nitrate(1, 'KNO3'), 'g/L KNO3']
  ],
  cm2: [[1, 'cm2', 'sqcm'], [1e-2, 'mm2', 'sqmm'], [1e2, 'dm2'], [1e4, 'm2'], [1e-8, 'um2']],
  'mg/cm2': [[1, 'mg/cm2'], [1e-3, 'ug/cm2'], [0.1, 'g/m2', 'ug/mm2'], [1e-4, 'mg/m2'], [1e2, 'mg/mm2'], [1e3, 'g/cm2']],
  mg: [[1, 'mg'], [1e3, 'g'], [1e-3, 'ug'], [1e-6, 'ng']],
  mL: [[1, 'mL', 'cm3', 'cc', 'ccm', 'milliliter', 'millilitre', '毫升'], [1e3, 'L', 'dm3', 'liter', 'litre', '升'], [1e-3, 'uL', 'mm3', '微升']],
  h: [[1, 'h', 'hr', 'hrs', 'hour', 'hours', 'std', 'stunde', 'stunden', '小时'], [1 / 60, 'min', 'mins', 'minute', 'minutes', 'minuten', '分钟'], [1 / 3600, 's', 'sec', 'secs', 'second', 'seconds']],
  min: [[1, 'min', 'mins', 'minute', 'minutes', 'minuten', '分钟', '分'], [60, 'h', 'hr', 'hrs', 'hour', 'hours', 'std', 'stunde', 'stunden', '小时'], [1 / 60, 's', 'sec', 'secs', 'second', 'seconds']],
  nm: [[1, 'nm', '纳米'], [1e3, 'um']],
  'ug/mL': [[1, 'ug/mL', 'mg/L', 'ppm', 'mg/dm3', 'ug/cm3', 'g/m3'], [1e-3, 'ug/L', 'ng/mL', 'ppb', 'mg/m3'], [1e3, 'mg/mL', 'g/L']],
  ohm: [[1, 'ohm', 'ohms', '欧姆'], [1e3, 'kohm', 'kohms']],
  'mV/s': [[1, 'mV/s', 'mV/sec'], [1e3, 'V/s', 'V/sec'], [1 / 60, 'mV/min']],
  'mL/min': [[1, 'mL/min', 'cm3/min'], [1e3, 'L/min'], [1 / 60, 'mL/h'], [60, 'mL/s'], [1e3 / 60, 'L/h'], [1e-3, 'uL/min']],
  ppm: [[1, 'ppm', 'ppmv', 'umol/mol', 'vol ppm'], [1e-3, 'ppb', 'ppbv'], [1e4, '%', 'vol%', '%vol', 'mol%', 'v/v%', '%(v/v)', 'percent'], [1e6, 'fraction', 'mole fraction', 'v/v']]
}

/** Where zero is another place. */
const shifted: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map([['C', new Map([['k', -273.15], ['degk', -273.15], ['kelvin', -273.15], ['开尔文', -273.15]])]])

/** 'mg·cm⁻²', 'mg cm-2', 'mg/cm^2' and 'mg_cm2' are one unit. */
function unitKey(unit: string): string {
  return unit.normalize('NFKC').replaceAll('Ω', 'ohm').toLowerCase().replaceAll('μ', 'u').replaceAll('ω', 'ohm').replaceAll('−', '-').replaceAll('°', '')
    .replace(/[\s·⋅*^/_.()]/g, '').replace(/-(\d)/g, (_, power: string) => (power === '1' ? '' : power))
}

const byName = (rows: Spellings): Map<string, number> =>
  new Map(rows.flatMap(([factor, ...names]) => names.map((name): [string, number] => [unitKey(name), factor])))
const factors = new Map(Object.entries(spellings).map(([unit, rows]) => [unit, byName(rows)]))

/** How a number in `unit` becomes one in `target`; null: not the same dimension, or unknown. */
export function unitScale(unit: string, target: string): UnitScale | null {
  const key = unitKey(unit)
  const offset = shifted.get(target)?.get(key)
  if (offset !== undefined) return { factor: 1, offset }
  const factor = factors.get(target)?.get(key)
  return factor === undefined ? null : { factor, offset: 0 }
}
