import type { Fixture } from '../fixture'

export interface RasScan { readonly rows: readonly (readonly [number, number, number])[]; readonly axis?: string; readonly declared?: number; readonly sample?: string; readonly date?: string }

export function rasText(scans: readonly RasScan[]): string {
  return ['*RAS_DATA_START', ...scans.flatMap(({ rows, axis = '2-Theta/Theta', declared = rows.length, sample = 'RuFe-NC', date = '12/15/23 22:01:01' }) => ['*RAS_HEADER_START', '*DISP_LINE_COLOR "255"', `*FILE_SAMPLE "${sample}"`,
    '*HW_XG_TARGET_NAME "Cu"', '*HW_XG_WAVE_LENGTH_ALPHA1 "1.540593"', '*HW_XG_WAVE_LENGTH_ALPHA2 "1.544414"', `*MEAS_DATA_COUNT "${declared}.0000000000"`, `*MEAS_SCAN_AXIS_X "${axis}"`, `*MEAS_SCAN_START_TIME "${date}"`,
    '*MEAS_SCAN_SPEED "6.0"', '*MEAS_SCAN_SPEED_UNIT "deg/min"', '*MEAS_SCAN_STEP "0.0200000000"', '*MEAS_SCAN_UNIT_X "deg"', '*MEAS_SCAN_UNIT_Y "counts"', '*RAS_HEADER_END', '*RAS_INT_START',
    ...rows.map(([angle, counts, factor]) => `${angle.toFixed(4)} ${counts.toFixed(4)} ${factor.toFixed(4)}`), '*RAS_INT_END']), '*RAS_DATA_END', ''].join('\r\n')
}

const rows = Array.from({ length: 40 }, (_, i) => [20 + i / 50, 100 + i, 1] as const)
export const fixtures: readonly Fixture[] = [{ reader: 'rigaku-ras', name: 'RuFe.ras', bytes: new TextEncoder().encode(rasText([{ rows }, { rows, axis: 'Omega' }])) }]
