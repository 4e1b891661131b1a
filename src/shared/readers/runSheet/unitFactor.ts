/** Spellings and exact factors into the unit of a run-sheet column. '%' of H₂ is 10⁴ ppm. Only factors that hold without further knowledge. */
const spellings: Readonly<Record<string, readonly (readonly [factor: number, ...names: string[]])[]>> = {
  V: [[1, 'V', 'volt', 'volts'], [1e-3, 'mV']],
  C: [[1, 'C', 'degC', 'celsius', 'deg']],
  M: [[1, 'M', 'mol/L', 'mol/dm3', 'molar'], [1e-3, 'mM', 'mmol/L'], [1e-6, 'uM', 'umol/L']],
  cm2: [[1, 'cm2', 'sqcm'], [1e-2, 'mm2'], [1e4, 'm2']],
  'mg/cm2': [[1, 'mg/cm2'], [1e-3, 'ug/cm2'], [0.1, 'g/m2'], [1e3, 'g/cm2']],
  mg: [[1, 'mg'], [1e3, 'g'], [1e-3, 'ug']],
  mL: [[1, 'mL', 'cm3', 'cc'], [1e3, 'L', 'dm3'], [1e-3, 'uL']],
  h: [[1, 'h', 'hr', 'hrs', 'hour', 'hours', 'std', 'stunde', 'stunden', '小时'], [1 / 60, 'min', 'mins', 'minute', 'minutes', 'minuten', '分钟'], [1 / 3600, 's', 'sec', 'secs', 'second', 'seconds']],
  'ug/mL': [[1, 'ug/mL', 'mg/L', 'ppm'], [1e-3, 'ug/L', 'ng/mL', 'ppb'], [1e3, 'mg/mL', 'g/L']],
  ohm: [[1, 'ohm', 'ohms'], [1e3, 'kohm']],
  'mV/s': [[1, 'mV/s', 'mV/sec'], [1e3, 'V/s', 'V/sec']],
  'mL/min': [[1, 'mL/min'], [1e3, 'L/min'], [1 / 60, 'mL/h']],
  ppm: [[1, 'ppm', 'ppmv'], [1e-3, 'ppb', 'ppbv'], [1e4, '%', 'vol%']]
}

/** 'mg·cm⁻²', 'mg cm-2', 'mg/cm^2' and 'mg_cm2' are one unit. */
function unitKey(unit: string): string {
  return unit.normalize('NFKC').replaceAll('Ω', 'ohm').toLowerCase().replaceAll('μ', 'u').replaceAll('−', '-').replaceAll('°', '')
    .replace(/[\s·⋅*^/_.]/g, '').replace(/-(\d)/g, (_, power: string) => (power === '1' ? '' : power))
}

const byName = (rows: readonly (readonly [number, ...string[]])[]): Map<string, number> =>
  new Map(rows.flatMap(([factor, ...names]) => names.map((name): [string, number] => [unitKey(name), factor])))
const factors = new Map(Object.entries(spellings).map(([unit, rows]) => [unit, byName(rows)]))

/** What a number in `unit` is multiplied with to become `target`; null: not the same dimension, or unknown. */
export const unitFactor = (unit: string, target: string): number | null => factors.get(target)?.get(unitKey(unit)) ?? null
