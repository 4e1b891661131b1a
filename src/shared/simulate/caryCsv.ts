import type { Spectrum } from './absorbanceBand'
import type { LabTime } from './labClock'
import { SIMULATED } from './recording'

/** Cary WinUV 'Spreadsheet ASCII': name, 'Wavelength (nm),Abs', rows, a blank line, then the log. */
export function caryCsv(name: string, { wavelength_nm, absorbance }: Spectrum, startedAt: LabTime): string {
  const { day, month, year, hour, minutes } = startedAt
  const time = `${Number(month)}/${Number(day)}/${year} ${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? 'AM' : 'PM'}`
  return [
    `${name},,`, 'Wavelength (nm),Abs,', ...wavelength_nm.map((nm, row) => `${nm},${absorbance[row]},`), '',
    `${name},`, name, `Collection Time: ${time}`, 'Operator Name  : ', 'Scan Version 5.1.0.1016', 'Parameter List : ',
    'Instrument  Cary 60', 'Instrument Version  2.00',
    `Start (nm)  ${wavelength_nm[0]?.toFixed(1)}`, `Stop (nm)  ${wavelength_nm.at(-1)?.toFixed(1)}`, 'X Mode  Nanometers', 'Y Mode  Abs', 'UV-Vis Data Interval (nm)  1.00', 'Beam Mode  Dual Beam', `Comment  ${SIMULATED}`, ''
  ].join('\r\n')
}
