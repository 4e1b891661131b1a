import type { NamedValue } from '../../measurement'
import { casaFit, type CasaFit } from './casaFit'
import type { LineCursor } from './lineCursor'
import type { Label, VamasHeader } from './vamasHeader'

export interface VamasBlock {
  readonly name: string
  readonly technique: string
  readonly region: string
  readonly startedAt: string | null
  readonly settings: readonly NamedValue[]
  readonly fit: CasaFit
  /** Map position and experimental variables: what tells the spectra of a series apart. */
  readonly coordinates: readonly (Label & { readonly value: number })[]
  readonly sourceEnergy_eV: number
  /** null: irregular spectra and maps have no stated abscissa. */
  readonly abscissa: (Label & { readonly start: number; readonly step: number }) | null
  readonly ordinates: readonly Label[]
  /** Values in the order of the file: of every point all ordinates. */
  readonly values: Float64Array
  readonly declared: number
}

const sputterTechniques = /^(FABMS|ISS|SIMS|SNMS)/i
const profileModes: ReadonlySet<string> = new Set(['MAPDP', 'MAPSVDP', 'SDP', 'SDPSV'])
const lineScanModes: ReadonlySet<string> = new Set(['MAPSV', 'MAPSVDP', 'SEM'])
const isMap = (mode: string): boolean => mode === 'MAP' || mode === 'MAPDP'

/** Year … seconds; a missing part is −1 or 1E+37. */
function startOf(parts: readonly number[]): string | null {
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] = parts
  const isTime = year > 1900 && year < 10_000 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour >= 0 && hour < 24 && minute >= 0
    && minute < 60 && second >= 0 && second < 61
  if (!isTime) return null
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`
}

export function vamasBlock(cursor: LineCursor, header: VamasHeader): VamasBlock {
  const settings: NamedValue[] = []
  const keepText = (name: string): string => {
    const value = cursor.text(name.toLowerCase())
    if (value !== '') settings.push({ name, value })
    return value
  }
  const keep = (name: string): number => {
    const value = cursor.value(name.toLowerCase())
    if (!Number.isNaN(value)) settings.push({ name, value })
    return value
  }
  const name = cursor.text('the name of a block')
  keepText('Sample')
  const date = Array.from({ length: 6 }, () => cursor.value('the date of a block'))
  cursor.value('the time zone')
  const comment = cursor.texts(cursor.count('the number of comment lines'), 'the end of the comment').filter((line) => line !== '')
  comment.forEach((value, i) => settings.push({ name: `Block comment ${i + 1}`, value }))
  const technique = keepText('Technique').toUpperCase()
  const position = isMap(header.mode) ? ['x', 'y'].map((axis) => ({ name: axis, unit: '', value: cursor.value('the map position') })) : []
  const coordinates = [...position, ...header.variables.map((variable) => ({ ...variable, value: cursor.value('an experimental variable') }))]
  for (const { name: label, unit, value } of coordinates) {
    if (!Number.isNaN(value)) settings.push({ name: `Variable ${label}${unit === '' || unit === 'd' ? '' : ` (${unit})`}`, value })
  }
  keepText('Source')
  if (profileModes.has(header.mode) || sputterTechniques.test(technique)) ['Sputter atomic number', 'Sputter atoms', 'Sputter charge'].forEach(keep)
  const sourceEnergy_eV = keep('Source energy (eV)')
  ;['Source strength (W)', 'Beam width x (um)', 'Beam width y (um)'].forEach(keep)
  if (isMap(header.mode) || lineScanModes.has(header.mode)) ['Field of view x (um)', 'Field of view y (um)'].forEach(keep)
  if (lineScanModes.has(header.mode)) ['First line start x', 'First line start y', 'First line end x', 'First line end y', 'Last line end x',
    'Last line end y'].forEach(keep)
  ;['Source polar angle (deg)', 'Source azimuth (deg)'].forEach(keep)
  keepText('Analyser mode')
  keep('Pass energy (eV)')
  if (technique === 'AES DIFF') keep('Differential width (eV)')
  ;['Lens magnification', 'Work function (eV)', 'Target bias (V)', 'Analysis width x (um)', 'Analysis width y (um)', 'Take-off polar angle (deg)',
    'Take-off azimuth (deg)'].forEach(keep)
  const species = keepText('Species')
  const transition = keepText('Transition')
  keep('Charge of detected particle')
  const isRegular = header.scanMode === 'REGULAR'
  const abscissa = isRegular
    ? { name: cursor.text('the abscissa'), unit: cursor.text('its unit'), start: cursor.value('its start'), step: cursor.value('its step') } : null
  const ordinates = Array.from({ length: cursor.count('the number of variables') }, () =>
    ({ name: cursor.text('a variable'), unit: cursor.text('its unit') }))
  keepText('Signal mode')
  ;['Dwell time (s)', 'Scans', 'Signal time correction (s)'].forEach(keep)
  if (/^(AES DIFF|EDX|ELS|UPS|XPS|XRF)$/.test(technique) && profileModes.has(header.mode)) {
    ;['Sputter energy (eV)', 'Sputter current (nA)', 'Sputter width x (um)', 'Sputter width y (um)', 'Sputter polar angle (deg)',
      'Sputter azimuth (deg)'].forEach(keep)
    keepText('Sputter mode')
  }
  ;['Sample tilt polar (deg)', 'Sample tilt azimuth (deg)', 'Sample rotation (deg)'].forEach(keep)
  const extras = cursor.count('the number of additional parameters')
  for (let i = 0; i < extras; i += 1) {
    const label = cursor.text('an additional parameter')
    const unit = cursor.text('its unit')
    keep(unit === '' || unit === 'd' ? label : `${label} (${unit})`)
  }
  cursor.texts(header.futureItems, 'the future entries of a block')
  const declared = cursor.count('the number of values')
  // Smallest and largest value of each ordinate.
  cursor.texts(2 * ordinates.length, 'the smallest and largest values')
  const region = `${species} ${transition}`.trim()
  return { name, technique, region, startedAt: startOf(date), settings, fit: casaFit(comment, sourceEnergy_eV, !/binding/i.test((abscissa ?? ordinates[0])?.name ?? '')), coordinates, sourceEnergy_eV, abscissa, ordinates,
    values: cursor.numbers(declared), declared }
}
