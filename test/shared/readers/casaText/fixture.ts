import type { Fixture } from '../fixture'

export interface CasaSection { readonly title: string; readonly components: readonly string[]; readonly rows: readonly (readonly number[])[] }

/** A row holds K.E., Counts, components …, B.E., CPS, components …; the empty column between the halves is added here. */
export function casaTextOf(sections: readonly CasaSection[], hv_eV = 1486.6): string {
  return sections.map(({ title, components, rows }) => {
    const names = components.map((name) => `\t${name}`).join('')
    const half = 2 + components.length
    return [`Cycle 1:${title}`, `\tCharacteristic Energy eV\t${hv_eV.toExponential(6)}\tAcquisition Time s\t2.000000e-001`, `Name\t\t${names}`,
      ...['Position', 'FWHM', 'Area'].map((row, k) => `${row}\t\t${components.map((_, i) => `\t${280 + i + k * 0.5}`).join('')}`),
        `Lineshape\t\t${components.map(() => '\tGL(30)').join('')}`,
      `K.E.\tCounts${names}\t\tB.E.\tCPS${names}`,
        ...rows.map((row) => [...row.slice(0, half).map(String), '', ...row.slice(half).map(String)].join('\t')), ''].join('\n')
  }).join('')
}

const rows = Array.from({ length: 12 }, (_, i) => [1200 + i / 10, 100 + i, 10 + i, 286.6 - i / 10, 500 + 5 * i, 50 + 5 * i])
export const fixtures: readonly Fixture[] = [
  { reader: 'casa-text', name: 'RuFe C1s.txt',
    bytes: new TextEncoder().encode(casaTextOf([{ title: 'RuFe-NC:C1s', components: ['C-C'], rows },
    { title: 'RuFe-NC:N1s', components: ['pyridinic'], rows }])) }
]
