import { describe, expect, it } from 'vitest'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { electrolytesDiffer } from '../../../src/shared/electrochemistry/electrolyteParts'
import { entry, found, outcome, result } from './entries'

const sample = (fields: FieldValues, id = 's', defaults: FieldValues = {}) => entry(id, { catalyst: 'A', analyte: 'NH3', absorbance: 0.4, ...fields }, { defaults })
const standard = (fields: FieldValues, defaults: FieldValues = {}) => entry('std', { role: 'standard', analyte: 'NH3', absorbance: 0.2, concentration_ug_mL: 1, ...fields }, { defaults })

describe('electrolytes as texts', () => {
  it.each([
    ['0.5 M K2SO4', '0.5M K₂SO₄'], ['0.5 M K2SO4 + 0.1 M KNO3', '500 mM K2SO4'], ['K2SO4 (0,5 mol/L)', '0.5 M K2SO4'], ['1 M KOH, 0.1 M NaNO3', 'KOH'], ['0.1 M PBS and 0.5 M Na2SO4', '0.5 M Na2SO4; 0.1 M PBS'], ['water', '去离子水'], ['0.1 M KNO3', 'H2O'], ['K2SO4 in water', 'K2SO4']
  ])('%s is %s', (a, b) => expect(electrolytesDiffer(a, b)).toBe(false))
  it.each([['0.5 M K2SO4', 'water'], ['0.5 M K2SO4', '0.1 M K2SO4'], ['0.5 M K2SO4', '0.5 M Na2SO4'], ['1 M KOH', '0.05 M H2SO4'], ['0.5 M K2SO4', '0.5 M K2SO4 + 1 M KOH']])('%s is not %s', (a, b) => expect(electrolytesDiffer(a, b)).toBe(true))
})

describe('standards in the electrolyte of the samples', () => {
  const of = (standards: FieldValues, samples: FieldValues, defaults: FieldValues = {}) => found('calibration-matrix', { entries: [standard(standards, defaults), sample(samples, 's', defaults)] })
  it('another electrolyte is a warning', () => expect(of({ electrolyte: 'water' }, { electrolyte: '0.5 M K2SO4' })).toEqual([['warning', expect.stringMatching(/NH3 standards \(sheet\.csv, row std\) are in water, but the samples sheet\.csv, row s in 0\.5 M K2SO4/)]]))
  it('the same is none', () => expect(of({ electrolyte: '0.5 M K2SO4' }, { electrolyte: '0.5 M K₂SO₄ + 0.1 M KNO3' })).toEqual([]))
  it('standards that say nothing are one note, also where the project states its own electrolyte', () => {
    expect(of({}, { electrolyte: '0.5 M K2SO4' })).toEqual([['note', expect.stringContaining('The standards of NH3 do not say which electrolyte')]])
    expect(of({}, {}, { electrolyte: '0.5 M K2SO4' })).toHaveLength(1)
  })
  it('where nobody states any, nothing', () => expect(of({}, {})).toEqual([]))
  it('the electrolyte of a reading may stand in another row of its run', () => {
    expect(found('calibration-matrix', { entries: [standard({ electrolyte: 'water' }), sample({ run: 'R1' }), entry('t', { catalyst: 'A', run: 'R1', electrolyte: '1 M KOH' })] })).toHaveLength(1)
  })
  it('pH: more than one unit apart, of the sample as it was coloured where that is stated', () => {
    expect(of({ pH: 7 }, { pH: 13 })).toEqual([['warning', expect.stringMatching(/pH 7, but the sample .* pH 13 \(1 differ by more than 1\)/)]])
    expect([of({ pH: 7 }, { pH: 8 }), of({ pH: 7 }, { pH: 13, samplePH: 7.5 }), of({}, { pH: 13 }), of({ pH: 7 }, {})]).toEqual([[], [], [], []])
  })
  it('a concentration of another instrument has no matrix', () => {
    expect(found('calibration-matrix', { entries: [standard({ electrolyte: 'water' }), entry('s', { catalyst: 'A', analyte: 'NH3', concentration_ug_mL: 2, electrolyte: '1 M KOH' })] })).toEqual([])
  })
})

describe('acid samples', () => {
  const of = (...rows: readonly FieldValues[]) => found('sample-acidity', { entries: rows.map((fields, i) => sample(fields, `s${i}`)) })
  it('coloured outside pH 5–9 is one warning a catalyst', () => expect(of({ samplePH: 2 }, { samplePH: 3 })).toEqual([['warning', expect.stringMatching(/row s0 was coloured at pH 2 \(2 outside pH 5–9\)/)]]))
  it('from 5 to 9 is none', () => expect(of({ samplePH: 5 }, { samplePH: 9, pH: 1 })).toEqual([]))
  it('an acid sample of which nobody says that it was neutralised is one note', () => {
    expect(of({ pH: 1 }, { pH: 1 })).toEqual([['note', expect.stringContaining('are of an acid electrolyte')]])
    expect(of({ electrolyte: '0.05 M H2SO4' })).toHaveLength(1)
  })
  it('nothing of a neutral or a basic electrolyte, or where nothing is known', () => expect([of({ pH: 7 }), of({ pH: 14 }), of({}), of({ electrolyte: '0.5 M K2SO4' }), of({ pH: 5 })]).toEqual([[], [], [], [], []]))
  it('Nessler’s reagent brings its own base', () => expect(found('sample-acidity', { entries: [sample({ samplePH: 2 })], outcomes: [outcome('calibration', [], { assay_NH3: 'Nessler, 420 nm' }, null)] })).toEqual([]))
})

describe('where and when a colour was read', () => {
  const of = (standards: FieldValues, ...samples: readonly FieldValues[]) => found('assay-conditions', { entries: [standard(standards), ...samples.map((fields, i) => sample(fields, `s${i}`))] })
  const known = { wavelength_nm: 655, waitTime_min: 60 }
  it('recorded, and the same: nothing', () => expect(of(known, known, { ...known, waitTime_min: 120, wavelength_nm: 657 })).toEqual([]))
  it('two wavelengths', () => expect(of(known, { ...known, wavelength_nm: 697 })).toEqual([['warning', expect.stringMatching(/read at 655 nm, but .* at 697 nm \(1 samples\)/)]]))
  it('too soon or too late', () => {
    expect(of(known, { ...known, waitTime_min: 30 })).toEqual([['warning', expect.stringMatching(/after 30 min \(1 readings outside 60–120 min\)/)]])
    expect(of(known, { ...known, waitTime_min: 121 }, { ...known, waitTime_min: 59 })).toHaveLength(1)
  })
  it('a lab that records neither has two notes, however many samples it has', () => {
    expect(of({}, ...Array.from({ length: 50 }, () => ({})))).toEqual([['note', expect.stringContaining('How long the colour of NH3 stood')], ['note', expect.stringContaining('At which wavelength the absorbances of NH3')]])
  })
  it('one that does so for some has none', () => expect(of({}, known, {})).toEqual([]))
  it('without samples nothing', () => expect(found('assay-conditions', { entries: [standard({})] })).toEqual([]))
})

describe('range of the salicylate method', () => {
  // mg N/L as measured; the concentration is of NH3: c·14.007/17.031.
  const of = (nitrogen: number, assay = 'salicylate, 697 nm') => found('salicylate-range', {
    entries: [sample({})],
    outcomes: [outcome('calibration', [], { assay_NH3: assay }, null), outcome('ammonia-yield', [result('nh3_mass', 1, { potential_V_RHE: -0.3 }, { inputs: ['s'], terms: [{ name: 'concentration_ug_mL', value: (nitrogen * 17.031) / 14.007 }, { name: 'basisFactor', value: 1 }] })])]
  })
  it('0.04 to 1 mg N/L', () => expect([of(0.05), of(0.999), of(1.2), of(0.03)].map((list) => list.length)).toEqual([0, 0, 1, 1]))
  it('says how much', () => expect(of(1.2)).toEqual([['warning', expect.stringMatching(/−0\.3 V as measured holds 1\.2 mg N\/L \(1 readings outside 0\.04–1/)]]))
  it('only where that assay is named', () => expect(of(3, 'indophenol blue, 655 nm')).toEqual([]))
})

describe('dilution factors', () => {
  const of = (...dilutions: readonly (number | undefined)[]) => found('dilution-factor', { entries: dilutions.map((dilution, i) => sample(dilution === undefined ? {} : { dilution }, `s${i}`)) })
  it('whole numbers below 1000, nearly', () => expect(of(1, 10, 50, 999, 33.3, 12.5, undefined)).toEqual([]))
  it('2.5 and 1000 are one note', () => expect(of(2.5, 1000)).toEqual([['note', expect.stringMatching(/row s0 is 2\.5 \(2 readings\)/)]]))
  it('0.02 is the inverse of what is meant', () => expect(of(0.02)).toEqual([['note', expect.stringMatching(/is 0\.02 \(1 readings below 1\): write total volume over volume of sample/)]]))
  it('the limit is set in Settings', () => expect(found('dilution-factor', { entries: [sample({ dilution: 2000 })], settings: new Map([['dilution', 5000]]) })).toEqual([]))
})
