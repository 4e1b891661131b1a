import type { Fixture } from '../fixture'

export interface TopSpinParts { readonly real: readonly number[]; readonly imaginary?: readonly number[]; readonly big?: boolean; readonly isDouble?: boolean; readonly exponent?: number; readonly first_ppm?: number; readonly width_Hz?: number; readonly frequency_MHz?: number; readonly points?: number; readonly title?: string; readonly more?: readonly string[] }
export type TopSpinFolder = Readonly<Record<string, Uint8Array<ArrayBuffer>>>

const textBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
function numbers(values: readonly number[], isDouble: boolean, big: boolean): Uint8Array<ArrayBuffer> {
  const size = isDouble ? 8 : 4
  const view = new DataView(new ArrayBuffer(size * values.length))
  values.forEach((value, i) => (isDouble ? view.setFloat64(size * i, value, !big) : view.setInt32(size * i, value, !big)))
  return new Uint8Array(view.buffer)
}

export const parameterText = (lines: readonly string[], program = 'TOPSPIN\t\tVersion 3.2'): string =>
  [`##TITLE= Parameter file, ${program}`, '##JCAMPDX= 5.0', '##DATATYPE= Parameter Values', '##NPOINTS= 14\t$$ modification sequence number', '##ORIGIN= Bruker BioSpin GmbH', '##OWNER= nmr',
    '$$ 2026-03-05 07:30:06.757 +0100  nmr@lab', ...lines, '##END=', ''].join('\n')

/** A folder pdata/1 from the layout alone. */
export function topSpinFolder({ real, imaginary, big = false, isDouble = false, exponent = -3, first_ppm = 14.5, width_Hz = 8000, frequency_MHz = 400.13, points = real.length, title, more = [] }: TopSpinParts): TopSpinFolder {
  const procs = parameterText([
    '##$AXNUC= <1H>', '##$AXUNIT= <>', `##$BYTORDP= ${big ? 1 : 0}`, `##$DTYPP= ${isDouble ? 2 : 0}`, '##$FT_mod= 6', `##$NC_proc= ${exponent}`, `##$OFFSET= ${first_ppm}`, `##$SF= ${frequency_MHz}`, `##$SI= ${points}`,
    `##$SW_p= ${width_Hz}`, '##$TI= <Study Number 1', 'second line', '>', ...more
  ])
  return { procs: textBytes(procs), '1r': numbers(real, isDouble, big), ...(imaginary ? { '1i': numbers(imaginary, isDouble, big) } : {}), ...(title === undefined ? {} : { title: textBytes(title) }) }
}

const line = (i: number): number => Math.round(1e6 / (1 + ((i - 60) / 4) ** 2))
const folder = topSpinFolder({ real: Array.from({ length: 128 }, (_, i) => line(i)), imaginary: Array.from({ length: 128 }, (_, i) => 500 * (60 - i)), title: 'RuFe-NC 15N\n' })
export const fixtures: readonly Fixture[] = [{ reader: 'bruker-topspin', name: 'procs', bytes: folder['procs']!, sibling: (name) => folder[name] }]
