import { describe, expect, it } from 'vitest'
import { runSheet } from '../../../../src/shared/readers/runSheet/runSheet'
import { bytesOf } from './runSheetFiles'

/** A sheet of one row beside a file; commas in quotation marks. */
function rowOf(cells: Record<string, string>): { fields: Record<string, unknown>; unread: readonly object[]; problems: string[] } {
  const [names, values] = [Object.keys(cells), Object.values(cells)].map((all) => ['file', ...all].map((cell) => `"${cell === 'file' ? 'file' : cell}"`).join(','))
  const { rows = [], problems = [] } = runSheet.read({ name: 'runsheet.csv', bytes: bytesOf(`${names}\n${values}\n`) })
  const { file: _file, ...fields } = rows[0]!.fields
  return { fields, unread: rows[0]!.unread ?? [], problems: problems.filter(({ isNotice }) => !isNotice).map(({ text }) => text) }
}

describe('units of a run sheet', () => {
  it.each([
    ['volume (L)', '0.03', 'volume_mL', 30], ['volume (µL)', '250', 'volume_mL', 0.25], ['V/cm³', '30', 'volume_mL', 30], ['volume (mL)', '0.03 L', 'volume_mL', 30],
    ['area (mm²)', '50', 'area_cm2', 0.5], ['area (m2)', '0.0001', 'area_cm2', 1], ['A / cm^2', '0.25', 'area_cm2', 0.25], ['area (dm2)', '0.01', 'area_cm2', 1],
    ['loading (µg cm-2)', '400', 'loading_mg_cm2', 0.4], ['loading (mg·cm⁻²)', '0.4', 'loading_mg_cm2', 0.4], ['loading (g m-2)', '4', 'loading_mg_cm2', 0.4], ['mass (µg)', '100', 'mass_mg', 0.1], ['mass (g)', '0.002', 'mass_mg', 2],
    ['nitrate (mM)', '100', 'nitrate_M', 0.1], ['nitrate (mol L-1)', '0.1', 'nitrate_M', 0.1], ['nitrate (µM)', '50', 'nitrate_M', 5e-5], ['nitrate (mol/m3)', '100', 'nitrate_M', 0.1],
    ['nitrate (mg/L NO3-)', '6200.4', 'nitrate_M', 0.1], ['nitrate (ppm NO3-N)', '1400.7', 'nitrate_M', 0.1], ['nitrate (mg N/L)', '14.007', 'nitrate_M', 0.001],
    ['time (min)', '90', 'time_h', 1.5], ['t (s)', '1800', 'time_h', 0.5], ['potential (mV vs RHE)', '-300', 'potential_V', -0.3],
    ['Ru (Ω)', '8.5', 'ru_ohm', 8.5], ['Ru (kOhm)', '0.0085', 'ru_ohm', 8.5], ['iR fraction (%)', '85', 'irFraction', 0.85], ['iR fraction', '85 %', 'irFraction', 0.85], ['iR (fraction)', '0.85', 'irFraction', 0.85],
    ['temperature (K)', '333.15', 'temperature_C', 60], ['T (K)', '298.15', 'temperature_C', 25], ['temperature', '298.15 K', 'temperature_C', 25], ['Temp. (°C)', '60', 'temperature_C', 60], ['temperature (℃)', '60', 'temperature_C', 60], ['Temperatur / K', '273.15', 'temperature_C', 0],
    ['concentration (mg/L)', '1.2', 'concentration_ug_mL', 1.2], ['concentration (ppm)', '1.2', 'concentration_ug_mL', 1.2], ['concentration (µg/L)', '1200', 'concentration_ug_mL', 1.2], ['concentration (mg mL-1)', '0.0012', 'concentration_ug_mL', 1.2],
    ['scan rate (V/s)', '0.005', 'scanRate_mV_s', 5], ['flow (L/h)', '1.2', 'flow_mL_min', 20], ['flow (mL/s)', '0.5', 'flow_mL_min', 30], ['h2 (%)', '0.05', 'h2_ppm', 500], ['h2 (vol.%)', '0.05', 'h2_ppm', 500], ['absorbance (mAU)', '402', 'absorbance', 0.402], ['absorbance (a.u.)', '0.402', 'absorbance', 0.402]
  ])('%s of %s', (header, cell, key, value) => {
    const { fields, problems } = rowOf({ [header]: cell })
    expect(problems).toEqual([])
    expect(fields[key]).toBe(value)
  })
  it.each([
    ['temperature (°F)', '77', 'temperature_C'], ['nitrate (ppm)', '100', 'nitrate_M'], ['nitrate (mg/L)', '100', 'nitrate_M'], ['flow (sccm)', '20', 'flow_mL_min'], ['Ru (Ω cm2)', '8', 'ru_ohm'], ['volume (g)', '30', 'volume_mL'],
    ['temperature (C)', '298.15', 'temperature_C'], ['temperature (C)', '77 F', 'temperature_C'], ['area (cm2)', '~1', 'area_cm2']
  ])('%s of %s has no certain meaning: it is said, and kept as stated but unread', (header, cell, key) => {
    const { fields, unread, problems } = rowOf({ [header]: cell })
    expect(fields).toEqual({})
    expect(problems).toHaveLength(1)
    expect(unread).toEqual([{ field: key, name: header, value: cell }])
  })
  it('takes a readable column of a field before an unreadable one', () => {
    expect(rowOf({ 'temperature (F)': '140', 'temperature (C)': '60' })).toMatchObject({ fields: { temperature_C: 60 }, unread: [] })
  })
  it('keeps the filling of a reference that stands in a header', () => {
    expect(rowOf({ 'potential (V vs Ag/AgCl (3 M KCl))': '-0.9' }).fields).toEqual({ potential_V: -0.9, reference: 'Ag/AgCl (3 M KCl)' })
    expect(rowOf({ 'E vs. Hg/HgO (1 M KOH) / V': '-0.9' }).fields).toEqual({ potential_V: -0.9, reference: 'Hg/HgO (1 M KOH)' })
  })
})

describe('an amount per volume', () => {
  const reading = (header: string, cell: string, more: Record<string, string>): Record<string, unknown> => rowOf({ [header]: cell, ...more }).fields
  it.each([
    ['3 mM of NH3-N', 'concentration (mM)', '3', { analyte: 'NH3', basis: 'NH3-N' }, 3 * 14.007, 'NH3-N'], ['3 mM of its analyte', 'concentration (mmol/L)', '3', { analyte: 'NH4+' }, 3 * 17.031, 'NH3'],
    ['200 µM of NO2-', 'c (µM)', '200', { analyte: 'NO2-' }, 0.2 * 46.005, 'NO2-'], ['0.1 M of KNO3', 'concentration (M)', '0.1', { basis: 'KNO3' }, 10110.2, 'KNO3'], ['a cell', 'concentration', '3 mM', { analyte: 'NH3', basis: 'NH4Cl' }, 3 * 53.49, 'NH4Cl'],
    ['of a unit with its species', 'concentration (mM NH4+)', '2', {}, 2 * 18.039, 'NH4+'], ['of a mass with its species', 'concentration (mg/L NH3-N)', '40', { analyte: 'NH3' }, 40, 'NH3-N'], ['mg N/L', 'concentration (mg N/L)', '40', { analyte: 'NH3' }, 40, 'N']
  ])('%s', (_, header, cell, more, value, basis) => {
    const fields = reading(header, cell, more as Record<string, string>)
    expect(fields.concentration_ug_mL).toBeCloseTo(value, 9)
    expect(fields.basis).toBe(basis)
  })
  it.each([
    ['no species', {}, /write the analyte or the basis/], ['a species that is not known', { basis: '(NH4)2SO4', analyte: 'NH3' }, /molar mass of the basis "\(NH4\)2SO4" is not known/]
  ])('of %s is a problem, and never a number', (_, more, problem) => {
    const { fields, problems, unread } = rowOf({ 'concentration (mM)': '3', ...(more as Record<string, string>) })
    expect(fields.concentration_ug_mL).toBeUndefined()
    expect(problems).toEqual([expect.stringMatching(problem)])
    expect(unread).toEqual([{ field: 'concentration_ug_mL', name: 'concentration (mM)', value: '3' }])
  })
  it('that contradicts its basis is a problem', () => {
    expect(rowOf({ 'concentration (mg/L NH3-N)': '40', basis: 'NH3' }).problems).toEqual(['its unit says NH3-N, its basis NH3; correct one of them.'])
  })
  it('of a row of units below the names is read as well', () => {
    const { rows = [] } = runSheet.read({ name: 'runsheet.csv', bytes: bytesOf('run,analyte,concentration,temperature\n,,mM,K\nA,NH3,3,333.15\n') })
    expect(rows[0]!.fields).toEqual({ run: 'A', analyte: 'NH3', concentration_ug_mL: 51.093, basis: 'NH3', temperature_C: 60 })
  })
})
