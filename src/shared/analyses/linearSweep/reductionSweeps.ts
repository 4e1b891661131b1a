import { hasColumns } from '../../electrochemistry/electrolysisMember'
import { isBattery, isNitrateFree, roleOf } from '../../electrochemistry/role'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { CatalystEntries, Entry } from '../../project'
import { cvSeries } from '../doubleLayerCapacitance/cvSeries'

/**
 * The LSVs of a catalyst, with and without nitrate; where there is none of a kind, its CVs whose nitrate somebody stated. A CV says by itself neither
 * what it was measured for nor in what, and those of a capacitance are none.
 */
export function reductionSweeps(view: CatalystEntries): Entry[] {
  const curves = view.entries.filter((entry) => !isBattery(entry) && roleOf(entry) !== 'standard' && hasColumns(entry, 'potential', 'current'))
  const lsvs = curves.filter((entry) => techniqueOf(entry) === 'LSV')
  const capacitance = new Set(cvSeries(view))
  const cvs = curves.filter((entry) => techniqueOf(entry) === 'CV' && !capacitance.has(entry) && saysNitrate(entry) && !lsvs.some((lsv) => isNitrateFree(lsv) === isNitrateFree(entry)))
  return cvs.length === 0 ? lsvs : curves.filter((entry) => lsvs.includes(entry) || cvs.includes(entry))
}

function saysNitrate(entry: Entry): boolean {
  const { nitrate_M } = entry.fields
  return isNitrateFree(entry) || (nitrate_M !== undefined && nitrate_M.origin !== 'projectDefault')
}
