import type { Fixture } from '../fixture'

const bytes = (lines: readonly string[], encoding: BufferEncoding = 'latin1', mark = ''): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(mark + lines.join('\r\n'), encoding))
const times = Array.from({ length: 40 }, (_, i) => i / 10)
export const labSolutionsFile = (separator = ';', points = times.length): Uint8Array<ArrayBuffer> => bytes([
  '[Header]', 'Application Name;LabSolutions', 'Version;5.110', '', '[File Information]', 'Type;Data File', '', '[Configuration]', 'Instrument Name;GC-BID', '', '[Peak Table(Ch1)]', '# of Peaks;2', 'Peak#;R.Time;Area;Height;Conc.;Name',
  '1;2.887;149322;72138;24086.621;H2', '2;4.357;640334;324063;0.000;N2', '', '[Chromatogram (Ch1)]', 'Interval(msec);6000', `# of Points;${points}`, 'R.Time (min);Intensity', ...times.map((t, i) => `${t.toFixed(5)};${i * i}`), ''
].map((line) => line.replaceAll(';', separator)))
export const agilentText = (): Uint8Array<ArrayBuffer> => bytes([
  'Data File C:\\DATA\\001F0101.D', 'Sample Name: made', '', '                         Area Percent Report                         ', '', 'Signal 1: FID1 A, ', '', 'Peak RetTime Type  Width     Area      Height     Area  ', '  #   [min]        [min]   [pA*s]      [pA]         %',
  '----|-------|----|-------|----------|----------|--------|', '   1   2.824 BB S  0.0881 4.57137e4  7718.08594 97.91525', '   2   4.057 BB    0.0928  955.59546  149.11475  2.04681', '   3   9.209 BB    0.0817   17.71351    3.40485  0.03794', 'Totals :                  4.66870e4  7870.60554', '', 'Signal 2: TCD2 B, ', ''
], 'utf16le', '\uFEFF')
export const agilentCsv = (): Uint8Array<ArrayBuffer> => bytes(['1,2.824,"BB S",0.088,45713.6,7718.0,97.91', '2,4.056,"BB  ",0.092,955.59,149.1,2.04', '3,9.209,"BB  ",0.081,17.71,3.40,0.03', ''], 'utf16le', '\uFEFF')
export const chromeleonFile = (decimal = ','): Uint8Array<ArrayBuffer> => bytes(['Filepath\tC:\\data', 'Sample\tmade', 'Date\t02.02.2023', 'Time\t15:20:12', `Data Points\t${times.length}`, 'Signal Unit\tConductivity', '', 'Raw Data:', 'Time(min)\tStep(sec)\tValue(\u00b5S)', ...times.map((t, i) => `${t.toFixed(6)}\t0.100000\t${(i / 7).toFixed(5)}\t`.replaceAll('.', decimal)), ''])
export const ezChromFile = (points = 30): Uint8Array<ArrayBuffer> => bytes(['Version:\t3', 'Maxchannels:\t2', 'Acquisition Date and Time:\t6/29/2023 4:07:41 PM', 'Sampling Rate:\t10.0\t10.0\tHz', 'Total Data Points:\t30\t30\tPts.', 'Y Axis Title:\tpA\t25 \u00b5V', 'Y Axis Multiplier:\t0.5\t0.25', ...Array.from({ length: 30 + points }, (_, i) => String(1000 + i)), ''])
export const fixtures: readonly Fixture[] = [
  { reader: 'labsolutions', name: 'gas.gcd.txt', bytes: (() => { const whole = Buffer.from(labSolutionsFile()).toString('latin1'); return Uint8Array.from(Buffer.from(whole.replace(/\[Peak Table[\s\S]*?(?=\[Chromatogram)/, ''), 'latin1')) })() },
  { reader: 'agilent-report', name: 'REPORT01.CSV', bytes: agilentCsv() }, { reader: 'chromeleon-text', name: 'ic.txt', bytes: chromeleonFile() }, { reader: 'ezchrom-asc', name: 'a.asc', bytes: ezChromFile() }
]
