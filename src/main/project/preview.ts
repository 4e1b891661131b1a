import type { Outcome, Settings } from '../../shared/analyses/analysis'
import { analyses } from '../../shared/analyses'
import { previewOutcome, settingsOf } from '../../shared/analyses/engine'
import type { Measurement } from '../../shared/measurement'
import { readCatalysts } from '../store/catalysts'
import { readMeasurement } from '../store/measurements'
import { shortSum } from '../store/sha256'
import type { Project } from './project'
import { readOverrides } from './projectSettings'

/** Curves stay in memory so long after the last movement: the next one comes within a frame. */
const keep_ms = 20_000
const mostBytes = 200_000_000

export type Preview = (project: Project, analysis: string, catalyst: string | null, settings: Settings) => Outcome | null

/** Answers while a handle or a slider moves: one analysis is computed, its curves are read once for the whole movement. */
export function createPreview(appVersion: string): Preview {
  const curves = new Map<string, Measurement>()
  let bytes = 0
  let owner: Project | null = null
  let timer: NodeJS.Timeout | undefined
  const forget = (): void => {
    curves.clear()
    bytes = 0
    owner = null
  }
  const load = (project: Project, revision: ReadonlyMap<string, string>) => (id: string): Measurement => {
    const key = `${id}\n${revision.get(id) ?? ''}`
    const known = curves.get(key)
    if (known) return known
    const measurement = readMeasurement(project.driver, id)
    bytes += measurement.columns.reduce((sum, { values }) => sum + values.byteLength, 0)
    if (bytes < mostBytes) curves.set(key, measurement)
    return measurement
  }
  return (project, analysisId, catalyst, settings) => {
    const analysis = analyses.find(({ id }) => id === analysisId)
    if (!analysis) throw new Error('That analysis is not among those of the program.')
    if (owner !== project) forget()
    owner = project
    clearTimeout(timer)
    timer = setTimeout(forget, keep_ms)
    timer.unref()
    const entries = project.entries()
    const catalysts = readCatalysts(project.driver).filter(({ archived }) => !archived).map(({ name }) => name)
    const outcome = previewOutcome({
      analysis, catalyst, entries, catalysts, appVersion, outcomes: project.shown().outcomes, defaults: project.defaults(),
      settings: settingsOf(analysis, new Map([...readOverrides(project.driver, analysisId, catalyst), ...Object.entries(settings)])),
      load: load(project, new Map(entries.map(({ id, revision }) => [id, revision]))), digest: shortSum
    })
    return outcome.state === 'nothing' ? null : outcome
  }
}
