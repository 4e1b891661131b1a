import type { Need } from '../analyses/analysis'
import type { Entry, ProjectDefaults } from '../project'
import { message } from '../message'
import { nameOf } from './entryName'
import { unreadableNeed } from './unreadable'

/** Areas that instruments write when nobody entered one. */
const placeholders: ReadonlySet<number> = new Set([0, 0.001, 1])

/**
 * Geometric electrode area in cm², or what is missing. An instrument header with a placeholder is not a statement: the project's
 * default comes before it.
 */
export function areaOf(entry: Entry, defaults: ProjectDefaults): number | Need {
  const unreadable = unreadableNeed(entry.fields, 'area_cm2')
  if (unreadable) return { ...unreadable, entries: [entry.id] }
  const stated = entry.fields.area_cm2
  const isPlaceholder = stated?.origin === 'header' && placeholders.has(stated.value)
  const area = isPlaceholder ? defaults.fields.area_cm2 : stated?.value ?? defaults.fields.area_cm2
  const where = { where: 'runSheet', field: 'area_cm2', entries: [entry.id] } as const
  if (area === undefined && isPlaceholder) {
    const text = 'geometric area of the electrode of {file} (its header says {area} cm², the placeholder of the instrument)'
    return { message: message('needs.areaPlaceholder', text, { file: nameOf(entry), area: stated.value }), ...where }
  }
  if (area === undefined) return { message: message('needs.area', 'geometric area of the electrode'), ...where }
  if (!(area > 0)) return { message: message('needs.areaPositive', 'a geometric area above 0 cm² for {file}, not {area}', { file: nameOf(entry), area }), ...where }
  return area
}
