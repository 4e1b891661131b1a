import type { Column, Measurement, NamedValue } from '../../measurement'
import { scanTable } from '../text/scanTable'

/** Several scans of one file are told apart by their number. */
export const withNumbers = (scans: readonly Measurement[]): readonly Measurement[] =>
  scans.length === 1 ? scans : scans.map((one, i) => ({ ...one, title: one.title === '' ? `Scan ${i + 1}` : `${one.title}, scan ${i + 1}` }))

/** The rows of one scan under its header, whose keys are those of .ras; null: there are none. */
export function rasScan(bytes: Uint8Array, at: number, header: ReadonlyMap<string, string>, isClosed: boolean): Measurement | null {
  const table = scanTable(bytes, at, { width: 3, separator: 'loose', decimal: '.' })
  if (table.rows === 0) return null
  const text = (key: string): string => header.get(key) ?? ''
  const [angles, intensities, factors] = table.columns as [Float64Array, Float64Array, Float64Array]
  const axis = text('MEAS_SCAN_AXIS_X')
  const isTwoTheta = /(2|two)-?\s?theta/i.test(axis)
  const unit = text('MEAS_SCAN_UNIT_Y')
  const isAttenuated = factors.some((value) => Number.isFinite(value) && value !== 1)
  const declared = Number.parseFloat(text('MEAS_DATA_COUNT'))
  const columns: Column[] = [
    { name: axis === '' ? 'Axis' : axis, unit: text('MEAS_SCAN_UNIT_X'), quantity: isTwoTheta ? 'two_theta' : 'other', values: angles },
    { name: /cps/i.test(unit) ? 'CPS' : 'Counts', unit, quantity: 'intensity', values: intensities },
    ...(factors.some(Number.isFinite) ? [{ name: 'Attenuator factor', unit: '', quantity: 'other' as const, values: factors }] : [])
  ]
  const short = table.rows < declared
  const warnings = [
    ...(short || !isClosed || table.isCutOff ? [`The scan holds ${table.rows}${declared > 0 ? ` of the ${declared} points that it announces` : ' points and no end'}: it was stopped or cut off.`] : []),
    ...(table.damaged > 0 ? [`${table.damaged} cells are no numbers; they are left empty.`] : []),
    ...(isAttenuated ? ['An attenuator was in the beam for some points; the file does not say whether its factor is in the intensities.'] : []),
    ...(isTwoTheta ? [] : ['This scan does not move 2Theta.'])
  ]
  return {
    technique: 'XRD', title: text('FILE_SAMPLE'), columns, segments: [], header: {}, startedAt: startOf(text('MEAS_SCAN_START_TIME')), signConvention: null,
    settings: [...header].filter(([name, value]) => value !== '' && !name.startsWith('DISP_')).map(([name, value]): NamedValue => ({ name, value: Number.isFinite(Number(value)) ? Number(value) : value })),
    facts: factsOf(header), warnings, complete: isClosed && !short && !table.isCutOff
  }
}

function factsOf(header: ReadonlyMap<string, string>): NamedValue[] {
  const number = (key: string): number => Number.parseFloat(header.get(key) ?? '')
  const [step, speed] = [number('MEAS_SCAN_STEP'), number('MEAS_SCAN_SPEED')]
  const seconds = header.get('MEAS_SCAN_SPEED_UNIT') === 'deg/min' ? (60 * step) / speed : NaN
  const facts: readonly (readonly [string, number | string])[] = [
    ['anode', header.get('HW_XG_TARGET_NAME') ?? ''], ['wavelengthAlpha1_A', number('HW_XG_WAVE_LENGTH_ALPHA1')], ['wavelengthAlpha2_A', number('HW_XG_WAVE_LENGTH_ALPHA2')],
    ['betaWavelength_A', number('HW_XG_WAVE_LENGTH_BETA')], ['stepSize_deg', step], ['timePerStep_s', Number(seconds.toPrecision(6))]
  ]
  return facts.flatMap(([name, value]) => (value === '' || (typeof value === 'number' && !(value > 0)) ? [] : [{ name, value }]))
}

/** Month/day/year of the PC; only where the two cannot be mistaken for each other. */
function startOf(text: string): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text)
  return match && Number(match[1]) <= 12 && (Number(match[2]) > 12 || match[1] === match[2]) ? `20${match[3]}-${match[1]}-${match[2]}T${match[4]}` : null
}
