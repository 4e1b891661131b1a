export interface ParStep { readonly name: string; readonly settings?: readonly string[]; readonly segments?: number }
export type ParRow = readonly [segment: number, E: number, I: number, t: number, f: number, re: number, im: number]
const names = 'Segment #, Point #, E(V), I(A), Elapsed Time(s), Status, Frequency(Hz), Z Real, Z Imag, 0'

/** A VersaStudio file as lines: common settings, the steps, one table, window layout. */
export function parFile(steps: readonly ParStep[], rows: readonly ParRow[],
  { end = '\r\n', reference = '(unspecified) (0 Volts)' } = {}): Uint8Array {
  const section = (name: string, lines: readonly string[]): string[] => [`<${name}>`, ...lines, `</${name}>`, '']
  return new TextEncoder().encode([
    ...section('Application', ['Name=VersaStudio', 'Version=2.52.3.0']),
    ...section('Action0', ['Working Electrode Area (cm2)=0.196', `Reference Electrode=${reference}`, 'Name=Common']),
    ...section('Experiment', ['TimeAcquired=9:40:30 PM', 'DateAcquired=Thursday, July 19, 2018']),
    ...steps.flatMap(({ name, settings = [], segments = 1 }, i) => section(`Action${i + 1}`, [...settings, `Segments=${segments}`, `Name=${name}`])),
    ...section('Segment1', ['Type=2', `Definition=${names}`, ...rows.map(([n, E, I, t, f, re, im], i) => [n, i, E, I, t, 53, f, re, im].join(','))]),
    ...section('Graph1', ['XAxisName=Potential (V)', 'Definition=1, 2'])
  ].join(end))
}
export const spectrum: readonly ParRow[] = Array.from({ length: 10 }, (_, i) => [0, 0, -3e-6, 1 + i, 1e5 / 3 ** i, 50 + i, 4 - i] as const)
