import type { Fixture } from '../fixture'

export interface PanalyticalScan { readonly rows: readonly (readonly [number, number])[]; readonly axis?: string; readonly declared?: number; readonly isEuropean?: boolean; readonly date?: string }

export function panalyticalText({ rows, axis = 'Gonio', declared = rows.length, isEuropean = false, date = '20/May/2021 15:55' }: PanalyticalScan): string {
  const separator = isEuropean ? ';' : ','
  const number = (value: number): string => (isEuropean ? String(value).replace('.', ',') : String(value))
  const line = (...cells: readonly string[]): string => cells.join(separator)
  return ['[Measurement conditions]', line('Sample identification', 'RuFe-NC'), line('Comment - 1', '"Configuration=Spinner PW3064, Owner=User-1; Goniometer"'), line('Anode material', 'Cu'),
    line('K-Alpha1 wavelength', number(1.540598)), line('K-Alpha2 wavelength', number(1.544426)), line('Ratio K-Alpha2/K-Alpha1', number(0.5)), line('Unit cell', ''), line('File date and time', date),
    line('Scan axis', axis), line('No. of points', ` ${declared}`), line('Time per step', number(50.165)), '[Scan points]', line('Angle', 'Intensity'), ...rows.map((row) => line(...row.map(number))), ''].join('\r\n')
}

const rows = Array.from({ length: 40 }, (_, i) => [20 + i / 64, 100 + i] as const)
export const fixtures: readonly Fixture[] = [{ reader: 'panalytical-csv', name: 'RuFe.csv', bytes: new TextEncoder().encode(panalyticalText({ rows })) }]
