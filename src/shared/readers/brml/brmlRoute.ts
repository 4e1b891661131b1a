import type { Column, NamedValue } from '../../measurement'
import { numberList } from '../xml/numberList'
import { brmlViews } from './brmlViews'
import { childrenOf, descendants, elementAt, numberAt, textAt, type XmlElement } from '../xml/xmlTree'

export interface BrmlRoute {
  readonly columns: readonly Column[]
  readonly settings: readonly NamedValue[]
  readonly facts: readonly NamedValue[]
  readonly warnings: readonly string[]
  readonly isWhole: boolean
}

const isTwoTheta = (axis: XmlElement): boolean => axis.attributes.get('AxisId') === 'TwoTheta'
const degree = '°'

/** The measured rows of one DataRoute: time, flag, the axes of ScanAxes in their order, then one or more counters, and what brmlViews.ts finds. */
export function brmlRoute(route: XmlElement, root: XmlElement): BrmlRoute | null {
  const rows = childrenOf(route, 'Datum').filter(({ isClosed }) => isClosed).map(({ text }) => numberList(text))
  if (rows.length === 0) return null
  const scan = elementAt(route, 'ScanInformation')
  const axes = childrenOf(elementAt(scan, 'ScanAxes'), 'ScanAxisInfo')
  const width = rows.reduce((most, { values }) => Math.max(most, values.length), 0)
  if (width < 3 + axes.length) return null
  const column = (c: number): Float64Array => Float64Array.from(rows, ({ values }) => values[c] ?? NaN)
  const angle = (axis: XmlElement, i: number): Column => {
    const unit = axis.attributes.get('Unit') ?? ''
    return { name: axis.attributes.get('VisibleName') ?? axis.attributes.get('AxisName') ?? `Axis ${i + 1}`, unit: unit === degree ? 'deg' : unit,
      quantity: isTwoTheta(axis) ? 'two_theta' : 'other', values: column(2 + i) }
  }
  const angles = axes.map(angle)
  const views = brmlViews(route, axes.length, width)
  const recorded = views?.recorded.map((part) => part.column) ?? Array.from({ length: width - 2 - axes.length }, (_, k) => 2 + axes.length + k)
  const counters = recorded.map((c, k): Column => ({
    name: k === 0 ? 'Counts' : `Counter ${k + 1}`, unit: k === 0 ? 'counts' : '', quantity: k === 0 ? 'intensity' : 'other', values: column(c)
  }))
  const others = (views?.others ?? []).map((part): Column => ({ name: part.name, unit: part.unit, quantity: 'other', values: column(part.column) }))
  const ordered = [...angles.filter(({ quantity }) => quantity === 'two_theta'), ...angles.filter(({ quantity }) => quantity !== 'two_theta')]
  const declared = numberAt(scan, 'MeasurementPoints')
  const damaged = rows.filter(({ values, damaged: words }) => values.length !== width || words > 0).length
  const tube = descendants(elementAt(root, 'FixedInformation'), 'Tube')[0]
  return {
    columns: [...ordered, ...counters, ...others, { name: 'Time per step', unit: 's', quantity: 'other', values: column(0) },
      { name: views?.hasAbsorption ? 'Absorption factor' : 'Flag', unit: '', quantity: 'other', values: column(1) }],
    settings: [...scanSettings(scan), ...descriptionSettings(root), ...generatorSettings(tube)], facts: factsOf(tube, scan),
    warnings: [
      ...(rows.length < declared
        ? [`The scan holds ${rows.length} of the ${declared} points that it announces: it was stopped or the file is damaged.`] : []),
      ...(damaged > 0 ? [`${damaged} rows do not hold ${width} numbers; missing cells are empty.`] : []),
      ...(angles.some(({ quantity }) => quantity === 'two_theta') ? [] : ['This scan does not move 2Theta.'])
    ],
    isWhole: !(rows.length < declared)
  }
}

const valueOf = (element: XmlElement | undefined): number => {
  const text = element?.attributes.get('Value') ?? ''
  return text === '' ? NaN : Number(text)
}
const named = (name: string, value: number | string): NamedValue[] => (value === '' || Number.isNaN(value) ? [] : [{ name, value }])

function factsOf(tube: XmlElement | undefined, scan: XmlElement | undefined): NamedValue[] {
  // Bruker writes Ångström; a wavelength in another unit is not taken.
  const lambda = (name: string): number => {
    const element = elementAt(tube, name)
    return /^(Å|Angstrom|A)$/.test(element?.attributes.get('Unit') ?? '') ? valueOf(element) : NaN
  }
  return [
    ...named('wavelengthAlpha1_A', lambda('WaveLengthAlpha1')), ...named('wavelengthAlpha2_A', lambda('WaveLengthAlpha2')),
      ...named('averageWavelength_A', lambda('WaveLengthAverage')),
    ...named('betaWavelength_A', lambda('WaveLengthBeta')), ...named('kAlphaRatio', valueOf(elementAt(tube, 'WaveLengthRatio'))),
      ...named('anode', textAt(tube, 'TubeMaterial')),
    ...named('timePerStep_s', numberAt(scan, 'TimePerStepEffective')), ...named('plannedTimePerStep_s', numberAt(scan, 'TimePerStep'))
  ]
}

const scanSettings = (scan: XmlElement | undefined): NamedValue[] =>
  [...named('Scan', scan?.attributes.get('VisibleName') ?? ''), ...named('Scan mode', textAt(scan, 'ScanModeVisibleName')),
    ...named('Scan name', scan?.attributes.get('ScanName') ?? '')]

const descriptionSettings = (root: XmlElement): NamedValue[] =>
  descendants(elementAt(root, 'FixedInformation', 'MethodInformation'), 'InfoItem').flatMap(({ attributes }) =>
    named(attributes.get('Name') ?? 'Item', attributes.get('Value') ?? ''))

const generatorSettings = (tube: XmlElement | undefined): NamedValue[] =>
  ['Voltage', 'Current'].flatMap((name) => {
    const element = elementAt(tube, 'Generator', name)
    return named(`Generator ${name.toLowerCase()} (${element?.attributes.get('Unit') ?? ''})`, valueOf(element))
  })
