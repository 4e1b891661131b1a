import type { Fixture } from '../fixture'

export interface UxdRange {
  readonly start: number
  readonly step: number
  readonly counts: readonly number[]
  readonly kind?: string
  readonly declared?: number
}

export function uxdText(ranges: readonly UxdRange[], lambda_A: number | null = 0.70926, date = '04-Mar-2010 20:59:14', hasComments = true): string {
  return ['; converted', '_FILEVERSION=2', "_SAMPLE='RuFe'", `_DATEMEASURED='${date}'`,
    ...(lambda_A === null ? [] : ["_WL_UNIT='A'", `_WL1=${lambda_A}`, `_WL2=${lambda_A * 1.003}`, '_WLRATIO=0.5', "_ANODE='Mo'"]),
    ...ranges.flatMap(({ start, step, counts, kind = '2THETACOUNTS', declared }, r) =>
      [...(hasComments ? [`; (Data for Range number ${r + 1})`] : []), "_DRIVE='COUPLED'", '_STEPTIME=0.5', `_STEPSIZE=${step}`,
      ...(declared === undefined ? [] : [`_STEPCOUNT=${declared}`]), `_START=${start}`, `_2THETA=${start}`, `_${kind}`,
      ...(kind.startsWith('2') ? counts.map((count, i) => `${start + i * step}\t${count}`)
        : [counts.slice(0, 5).join('   '), counts.slice(5).join('   ')].filter((line) => line !== ''))]), ''].join('\n')
}

const ranges = [{ start: 20, step: 0.5, counts: [1, 5, 9, 4, 3, 2, 8] }]
export const fixtures: readonly Fixture[] = [
  { reader: 'bruker-uxd', name: 'RuFe.uxd', bytes: new TextEncoder().encode(uxdText(ranges)) },
  { reader: 'bruker-uxd', name: 'RuCo.uxd',
    bytes: new TextEncoder().encode(uxdText([...ranges, { start: 60, step: 0.25, counts: [4, 5, 6, 7], kind: 'COUNTS' }])) }
]
