import { SIMULATED } from './recording'
import type { SimulatedFile } from './simulatedFile'

/** What the paper prints of its synthesis (Sec. 2.1) and of its lattice fringes (Sec. 3.2), as a sample record; amounts it does not print are left out. */
const steps: readonly (readonly [catalyst: string, part: string, name: string, value: string, unit: string, note: string])[] = [
  ['', 'precursor', 'urea', '10', 'g', 'melted at 150 °C'], ['', 'precursor', 'PEG 4000', '400', 'mg', 'into the melt, stirred'], ['', 'precursor', 'NaCl', '20', 'g', 'ground in, 15 min'],
  ['', 'precursor', 'RuCl3', '0.1', 'g', ''], ['RuFe-NC', 'precursor', 'FeCl3', '0.532', 'g', ''],
  ['', 'furnace', 'purge', '30', 'min', 'nitrogen'], ['', 'furnace', 'heating rate', '10', '°C/min', ''], ['', 'furnace', 'temperature', '790', '°C', 'argon, alumina crucible, tube furnace'], ['', 'furnace', 'time', '1.5', 'h', 'then cooled naturally'],
  ['', 'washing', 'deionised water', '3', 'times', '30 min each, stirred'], ['', 'etching', 'HCl', '2', 'M', '80 °C, 24 h'], ['', 'drying', 'vacuum oven', '60', '°C', 'overnight'],
  ['RuCo-NC', 'fringe', '(101)', '0.208', 'nm', ''], ['RuFe-NC', 'fringe', '(101)', '0.205', 'nm', ''], ['RuNi-NC', 'fringe', '(101)', '0.200', 'nm', ''], ['RuCu-NC', 'fringe', '(101)', '0.199', 'nm', '']
]

/** Spacings of the fringes that are printed, nm. */
export const printedFringes_nm: readonly (readonly [catalyst: string, spacing_nm: number])[] = steps.flatMap(([catalyst, part, , value]) => (part === 'fringe' ? [[catalyst, Number(value)] as const] : []))

export function simulatedRecord(): SimulatedFile {
  const lines = steps.map(([catalyst, part, name, value, unit, note]) => [catalyst, part, name, value, unit, part === 'fringe' ? 'HR-TEM' : '', note].map((text) => (text.includes(',') ? `"${text}"` : text)).join(','))
  return { path: 'sample record.csv', text: ['catalyst,part,name,value,unit,method,note', ...lines, `,remark,origin,"${SIMULATED}",,,`, ''].join('\r\n'), encoding: 'utf8' }
}
