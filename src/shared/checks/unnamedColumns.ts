import type { Finding } from '../analyses/analysis'
import { nameOf } from '../electrochemistry/entryName'
import { techniqueOf } from '../electrochemistry/techniqueOf'
import type { Technique } from '../measurement'
import { message } from '../message'
import type { Entry } from '../project'
import type { QuantityKind } from '../quantity'
import type { Check } from './check'

const needed: Partial<Readonly<Record<Technique, readonly QuantityKind[]>>> = {
  LSV: ['potential', 'current'], CV: ['potential', 'current'], TAFEL: ['potential', 'current'], CA: ['time', 'current'], CP: ['time', 'potential'], OCV: ['time', 'potential'],
  EIS: ['frequency', 'z_real', 'z_imag'], UVVIS: ['wavelength', 'absorbance'], XRD: ['two_theta', 'intensity'], XPS: ['binding_energy', 'intensity'], EPR: ['field', 'intensity']
}

/** A table that its name or its row calls a sweep or a trace, but whose columns are not known as such: no analysis takes it, and none could say so. */
export const unnamedColumns: Check = {
  rule: 'unnamed-columns',
  scope: 'catalyst',
  run: ({ entries }) => entries.flatMap((entry): Finding[] => {
    if (entry.measurement?.technique !== 'TABLE') return []
    const technique = techniqueOf(entry)
    const missing = missingOf(entry, technique === null ? undefined : needed[technique])
    if (missing.length === 0) return []
    return [{
      rule: 'unnamed-columns', level: 'warning', catalyst: entry.fields.catalyst?.value ?? null, source: 'contracts 3: what is missing is said', entries: [entry.id],
      message: message('check.unnamedColumns', '{file} is stated to be {technique}, but none of its columns is known as {quantities}: name its columns in the Inbox.', { file: nameOf(entry), technique: technique!, quantities: missing.join(', ') })
    }]
  })
}

const missingOf = ({ measurement }: Entry, quantities: readonly QuantityKind[] | undefined): readonly QuantityKind[] =>
  (quantities ?? []).filter((quantity) => !measurement!.columns.some((column) => column.quantity === quantity))
