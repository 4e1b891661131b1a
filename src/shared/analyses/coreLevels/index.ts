import type { Figure } from '../../figure'
import { nameOf } from '../../electrochemistry/electrolysis'
import { groupBy } from '../../groupBy'
import { message } from '../../message'
import { backgrounds, type BackgroundKind } from '../../spectroscopy/background'
import { carbonReference, coreLines, type CoreLine } from '../../spectroscopy/coreLines'
import { defineAnalysis, type Conditions, type Finding, type Need, type Result } from '../analysis'
import { carbonsOf, coreEntries, coreSpectra, stepOf } from './carbonShift'
import { casaComponents, casaFigure, casaResults } from './casaComponents'
import { doubletIn, doubletsOf, usualDoublets, type Doublet } from './doublet'
import { lineFigure } from './lineFigure'
import { lineIn, type CoreLevel } from './lineIn'
import { fileNames, findingsOfSessions, needsOfCarbon, type Referenced } from './sessions'

const SOURCE = 'Moulder et al., Handbook of X-ray Photoelectron Spectroscopy; Shirley, Phys. Rev. B 5 (1972) 4709'

const SINGLE = 'single lines'
/** The choice by which the energies of a session are set. */
export const carbonChosen = 'C 1s at 284.8 eV'
/** Farther from the entered splitting, a doublet is held where the data do not have it. */
const SPLITTING_TOLERANCE_EV = 0.3

export const coreLevels = defineAnalysis<null>({
  id: 'core-levels',
  version: 7,
  title: 'XPS core levels',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['xps_position', 'xps_fwhm', 'xps_area', 'xps_share'],
  about: {
    equation: 'E_B = E_B(measured) + (284.8 eV − E_B(C 1s)); I − Shirley background = pseudo-Voigt', source: SOURCE,
    assumes: [
      'charge reference: the C 1s maximum of the same sample in the same file, or of the same folder where a file has one region, is adventitious carbon', 'one peak a line: satellites and oxides move it', 'Ru 3d3/2 lies under C 1s: Ru 3p is used', 'the background begins and ends at the mean of three points, whose noise is part of the error of a position',
      'doublets, if chosen: splitting and ratio as entered, one width and shape for both lines', 'components of CasaXPS: as exported, areas without sensitivity factors'
    ]
  },
  settings: [
    { key: 'reference', label: 'Charge reference', default: carbonChosen, options: [carbonChosen, 'as the file has it'] },
    { key: 'background', label: 'Background', default: 'Shirley', options: backgrounds },
    { key: 'lines', label: 'Lines of p levels', default: SINGLE, options: [SINGLE, 'constrained doublets'], isAtHand: true },
    { key: 'doublets', label: 'Doublets: level, splitting in eV, ratio of the weaker line', default: usualDoublets, isLong: true }
  ],
  after: [],
  collect: (view) => {
    const entries = coreEntries(view).map(({ id }) => id)
    return entries.length > 0 ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const results: Result[] = []
    const findings: Finding[] = []
    const figures: Figure[] = []
    const needs: Need[] = []
    const spectra = coreSpectra(view, context.load)
    const kind = settings.background as BackgroundKind
    const isReferenced = settings.reference === carbonChosen
    const carbons = carbonsOf(spectra, kind)
    const nameOfFile = fileNames(spectra)
    const ready = spectra.flatMap((spectrum): Referenced[] => {
      const carbon = isReferenced ? carbons.of(spectrum.entry) : null
      return carbon && 'candidates' in carbon ? [] : [{ ...spectrum, carbon, shift: carbon?.shift_eV ?? 0 }]
    })
    needs.push(...needsOfCarbon(spectra, carbons, isReferenced, nameOfFile))
    const doublets = settings.lines === SINGLE ? [] : doubletsIn(String(settings.doublets), (why) => findings.push({ rule: 'doublet', level: 'error', catalyst: view.catalyst, metric: 'xps_position', source: SOURCE, entries: [], message: message('finding.doublets', 'The doublets cannot be used: {why}', { why }) }))
    const sessions = [...groupBy(ready, ({ entry }) => (isReferenced ? carbons.sessionOf(entry) : '')).values()]
    sessions.forEach((session, nth) => {
      const best = <Level extends CoreLevel>(search: (spectrum: Referenced) => Level | null): { of: Referenced; level: Level } | undefined =>
        session.flatMap((spectrum) => { const level = search(spectrum); return level ? [{ of: spectrum, level }] : [] }).sort((a, b) => narrowness(a.level) - narrowness(b.level))[0]
      const single = (line: CoreLine): { of: Referenced; level: CoreLevel } | undefined => best(({ x, y, shift }) => lineIn(x, y, line.from_eV - shift, line.to_eV - shift, kind))
      const follows = new Set<string>()
      for (const line of coreLines) {
        if (follows.has(line.name)) continue
        const doublet = doublets.find(({ level }) => line.name.startsWith(level) && line.name.endsWith('3/2'))
        const pair = doublet && best(({ x, y, shift }) => doubletIn(x, y, line.from_eV - shift, line.to_eV - shift, doublet, kind))
        const found = pair ?? single(line)
        if (!found) continue
        const { of: { entry, carbon, shift }, level } = found
        const conditions: Conditions = { line: line.name, ...(sessions.length > 1 ? { file: nameOfFile(entry) } : {}) }
        const constraint = pair ? `doublet, splitting ${doublet.splitting_eV} eV, ratio 1 : ${Number((1 / doublet.ratio).toPrecision(3))}, equal widths (all fixed); ` : ''
        results.push({
          catalyst: view.catalyst, metric: 'xps_position', value: level.position_eV + shift, u: combined(level.u_eV, carbon && line.name !== 'C 1s' ? carbon.level.u_eV : 0), unit: 'eV', conditions, inputs: [...new Set([entry.id, ...(carbon ? [carbon.entry.id] : [])])],
          method: `${settings.background} background, pseudo-Voigt, FWHM ${level.fwhm_eV.toFixed(2)} eV; ${constraint}${carbon ? `C 1s of ${nameOfFile(carbon.entry)} set to ${carbonReference.position_eV} eV, shifted by ${shift.toFixed(2)} eV` : 'energies as the file has them'}`
        })
        if (pair) {
          const weaker = coreLines.find(({ name }) => name === line.name.replace('3/2', '1/2'))
          if (weaker) follows.add(weaker.name)
          const alone = weaker && [single(line), single(weaker)].map((one) => one?.level.position_eV)
          if (alone?.[0] !== undefined && alone[1] !== undefined && Math.abs(alone[1] - alone[0] - doublet.splitting_eV) > SPLITTING_TOLERANCE_EV) {
            findings.push({ rule: 'doublet', level: 'warning', catalyst: view.catalyst, metric: 'xps_position', conditions, source: SOURCE, entries: [entry.id], message: message('check.splitting', '{line}: its two lines, fitted alone, are {measured} eV apart; the doublet is held at {fixed} eV.', { line: line.name, measured: (alone[1] - alone[0]).toFixed(2), fixed: doublet.splitting_eV }) })
          }
        }
        if (line.note !== undefined) findings.push({ rule: 'core-level', level: 'note', catalyst: view.catalyst, metric: 'xps_position', conditions, source: SOURCE, entries: [entry.id], message: message('finding.coreLine', '{line}: {note}.', { line: line.name, note: line.note }) })
        figures.push(lineFigure(line.name, level, shift, view.catalyst, sessions.length > 1 ? { file: nameOfFile(entry), nth } : null))
      }
    })
    findings.push(...findingsOfSessions(sessions, view.catalyst, nameOfFile))
    for (const { entry, ofSeries } of spectra) {
      if (ofSeries > 1) findings.push({ rule: 'core-level', level: 'note', catalyst: view.catalyst, metric: 'xps_position', source: SOURCE, entries: [entry.id], message: message('finding.coreSeries', '{file} holds {n} spectra one behind the other (a depth profile or another series): the first, of the surface, is evaluated.', { file: nameOf(entry), n: ofSeries }) })
    }
    for (const { entry, measurement } of spectra) {
      const shift = ready.find((spectrum) => spectrum.entry === entry)?.shift ?? 0
      const components = casaComponents(measurement)
      const region = String(measurement.facts.find(({ name }) => name === 'region')?.value ?? measurement.title)
      results.push(...casaResults(components, { line: region, ...(sessions.length > 1 ? { file: nameOfFile(entry) } : {}) }, shift, view.catalyst, [entry.id]))
      if (components.length > 0) figures.push(...casaFigure(measurement, components, region, shift, view.catalyst))
    }
    return { results, figures, needs, findings }
  }
})

function doubletsIn(text: string, say: (why: string) => void): readonly Doublet[] {
  try {
    return doubletsOf(text)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    say(error.message)
    return []
  }
}

/** A region scan is finer than a survey: the smaller step wins, then the smaller error. */
const narrowness = (level: CoreLevel): number => stepOf(level) + (level.u_eV ?? 1)
const combined = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.hypot(a, b))
