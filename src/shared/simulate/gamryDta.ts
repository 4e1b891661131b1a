import { SIMULATED, type Recording, type VendorFormat } from './recording'
import { threeDigitExponent } from './vendorNumber'

const number = (value: number): string => threeDigitExponent(value, 5)
const quantity = (key: string, value: number, label: string): string => `${key}\tQUANT\t${number(value)}\t${label}`
const potential = (key: string, value: number, label: string): string => `${key}\tPOTEN\t${number(value)}\tF\t${label}`

/** Gamry Framework .DTA: KEY, TYPE, value, label; then the table CURVE, whose rows begin with a tab. */
function write({ technique, sample, startedAt, area_cm2, time_s, potential_V, current_A, scanRate_mV_s }: Recording): string {
  const [first = 0, last = 0] = [potential_V[0], potential_V.at(-1)]
  const isSweep = technique === 'LSV'
  const setup = technique === 'CP' ? [quantity('ISTEP1', current_A[0] ?? 0, 'Step 1 Current (A)'), quantity('TSTEP1', time_s.at(-1) ?? 0, 'Step 1 Time (s)')] : isSweep
    ? [
        potential('VINIT', first, 'Initial E (V)'), potential('VFINAL', last, 'Final E (V)'),
        quantity('SCANRATE', scanRate_mV_s ?? 0, 'Scan Rate (mV/s)'), quantity('STEPSIZE', 1, 'Step Size (mV)')
      ]
    : [
        potential('VPRESTEP', 0, 'Pre-step Voltage (V)'), quantity('TPRESTEP', 0, 'Pre-step Delay Time (s)'),
        potential('VSTEP1', first, 'Step 1 Voltage (V)'), quantity('TSTEP1', time_s.at(-1) ?? 0, 'Step 1 Time (s)'),
        potential('VSTEP2', 0, 'Step 2 Voltage (V)'), quantity('TSTEP2', 0, 'Step 2 Time (s)'),
        quantity('SAMPLETIME', (time_s[1] ?? 0) - (time_s[0] ?? 0), 'Sample Period (s)')
      ]
  const cycle = isSweep ? ['0'] : []
  const zero = number(0)
  const rows = current_A.map((i, row) => {
    const E = number(potential_V[row]!)
    return ['', row, Number(time_s[row]!.toFixed(3)), E, number(i), zero, E, zero, '9', '...........', ...cycle, '25'].join('\t')
  })
  return [
    'EXPLAIN', `TAG\t${isSweep ? 'LSV' : technique === 'CP' ? 'CHRONOP' : 'CHRONOA'}`,
    `TITLE\tLABEL\t${isSweep ? 'Linear Sweep Voltammetry' : technique === 'CP' ? 'Chronopotentiometry Scan' : 'Chronoamperometry Scan'}\tTest &Identifier`,
    `DATE\tLABEL\t${startedAt.day}/${startedAt.month}/${startedAt.year}\tDate`, `TIME\tLABEL\t${startedAt.clock}\tTime`,
    'NOTES\tNOTES\t1\t&Notes...', `\t${sample}, ${SIMULATED}`, 'PSTAT\tPSTAT\tIFC1010\tPotentiostat', ...setup,
    quantity('AREA', area_cm2, 'Sample Area (cm^2)'), quantity('EQDELAY', 0, 'Equil. Time (s)'),
    'IRCOMP\tSELECTOR\t0\tIRComp', quantity('PFCOR', 50, 'PF Corr. (ohm)'),
    'PSTATMODEL\tIQUANT\t64\tPstat Model', 'CONVENTION\tIQUANT\t1\tCurrent Convention', 'FRAMEWORKVERSION\tLABEL\t7.10.0\tFramework Version',
    `CURVE\tTABLE\t${rows.length}`, `\tPt\tT\tVf\tIm\tVu\tSig\tAch\tIERange\tOver${isSweep ? '\tCycle' : ''}\tTemp`,
    `\t#\ts\tV vs. Ref.\tA\tV\tV\tV\t#\tbits${isSweep ? '\t#' : ''}\tdeg C`, ...rows, ''
  ].join('\r\n')
}

export const gamryDta: VendorFormat = { extension: 'DTA', encoding: 'utf8', printed: (current_A) => Number(number(current_A)), write }
