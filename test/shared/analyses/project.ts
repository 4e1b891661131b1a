import type { Analysis, Computed, Outcome, SettingValue } from '../../../src/shared/analyses/analysis'
import { runAnalyses } from '../../../src/shared/analyses/engine'
import { summariseMeasurement, type Column, type Measurement, type Technique } from '../../../src/shared/measurement'
import { inheritCatalyst } from '../../../src/shared/metadata/inheritCatalyst'
import type { FieldValues, Origin, ResolvedFields } from '../../../src/shared/metadata/fields'
import type { Entry, ProjectDefaults } from '../../../src/shared/project'

export function column(quantity: Column['quantity'], unit: string, values: ArrayLike<number>, name: string = quantity): Column {
  return { name, quantity, unit, values: Float64Array.from(values) }
}

export function measurement(technique: Technique, columns: readonly Column[], more: Partial<Measurement> = {}): Measurement {
  return { technique, title: '', columns, segments: [], settings: [], facts: [], header: {}, startedAt: null, signConvention: null, warnings: [], complete: true, ...more }
}

export interface Given { readonly path?: string; readonly fields?: FieldValues; readonly origin?: Origin; readonly measured?: Measurement; readonly fileId?: string }

/** A project of these entries, run through the real engine: outcome of each analysis by id and catalyst. */
export function project(given: readonly Given[], analyses: readonly Analysis[], options: { defaults?: Partial<ProjectDefaults>; settings?: Record<string, SettingValue>; /** Where every field is stated, else a row of its own. */ where?: string } = {}) {
  const loaded = new Map<string, Measurement>()
  const entries = inheritCatalyst(given.map(({ path = 'runsheet.xlsx', fields = {}, origin = 'runSheet', measured, fileId }, i): Entry => {
    const id = `e${i + 1}`
    if (measured) loaded.set(id, measured)
    const resolved: ResolvedFields = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined).map(([key, value]) => [key, { value, origin, where: options.where ?? `row ${i + 2}` }]))
    return { id, measurement: measured ? summariseMeasurement(measured) : null, fileId: fileId ?? id, path, fields: resolved, tags: [], content: '1', revision: '1' }
  }))
  const catalysts = [...new Set(entries.flatMap((entry) => entry.fields.catalyst?.value ?? []))]
  const { outcomes } = runAnalyses({
    analyses, entries, catalysts, defaults: { fields: {}, referencePotentials: {}, ...options.defaults },
    overrides: () => new Map(Object.entries(options.settings ?? {})),
    load: (id) => {
      const found = loaded.get(id)
      if (!found) throw new Error(`${id} is a typed reading`)
      return found
    },
    stored: () => undefined, digest: (text) => text, appVersion: 'test'
  })
  return {
    outcomes,
    of: (analysis: string, catalyst: string | null = null): Outcome => {
      const found = outcomes.find((outcome) => outcome.analysis === analysis && outcome.catalyst === catalyst)
      if (!found) throw new Error(`no outcome of ${analysis} for ${catalyst}`)
      return found
    }
  }
}

export const texts = (items: Computed['needs'] | Computed['findings']): readonly string[] => items.map((item) => item.message.text)
