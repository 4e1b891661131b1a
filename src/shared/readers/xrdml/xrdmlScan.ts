import type { Column, NamedValue } from '../../measurement'
import { numberList } from '../xml/numberList'
import { childrenOf, elementAt, numberAt, textAt, type XmlElement } from '../xml/xmlTree'

export interface XrdmlScan {
  readonly columns: readonly Column[]
  /** Axes that stand still in this scan. */
  readonly fixed: readonly { readonly name: string; readonly unit: string; readonly value: number }[]
  readonly settings: readonly NamedValue[]
  readonly countingTime_s: number
  readonly startedAt: string | null
  readonly warnings: readonly string[]
  readonly isWhole: boolean
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/

interface Axis { readonly name: string; readonly unit: string; readonly values: Float64Array | null; readonly fixed: number; readonly listed: number }

function axisOf(positions: XmlElement, points: number): Axis {
  const [name, unit] = [positions.attributes.get('axis') ?? '', positions.attributes.get('unit') ?? '']
  const list = elementAt(positions, 'listPositions')
  if (list) {
    const { values } = numberList(list.text)
    const all = new Float64Array(points).fill(NaN)
    all.set(values.subarray(0, points))
    return { name, unit, values: all, fixed: NaN, listed: values.length }
  }
  const [start, end] = [numberAt(positions, 'startPosition'), numberAt(positions, 'endPosition')]
  if (Number.isNaN(start) || Number.isNaN(end)) return { name, unit, values: null, fixed: numberAt(positions, 'commonPosition'), listed: NaN }
  const step = points > 1 ? (end - start) / (points - 1) : 0
  return { name, unit, values: Float64Array.from({ length: points }, (_, i) => (i === points - 1 ? end : start + i * step)), fixed: NaN, listed: NaN }
}

/** null: the file ends within this scan, so that its angles cannot be told (a range states only its ends). */
export function xrdmlScan(scan: XmlElement): XrdmlScan | null {
  const points = elementAt(scan, 'dataPoints')
  const measured = elementAt(points, 'intensities') ?? elementAt(points, 'counts')
  if (!points || !measured?.isClosed) return null
  const { values: intensity, damaged } = numberList(measured.text)
  const axes = childrenOf(points, 'positions').map((positions) => axisOf(positions, intensity.length))
  const moving = axes.filter(({ values }) => values !== null)
  const isFirst = (name: string): boolean => name === '2Theta'
  const sorted = [...moving.filter(({ name }) => isFirst(name)), ...moving.filter(({ name }) => !isFirst(name))]
  const columns: Column[] = sorted.map(({ name, unit, values }) => ({ name, unit, quantity: isFirst(name) ? 'two_theta' : 'other', values: values! }))
  const attenuation = numberList(elementAt(points, 'beamAttenuationFactors')?.text ?? '').values
  // Counts behind an attenuator are what the detector saw; the pattern is counts × factor. 'intensities' has the factor in it already.
  const isAttenuated = measured.name === 'counts' && attenuation.length === intensity.length && attenuation.some((factor) => factor !== 1)
  const unit = measured.attributes.get('unit') ?? ''
  columns.push({ name: measured.name === 'counts' ? 'Counts' : 'Intensities', unit, quantity: isAttenuated ? 'other' : 'intensity',
    values: intensity })
  if (attenuation.length === intensity.length) columns.push({ name: 'Beam attenuation factor', unit: '', quantity: 'other', values: attenuation })
  if (isAttenuated) columns.push({ name: 'Counts × beam attenuation factor', unit, quantity: 'intensity',
    values: intensity.map((count, i) => count * attenuation[i]!) })
  const times = numberList(elementAt(points, 'countingTimes')?.text ?? '').values
  if (times.length === intensity.length) columns.push({ name: 'Counting time', unit: elementAt(points, 'countingTimes')?.attributes.get('unit')
    ?? '', quantity: 'other', values: times })
  const timeElement = elementAt(points, 'commonCountingTime')
  const isSeconds = /^s/i.test(timeElement?.attributes.get('unit') ?? 'seconds')
  const started = textAt(scan, 'header', 'startTimeStamp')
  const status = scan.attributes.get('status') ?? ''
  const uneven = axes.filter(({ listed }) => !Number.isNaN(listed) && listed !== intensity.length)
  const isAborted = status !== '' && status !== 'Completed'
  return {
    columns, fixed: axes.filter(({ values, fixed }) => values === null && !Number.isNaN(fixed)).map(({ name, unit: axisUnit, fixed }) =>
      ({ name, unit: axisUnit, value: fixed })),
    settings: [...['mode', 'scanAxis', 'status'].flatMap((name) =>
      (scan.attributes.get(name) ? [{ name: `Scan ${name}`, value: scan.attributes.get(name)! }] : []))],
    countingTime_s: isSeconds ? numberAt(timeElement) : NaN, startedAt: isoTime.test(started) ? started : null,
    warnings: [
      ...(isAborted ? [`The scan's status is "${status}": what was measured is kept.`] : []),
      ...uneven.map(({ name, listed }) => `Axis ${name} lists ${listed} positions for ${intensity.length} intensities; the missing ones are empty.`),
      ...(damaged > 0 ? [`${damaged} intensities are no numbers; they are left empty.`] : []),
      ...(columns.some(({ quantity }) => quantity === 'two_theta') ? [] : ['This scan does not move 2Theta.'])
    ],
    isWhole: !isAborted && uneven.length === 0
  }
}
