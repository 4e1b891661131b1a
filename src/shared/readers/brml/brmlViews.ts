/**
 * What stands where in a Datum: DataViews name its parts with Start and Length — Fixed ones (MeasuredTime, AbsorptionFactor), Varying ones (the
 * scan axes, after them also reciprocal space) and Recorded ones (the counters). Counts are those after the absorber's factor.
 */
import { descendants, elementAt, type XmlElement } from '../xml/xmlTree'

export interface Part { readonly column: number; readonly name: string; readonly unit: string }
export interface BrmlViews { readonly recorded: readonly Part[]; readonly others: readonly Part[]; readonly hasAbsorption: boolean }

/** Null where the route has no DataViews that fit its rows: then time, flag, the scan axes and the counters follow each other. */
export function brmlViews(route: XmlElement, axes: number, width: number): BrmlViews | null {
  const recorded: Part[] = []
  const others: Part[] = []
  let hasAbsorption = false
  for (const view of descendants(elementAt(route, 'DataViews'), 'RawDataView')) {
    const attribute = (name: string): string => view.attributes.get(name) ?? ''
    const [start, length] = [Number(attribute('Start')), Number(attribute('Length'))]
    if (!Number.isInteger(start) || !Number.isInteger(length) || start < 0 || length < 1 || start + length > width) return null
    const type = attribute('xsi:type') || attribute('type')
    if (start === 1 && attribute('LogicName') === 'AbsorptionFactor') hasAbsorption = true
    const names = type.startsWith('Recorded') ? descendants(view, 'Recording').map(({ attributes }) => attributes.get('VisibleName') ?? '') : []
    const fields = descendants(view, 'FieldDefinitions')
    for (let i = 0; i < length; i += 1) {
      const unit = descendants(fields[i], 'Restriction')[0]?.attributes.get('Unit') ?? ''
      if (type.startsWith('Recorded')) recorded.push({ column: start + i, name: names[i] ?? '', unit: '' })
      else if (start + i >= 2 + axes) others.push({ column: start + i, name: fields[i]?.attributes.get('FieldName') ?? `Column ${start + i + 1}`, unit: unit === '°' ? 'deg' : unit })
    }
  }
  return recorded.length > 0 ? { recorded, others, hasAbsorption } : null
}
