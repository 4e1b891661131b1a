import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { column, measurement, project, texts, type Given } from '../analyses/project'

const trace = (from_s: number, to_s: number, startedAt: string | null = null): Given['measured'] =>
  measurement('CA', [column('time', 's', [from_s, (from_s + to_s) / 2, to_s]), column('current', 'A', [-0.01, -0.01, -0.01])], { startedAt })
const at = (time: string): string => `2024-06-13T${time}`
const fields: FieldValues = { catalyst: 'RuFe-NC', technique: 'CA', potential_V: -0.3, reference: 'RHE', area_cm2: 1, volume_mL: 30 }
const file = (name: string, measured: Given['measured'], more: FieldValues = {}): Given => ({ path: `lab/${name}`, measured, fields: { ...fields, ...more } })
const reading: Given = { fields: { catalyst: 'RuFe-NC', potential_V: -0.3, reference: 'RHE', analyte: 'NH3', absorbance: 0.3, dilution: 10 } }
const standards = [0, 1, 2, 3].map((c): Given => ({ fields: { role: 'standard', analyte: 'NH3', basis: 'NH3', concentration_ug_mL: c, absorbance: 0.01 + 0.1 * c } }))

function electrolysis(...given: readonly Given[]) {
  const out = project([...given, reading, ...standards], analyses)
  const charge = out.of('electrolysis-charge', 'RuFe-NC')
  const efficiency = out.of('faradaic-efficiency', 'RuFe-NC')
  const rules = charge.findings.filter(({ rule }) => rule === 'several-traces')
  return { charge, efficiency, warned: texts(rules), Q: charge.results.filter(({ metric }) => metric === 'charge').map(({ value }) => Math.round(value * 1000) / 1000) }
}

describe('several i–t files of one catalyst and potential', () => {
  it.each([
    ['the clock of the file runs on', [trace(0, 3600), trace(3600, 7200)], -72],
    ['the second begins when the first has ended', [trace(0, 3600, at('10:00:00')), trace(0, 3600, at('11:01:00'))], -72],
    ['in any order, of any lengths', [trace(0, 600, at('11:00:30')), trace(0, 3600, at('10:00:00'))], -42]
  ])('are parts of one electrolysis where %s', (_how, [first, second], Q) => {
    const out = electrolysis(file('a.txt', first), file('b.txt', second))
    expect(out).toMatchObject({ Q: [Q], warned: [] })
    expect(out.charge.results[0]!.method).toContain('points of 2 files in')
    expect(out.efficiency.results.length).toBeGreaterThan(0)
  })

  it.each([
    ['both are whole, and nothing says when', [trace(0, 3600), trace(0, 3590)]],
    ['the second was measured another day', [trace(0, 3600, at('10:00:00')), trace(0, 3600, at('15:00:00'))]],
    ['both ran at the same time', [trace(0, 3600, at('10:00:00')), trace(0, 1800, at('10:00:00'))]],
    ['only their date is known', [trace(0, 3600, '2024-06-13'), trace(0, 3600, '2024-06-13')]]
  ])('are not added up where %s', (_how, [first, second]) => {
    const out = electrolysis(file('RuFe -0.3V.txt', first), file('RuFe -0.3V (2).txt', second))
    expect(out.Q).toEqual([])
    expect(out.warned).toEqual([expect.stringMatching(/^RuFe -0.3V.txt, RuFe -0.3V \(2\).txt have one catalyst.*Write r1, r2 …/)])
    expect(out.efficiency.results).toEqual([])
    expect(texts(out.efficiency.needs)).toEqual([expect.stringMatching(/^which electrolysis each of RuFe -0.3V.txt, RuFe -0.3V \(2\).txt is: r1, r2/)])
    expect(out.charge.figures.flatMap((figure) => (figure.kind === 'xy' ? figure.series.map(({ name }) => name) : []))).toEqual(['-0.3 V, RuFe -0.3V.txt', '-0.3 V, RuFe -0.3V (2).txt'])
  })

  it('are replicates once their names say so, and parts where one run says so', () => {
    const whole = trace(0, 3600)
    expect(electrolysis(file('a.txt', whole, { replicate: '1' }), file('b.txt', whole, { replicate: '2' }))).toMatchObject({ Q: [-36, -36], warned: [] })
    expect(electrolysis(file('a.txt', whole, { run: 'R1' }), file('b.txt', whole, { run: 'R1' }))).toMatchObject({ Q: [-72], warned: [] })
  })

  it('of different lengths without a time are added up, and that is said', () => {
    const out = electrolysis(file('a.txt', trace(0, 1440)), file('b.txt', trace(0, 2160)))
    expect(out.Q).toEqual([-36])
    expect(out.warned).toEqual([expect.stringMatching(/^a.txt, b.txt are added up as parts of one electrolysis, which nothing but their names says/)])
  })

  it('may be datasets of one file: they are its parts', () => {
    const [a, b] = [trace(0, 3600), trace(0, 3600)]
    expect(electrolysis({ ...file('a.mpr', a), fileId: 'f' }, { ...file('a.mpr', b), fileId: 'f' })).toMatchObject({ Q: [-72], warned: [] })
  })
})
