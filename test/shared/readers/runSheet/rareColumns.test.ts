import { describe, expect, it } from 'vitest'
import { headerField } from '../../../../src/shared/readers/runSheet/headerField'
import { runSheet } from '../../../../src/shared/readers/runSheet/runSheet'
import { bytesOf } from './runSheetFiles'

const keyOf = (header: string): string | null => { const field = headerField(header); return field && 'problem' in field ? `problem: ${field.problem}` : field?.key ?? null }
const rowOf = (text: string) => { const { rows = [], problems = [] } = runSheet.read({ name: 'runsheet.csv', bytes: bytesOf(text) }); return { fields: rows[0]?.fields, tags: rows[0]?.tags, problems: problems.map((problem) => problem.text) } }

describe('columns that few laboratories fill', () => {
  it.each([
    ['pH after', 'pHAfter'], ['pH (after)', 'pHAfter'], ['pH_end', 'pHAfter'], ['final pH', 'pHAfter'], ['电解后pH', 'pHAfter'], ['pH nach Elektrolyse', 'pHAfter'],
    ['sample pH', 'samplePH'], ['pH of the sample', 'samplePH'], ['pH (sample)', 'samplePH'], ['显色pH', 'samplePH'],
    ['wavelength (nm)', 'wavelength_nm'], ['Wavelength / nm', 'wavelength_nm'], ['波长', 'wavelength_nm'], ['Wellenlänge (nm)', 'wavelength_nm'],
    ['wait time (min)', 'waitTime_min'], ['waiting time', 'waitTime_min'], ['Colour development time (h)', 'waitTime_min'], ['显色时间 (min)', 'waitTime_min'], ['Wartezeit', 'waitTime_min'],
    ['Counter Electrode', 'counterElectrode'], ['对电极', 'counterElectrode'], ['Gegenelektrode', 'counterElectrode'],
    ['membrane', 'membrane'], ['Separator', 'membrane'], ['隔膜', 'membrane'], ['trap', 'trap'], ['Acid trap', 'trap'], ['酸吸收', 'trap'],
    ['cell type', 'cell'], ['Electrolysis cell', 'cell'], ['电解池', 'cell'], ['Zelltyp', 'cell'], ['normalization', 'normalisation'], ['归一化', 'normalisation'], ['Normierung', 'normalisation'],
    ['fresh electrolyte', 'freshElectrolyte'], ['Electrolyte renewed', 'freshElectrolyte'], ['更换电解液', 'freshElectrolyte'], ['leached metal', 'leached'], ['ICP-MS', 'leached'], ['Leached metal (µg/L)', 'leached'], ['金属溶出', 'leached'], ['Metallauslaugung', 'leached']
  ])('%s is %s', (header, key) => expect(keyOf(header)).toBe(key))
  it.each([['pH', 'pH'], ['pH (meter)', 'pH'], ['pH before', 'pH'], ['time (min)', 'time_h'], ['iR fraction (%)', 'irFraction'], ['h2 (%)', 'h2_ppm'], ['CE', null], ['operator', null], ['cell', null]])('%s stays %s', (header, key) => expect(keyOf(header)).toBe(key))
  it('a pH of something else is none of these', () => expect(keyOf('pH after dilution')).toBe(null))

  it('are read with their units', () => {
    expect(rowOf('file,pH,pH after,wait time (h),wavelength (nm),counter electrode,membrane,trap,sample pH\na.txt,7,9.6,1.5,655,Pt wire,Nafion 117,none,7.2')).toEqual({
      fields: { file: 'a.txt', pH: 7, pHAfter: 9.6, waitTime_min: 90, wavelength_nm: 655, counterElectrode: 'Pt wire', membrane: 'Nafion 117', trap: 'none', samplePH: 7.2 }, tags: [], problems: []
    })
  })
  it('a text of no number says so, and the rest of the row counts', () => {
    const { fields, problems } = rowOf('file,pH,wait time (min)\na.txt,7,over night')
    expect([fields, problems]).toEqual([{ file: 'a.txt', pH: 7 }, [expect.stringContaining('"over night" is not a number')]])
  })
  it('the wavelength may stand in the header of the absorbance', () => {
    expect(rowOf('run,absorbance (655 nm)\nR1,0.4').fields).toEqual({ run: 'R1', absorbance: 0.4, wavelength_nm: 655 })
    expect(rowOf('run,absorbance (655 nm),wavelength (nm)\nR1,0.4,660').fields).toEqual({ run: 'R1', absorbance: 0.4, wavelength_nm: 660 })
    expect(rowOf('run,absorbance (655 nm)\nR1,').fields).toEqual({ run: 'R1' })
  })
  it('a metal that left the catalyst has the unit of its header where it has none', () => {
    expect(rowOf('file,leached metal (ug/L),cell type\na.txt,Ru 12; Fe 3,H-cell').fields).toEqual({ file: 'a.txt', leached: 'Ru 12; Fe 3 ug/L', cell: 'H-cell' })
    expect(rowOf('file,leached metal (ug/L),cell type\na.txt,Ru 0.4 mg/L,H-cell').fields).toEqual({ file: 'a.txt', leached: 'Ru 0.4 mg/L', cell: 'H-cell' })
    expect(rowOf('file,leached metal (ICP),cell type\na.txt,not detected,H-cell').fields).toEqual({ file: 'a.txt', leached: 'not detected', cell: 'H-cell' })
  })
  it('what is not known stays a tag', () => expect(rowOf('file,pH,stirring (rpm)\na.txt,7,500').tags).toEqual([{ name: 'stirring (rpm)', value: '500' }]))
})
