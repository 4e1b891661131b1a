import type { Fixture } from '../fixture'

type Rows = readonly (readonly [number, number])[]

export function xylibText(blocks: readonly Rows[], source = 'bruker_raw', steps?: number): string {
  return [`# exported by xylib from a ${source} file`, '# ALPHA1: 0.70926', '# ANODE_MATERIAL: Mo', '# MEASURE_TIME: 20:59:14', '',
    ...blocks.flatMap((rows, i) => [...(blocks.length > 1 ? ['', `### block #${i} part${i}`] : []), `# STEPS: ${steps ?? rows.length}`,
      '# TIME_PER_STEP: 0.5', '# column_1\tcolumn_2', ...rows.map((row) => row.join('\t'))]), ''].join('\n')
}

export function brukerText(blocks: readonly Rows[], scanType = 'Locked Coupled', steps?: number): string {
  return [';RAW4.00', '[RawHeader]', 'Date=06/17/2026', 'Time=12:11:21', '[VarInfo]', 'Type=SAMPLEID', 'Value=RuFe', '[HardwareConfiguration]',
    'Anode=Mo', 'Alpha1=0.70926', 'Alpha2=0.71354',
    ...blocks.flatMap((rows) => ['[RangeHeader]', `ScanType=${scanType}`, 'ActuallyUsedLambda=0.70926', `Steps=${steps ?? rows.length}`, 'Time=192',
      '[Data]', '     Angle,       PSD,', ...rows.map(([x, y]) => `   ${x},   ${y},`), '']), ''].join('\r\n')
}

export function evaText(blocks: readonly Rows[], scanType = 'Coupled TwoTheta/Theta'): string {
  return blocks.map((rows, i) => [`'Id: "part ${i}" Comment: "made by the project" Operator: "" Anode: "Mo" Scantype: "${scanType}" TimePerStep: "0.5" `, ...rows.map(([x, y]) => `${x} ${y}`), ''].join('\r\n')).join('')
}

const rows = Array.from({ length: 25 }, (_, i) => [20 + i / 4, 100 + i] as const)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const fixtures: readonly Fixture[] = [
  { reader: 'xy-text', name: 'RuFe.txt', bytes: bytes(brukerText([rows])) },
  { reader: 'xy-text', name: 'RuNi.xy', bytes: bytes(evaText([rows])) },
  { reader: 'xy-text', name: 'RuCo.xy', bytes: bytes(xylibText([rows, rows])) }
]
