import { SIMULATED, type Recording, type VendorFormat } from './recording'
import { threeDigitExponent } from './vendorNumber'

/** EC-Lab writes mA. */
const milliampere = (current_A: number): string => threeDigitExponent(current_A * 1000, 9)

function settings({ technique, potential_V, time_s, scanRate_mV_s }: Recording): string[] {
  const [first = 0, last = 0] = [potential_V[0], potential_V.at(-1)]
  const interval_s = (time_s[1] ?? 0) - (time_s[0] ?? 0)
  const own = technique === 'LSV'
    ? [
        ['dE/dt', (scanRate_mV_s ?? 0).toFixed(3)], ['dE/dt unit', 'mV/s'],
        ['Ei (V)', first.toFixed(3)], ['vs.', 'Ref'], ['EL (V)', last.toFixed(3)], ['vs.', 'Ref']
      ]
    : [
        ['Ei (V)', first.toFixed(3)], ['vs.', 'Ref'],
        ['ti (h:m:s)', `${Math.floor((time_s.at(-1) ?? 0) / 3600)}:00:0.0000`], ['dta (s)', interval_s.toFixed(4)]
      ]
  const common = [['E range min (V)', '-2.500'], ['E range max (V)', '2.500'], ['I Range', '100 mA'], ['Bandwidth', '7']]
  return [...own, ...common].map(([name = '', value = '']) => `${name.padEnd(20)}${value.padEnd(20)}`)
}

function rows({ technique, time_s, potential_V, current_A }: Recording): string[] {
  let charge_C = 0
  return current_A.map((i, row) => {
    if (row > 0) charge_C += ((i + current_A[row - 1]!) / 2) * (time_s[row]! - time_s[row - 1]!)
    const potential = threeDigitExponent(potential_V[row]!, 7)
    const cells = [threeDigitExponent(time_s[row]!, 15), potential, potential, milliampere(i), threeDigitExponent(charge_C, 7)]
    return `${technique === 'LSV' ? '2\t0\t0\t1' : '2\t0\t0\t0\t0\t0\t0'}\t${cells.join('\t')}\t`
  })
}

/** EC-Lab ASCII (.mpt); European PCs write a decimal comma everywhere, in settings and in rows. */
function write(recording: Recording, comma: boolean): string {
  const { technique, fileName, sample, startedAt, area_cm2 } = recording
  const isSweep = technique === 'LSV'
  const date = `${startedAt.month}/${startedAt.day}/${startedAt.year} ${startedAt.clock}`
  const decimal = (text: string): string => (comma ? text.replace(/(\d)\.(\d)/g, '$1,$2') : text)
  const flags = ['mode', 'ox/red', 'error', 'control changes', ...(isSweep ? [] : ['Ns changes', 'counter inc.', 'Ns'])]
  const columns = `${[...flags, 'time/s', 'control/V', 'Ewe/V', isSweep ? '<I>/mA' : 'I/mA', '(Q-Qo)/C'].join('\t')}\t`
  const body = [
    '', isSweep ? 'Linear Sweep Voltammetry' : 'Chronoamperometry / Chronocoulometry', '',
    'Run on channel : 1 (SN 5304)', 'User : ', 'Electrode connection : standard', decimal('Ewe ctrl range : min = -10.00 V, max = 10.00 V'),
    'Ewe,I filtering : 50 kHz', 'Channel : Grounded', `Acquisition started on : ${date}`, `Technique started on : ${date}`,
    'Saved on :', `\tFile : ${fileName}.mpr`, '\tDirectory : D:\\data\\', 'Device : SP-240 (SN 0200)', 'EC-Lab for windows v11.33 (software)',
    `Electrode material : ${sample}`, 'Initial state : ', 'Electrolyte : ', `Comments : ${SIMULATED}`, 'Cable : standard',
    decimal('Reference electrode : Ag/AgCl / KCl (sat\'d) (0.197 V)'), decimal(`Electrode surface area : ${area_cm2.toFixed(3)} cm\u00b2`),
    decimal('Characteristic mass : 0.001 g'), 'Text export', '   Mode : Standard', '   Time format : Elapsed', '',
    ...settings(recording).map(decimal), '', columns
  ]
  const header = ['EC-Lab ASCII FILE', `Nb header lines : ${body.length + 2}`.padEnd(46), ...body]
  return [...header, ...rows(recording).map(decimal), ''].join('\r\n')
}

const printed = (current_A: number): number => Number(milliampere(current_A)) / 1000

export const ecLabMpt: VendorFormat = { extension: 'mpt', encoding: 'latin1', printed, write: (recording) => write(recording, false) }
export const ecLabMptComma: VendorFormat = { extension: 'mpt', encoding: 'latin1', printed, write: (recording) => write(recording, true) }
