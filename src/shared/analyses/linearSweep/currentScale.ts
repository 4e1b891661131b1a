import { catalystMass } from '../../electrochemistry/catalystMass'
import type { RheSweep } from '../../electrochemistry/sweepOnRheScale'
import type { Axis } from '../../figure'
import { message } from '../../message'
import type { Entry } from '../../project'
import type { ComputeContext, Need, Settings } from '../analysis'

export const normalisations = ['geometric area', 'mass', 'ECSA'] as const

export interface CurrentScale {
  readonly axis: Axis
  /** What mA cm⁻² of geometric area are divided by; null where an input is missing, which is then among the needs. */
  readonly divisor: (entry: Entry, sweep: RheSweep) => number | null
}

/** j per geometric area, per mass of catalyst or per ECSA, as the settings of the card say. */
export function currentScale(settings: Settings, context: ComputeContext, needs: Need[]): CurrentScale {
  if (settings.normalisation === 'mass') {
    return {
      axis: { title: 'j (mass of catalyst)', unit: 'mA mg_cat⁻¹' },
      divisor: (entry, { area_cm2 }) => {
        const mass = catalystMass(entry, area_cm2, [entry.id])
        if ('mass_mg' in mass) return mass.mass_mg / area_cm2
        needs.push(mass)
        return null
      }
    }
  }
  if (settings.normalisation === 'ECSA') {
    const ecsa = context.upstream('double-layer-capacitance')?.results.find(({ metric }) => metric === 'ecsa')
    if (!ecsa) needs.push({ message: message('needs.ecsa', 'ECSA: cyclic voltammograms at several scan rates'), where: 'folders' })
    return { axis: { title: 'j (ECSA)', unit: 'mA cm⁻²' }, divisor: (_entry, { area_cm2 }) => (ecsa ? ecsa.value / area_cm2 : null) }
  }
  return { axis: { title: 'j (geometric area)', unit: 'mA cm⁻²' }, divisor: () => 1 }
}
