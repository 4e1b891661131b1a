/** The tree of a LabSpec XML file: what the IDs of its elements mean, and the settings in it (name, shown value, exact number). */
import type { NamedValue } from '../../measurement'
import type { XmlElement } from '../xml/xmlTree'

export const ids = {
  type: '0x6D707974', title: '0x6C7469D9', data: '0x7A74D9D6', axes: '0x7B697861', axis: (i: number): string => `0x${i}`, axisValues: '0x7D6CD4DB', unit: '0x7C696E75', shownName: '0x6D6261D8',
  information: '0x6C62D4D9', instrument: '0x8716361', sample: '0x7C73E2D2', acquired: '0x7CECDBD7', name: '0x6D6D616E', value: '0x7D6C61DB', exact: '0x8736F70', laser: '0x6D7361DE', rotation: '0x6C676EC6'
} as const
const mostSettings = 1000

export const part = (element: XmlElement | null | undefined, id: string): XmlElement | undefined => element?.children.find(({ attributes }) => attributes.get('ID') === id)
export const partText = (element: XmlElement | undefined, id: string): string => part(element, id)?.text.trim() ?? ''
export const valueOf = (settings: readonly NamedValue[], key: string): string | number | boolean => settings.find(({ name }) => name === key)?.value ?? ''

/** Format 4 is a whole number, 5 any number, 7 and 8 are texts. */
const isNumber = (element: XmlElement): boolean => ['4', '5'].includes(element.attributes.get('Format') ?? '') && element.text.trim() !== '' && Number.isFinite(Number(element.text))

export interface Stated { readonly settings: readonly NamedValue[]; /** NaN: not stated. */ readonly laser_nm: number }

export function settingsOf(tree: XmlElement): Stated {
  const information = part(tree, ids.information)
  const entries = [ids.instrument, ids.sample, ids.acquired].flatMap((id) => part(information, id)?.children ?? [])
  const settings = entries.slice(0, mostSettings).flatMap((entry): NamedValue[] => {
    const [name, value] = [partText(entry, ids.name), part(entry, ids.value)]
    return name === '' || !value?.isClosed || value.text.trim() === '' ? [] : [{ name, value: isNumber(value) ? Number(value.text) : value.text.trim() }]
  })
  const angle = partText(part(tree, ids.rotation), ids.axis(0))
  const laser = part(part(information, ids.instrument), ids.laser)
  return {
    settings: [...settings, ...(angle !== '' && Number.isFinite(Number(angle)) ? [{ name: 'Rotation (rad)', value: Number(angle) }] : [])],
    // Only where its name states the unit.
    laser_nm: /\(nm\)/.test(partText(laser, ids.name)) ? Number(partText(laser, ids.exact) || partText(laser, ids.value) || NaN) : NaN
  }
}
