import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { Figure } from '../../figure'
import { columnOf, type Measurement } from '../../measurement'
import { message } from '../../message'
import type { CatalystEntries, Entry } from '../../project'
import { backgrounds, type BackgroundKind } from '../../spectroscopy/background'
import { carbonReference, coreLines } from '../../spectroscopy/coreLines'
import { defineAnalysis, type Finding, type Need, type Result } from '../analysis'
import { chargedLineIn, lineIn, type CoreLevel } from './lineIn'

const SOURCE = 'Moulder et al., Handbook of X-ray Photoelectron Spectroscopy; Shirley, Phys. Rev. B 5 (1972) 4709'

export const coreLevels = defineAnalysis<null>({
  id: 'core-levels',
  version: 2,
  title: 'XPS core levels',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['xps_position'],
  about: {
    equation: 'E_B = E_B(measured) + (284.8 eV − E_B(C 1s)); I − Shirley background = pseudo-Voigt', source: SOURCE,
    assumes: ['charge reference: the C 1s maximum of the same sample is adventitious carbon', 'one peak a line: satellites and oxides move it', 'Ru 3d3/2 lies under C 1s: Ru 3p is used']
  },
  settings: [
    { key: 'reference', label: 'Charge reference', default: 'C 1s at 284.8 eV', options: ['C 1s at 284.8 eV', 'as the file has it'] },
    { key: 'background', label: 'Background', default: 'Shirley', options: backgrounds }
  ],
  after: [],
  collect: (view) => {
    const entries = spectraOf(view).map(({ id }) => id)
    return entries.length > 0 ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const results: Result[] = []
    const findings: Finding[] = []
    const figures: Figure[] = []
    const needs: Need[] = []
    const spectra = spectraOf(view).flatMap((entry) => {
      const { x, y } = pointsOf(context.load(entry.id))
      return x ? [{ entry, x, y }] : []
    })
    const kind = settings.background as BackgroundKind
    const isReferenced = settings.reference === 'C 1s at 284.8 eV'
    const carbonIn = (find: typeof lineIn): { entry: Entry; level: CoreLevel } | undefined =>
      spectra.flatMap(({ entry, x, y }) => { const level = find(x, y, carbonReference.from_eV, carbonReference.to_eV, kind); return level ? [{ entry, level }] : [] }).sort((a, b) => (a.level.u_eV ?? 1) - (b.level.u_eV ?? 1))[0]
    const carbon = carbonIn(lineIn) ?? carbonIn(chargedLineIn)
    const shift = isReferenced && carbon ? carbonReference.position_eV - carbon.level.position_eV : 0
    if (isReferenced && !carbon) needs.push({ message: message('needs.carbon', 'a C 1s spectrum of this sample, or the setting that the energies are calibrated already'), where: 'inbox', entries: spectra.map(({ entry }) => entry.id) })
    else {
      for (const line of coreLines) {
        const found = spectra.flatMap(({ entry, x, y }) => { const level = lineIn(x, y, line.from_eV - shift, line.to_eV - shift, kind); return level ? [{ entry, level }] : [] }).sort((a, b) => narrowness(a.level) - narrowness(b.level))[0]
        if (!found) continue
        const { entry, level } = found
        results.push({
          catalyst: view.catalyst, metric: 'xps_position', value: level.position_eV + shift, u: combined(level.u_eV, isReferenced && line.name !== 'C 1s' ? (carbon?.level.u_eV ?? null) : 0), unit: 'eV', conditions: { line: line.name }, inputs: [...new Set([entry.id, ...(isReferenced && carbon ? [carbon.entry.id] : [])])],
          method: `${settings.background} background, pseudo-Voigt, FWHM ${level.fwhm_eV.toFixed(2)} eV; ${isReferenced ? `C 1s set to ${carbonReference.position_eV} eV, shifted by ${shift.toFixed(2)} eV` : 'energies as the file has them'}`
        })
        if (line.note !== undefined) findings.push({ rule: 'core-level', level: 'note', catalyst: view.catalyst, metric: 'xps_position', conditions: { line: line.name }, source: SOURCE, entries: [entry.id], message: message('finding.coreLine', '{line}: {note}.', { line: line.name, note: line.note }) })
        figures.push(figureOf(line.name, level, shift, view.catalyst))
      }
    }
    if (shift !== 0 && Math.abs(shift) > 3) findings.push({ rule: 'charge-shift', level: 'warning', catalyst: view.catalyst, metric: 'xps_position', source: SOURCE, entries: spectra.map(({ entry }) => entry.id), message: message('check.chargeShift', 'The charge shift is {shift} eV: more than 3 eV says that another line than C 1s was taken.', { shift: shift.toFixed(2) }) })
    return { results, figures, needs, findings }
  }
})

const spectraOf = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => techniqueOf(entry) === 'XPS' && (entry.measurement?.columns.some(({ quantity, max }) => quantity === 'binding_energy' && (max ?? 0) > 40) ?? false))

function pointsOf(measurement: Measurement): { x: Float64Array | null; y: Float64Array } {
  const energy = columnOf(measurement, 'binding_energy')
  const signal = columnOf(measurement, 'intensity') ?? measurement.columns.find(({ quantity, name, labels }) => quantity === 'other' && !labels && !/transmission|background|envelope/i.test(name))
  return { x: energy && signal ? energy.values : null, y: signal?.values ?? new Float64Array(0) }
}

/** A region scan is finer than a survey: the smaller step wins, then the smaller error. */
const narrowness = ({ x, u_eV }: CoreLevel): number => Math.abs(x[1]! - x[0]!) + (u_eV ?? 1)
const combined = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.hypot(a, b))

function figureOf(name: string, { x, y, background, fit }: CoreLevel, shift: number, catalyst: string | null): Figure {
  const energies = x.map((be) => be + shift)
  return {
    kind: 'xy', id: `xps-${name.replace(/[^a-z0-9]+/gi, '-')}`, title: name, x: { title: 'Binding energy', unit: 'eV', reversed: true }, y: { title: 'Intensity', unit: '' },
    series: [
      { name: 'measured', style: 'points', x: energies, y, ...(catalyst === null ? {} : { catalyst }) }, { name: 'background', style: 'dashed', x: energies, y: background },
      { name: 'fit', style: 'line', x: energies, y: fit.fitted.map((value, i) => value + background[i]!), ...(catalyst === null ? {} : { catalyst }) }
    ]
  }
}
