/**
 * RRUFF data base of minerals (.txt): lines '##KEY=value' (##NAMES=, ##RRUFFID=, ##IDEAL CHEMISTRY= …), rows 'x, y', '##END='.
 * Traps: infrared spectra and powder patterns look the same; ##FILETYPE= tells them apart, in older files only the name
 * (Quartz__R040031__Raman__532__…__Raman_Data_RAW__1.txt), from which the laser may have to come too; line ends are mixed.
 */
import type { Column, Measurement, NamedValue, Technique } from '../../measurement'
import { ReadError } from '../reader'
import { delimitedRows, laserFact, linesOf, plain, settingOf, type RamanDialect } from './ramanDialect'

const keyLine = /^##([^=]{1,60})=(.*)$/
const isRow = (line: string): boolean => /^\s*[-+]?[\d.]+(?:[eE][-+]?\d+)?\s*,/.test(line)
const kinds: readonly (readonly [RegExp, Technique])[] = [[/raman/i, 'RAMAN'], [/infrared/i, 'IR'], [/powder|x-?ray|xrd/i, 'XRD']]
const axes = new Map<Technique, Omit<Column, 'values'>>([
  ['RAMAN', { name: 'Raman shift', quantity: 'wavenumber', unit: 'cm-1' }], ['IR', { name: 'Wavenumber', quantity: 'wavenumber', unit: 'cm-1' }], ['XRD', { name: '2Theta', quantity: 'two_theta', unit: 'deg' }]
])

function techniqueOf(settings: readonly NamedValue[], fileName: string): Technique {
  const type = settingOf(settings, 'FILETYPE')
  // The part of the name that a person gave ('Raman' may be a folder or a mineral's remark) does not count: it ends at the second '__'.
  const stated = type !== '' ? type : settingOf(settings, 'RAMAN WAVELENGTH') !== '' ? 'Raman' : fileName.split('__').slice(2).join('__')
  return kinds.find(([pattern]) => pattern.test(stated))?.[1] ?? 'OTHER'
}

/** Of 'Quartz__R040031__Broad_Scan__532__0__unoriented__Raman_Data_RAW__1.txt'. */
const laserInName = (fileName: string): string => /^\d{3,4}$/.exec(fileName.split('__')[3] ?? '')?.[0] ?? ''

function read(file: Parameters<RamanDialect['read']>[0]): readonly Measurement[] {
  const lines = linesOf(file)
  const first = lines.findIndex(isRow)
  if (first < 0) throw new ReadError('The file ends in its header, before any row of numbers; download it again from RRUFF.', { line: lines.length })
  const end = lines.findIndex((line, i) => i > first && line.startsWith('##END='))
  const settings = lines.slice(0, Math.min(first, 500)).flatMap((line): NamedValue[] => {
    const entry = keyLine.exec(line)
    const [name, value] = entry ? [entry[1]!.trim(), entry[2]!.trim()] : ['remark', line.trim()]
    return value === '' ? [] : [{ name, value }]
  })
  const table = delimitedRows(end < 0 ? lines : lines.slice(0, end), first, { separator: ',', decimal: '.', width: 2 })
  if (table.rows === 0) throw new ReadError('The file holds no rows of two numbers; download it again from RRUFF.', { line: first + 1 })
  const technique = techniqueOf(settings, file.name)
  const laser = settingOf(settings, 'RAMAN WAVELENGTH') || laserInName(file.name)
  return [{
    ...plain, technique, title: settingOf(settings, 'NAMES'), settings, facts: technique === 'RAMAN' ? laserFact(laser) : [],
    columns: [
      { ...(axes.get(technique) ?? { name: 'X', quantity: 'other', unit: '' }), values: table.columns[0]! },
      { name: 'Intensity', quantity: technique === 'RAMAN' || technique === 'XRD' ? 'intensity' : 'other', unit: '', values: table.columns[1]! }
    ],
    warnings: [
      ...table.warnings,
      ...(technique === 'IR' ? ['The file does not say whether y is an absorbance or a transmittance.'] : technique === 'OTHER' ? ['Neither the file (##FILETYPE=) nor its name says whether this is a Raman, an infrared or a powder measurement.'] : []),
      ...(end < 0 ? ['The file has no end (##END=): it may be cut off, download it again.'] : [])
    ],
    complete: end >= 0 && table.warnings.length === 0
  }]
}

export const rruff: RamanDialect = {
  recognises: (beginning) => (/^\s*##NAMES=/.test(beginning) && /^##RRUFFID=/m.test(beginning.slice(0, 8192)) ? { confidence: 'certain', why: 'it begins with ##NAMES= and holds ##RRUFFID=', version: 'RRUFF' } : null),
  read
}
