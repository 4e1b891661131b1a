import { describe, expect, it } from 'vitest'
import { replicateOf } from '../../../src/shared/electrochemistry/electrolysisGroups'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { resolveEntry } from '../../../src/shared/metadata/resolveEntry'
import type { Entry } from '../../../src/shared/project'

const of = (fileName: string, folderNames: readonly string[], row: FieldValues = {}, edit: FieldValues = {}) => {
  const { fields } = resolveEntry({ catalysts: ['RuFe-NC'], defaults: {}, edit, rows: [{ fields: row, tags: [], where: 'runsheet.csv, row 2' }], fileName, title: '', folderNames, header: {} })
  return { label: replicateOf({ fields } as Entry), origin: fields.replicate?.origin }
}

describe('replicates by whatever says them', () => {
  it.each(['1', 'r1', 'R1', 'rep 1', 'Rep1', 'rep. 1', 'replicate 1', '#1', '01', '1.0', '平行1', '重复1', 'run 1'])('a run sheet’s %s is 1', (replicate) => expect(of('', [], { replicate })).toEqual({ label: '1', origin: 'runSheet' }))
  it.each(['rep 2', 'r2', '2'])('an edit of %s is 2', (replicate) => expect(of('RuFe-NC_CA_r1.txt', [], {}, { replicate })).toEqual({ label: '2', origin: 'edit' }))
  // Decision 031: ‘run’ in a name numbers repeats, of folders as of files; the nearer and the more certain source wins.
  it('a folder Run 12 numbers a repeat, and gives way to its files and its sheet', () => {
    expect(of('RuFe-NC_CA_-0.3V.txt', ['Run 12'])).toEqual({ label: '12', origin: 'folderName' })
    expect(of('RuFe-NC_CA_-0.3V_r1.txt', ['Run 12'])).toEqual({ label: '1', origin: 'fileName' })
    expect(of('RuFe-NC_CA_-0.3V.txt', ['Run 12'], { replicate: 'r3' })).toEqual({ label: '3', origin: 'runSheet' })
    expect(of('RuFe-NC_CA_-0.3V.txt', ['r2', 'Run 12']).label).toBe('2')
  })
})
