import { structureText } from '../vaspStructure/structureText'

/** A CHGCAR, CHG or LOCPOT as VASP prints it. */
export interface GridText {
  readonly counts?: readonly [number, number, number]
  readonly perLine?: 5 | 10
  /** One function a grid. */
  readonly grids?: readonly ((x: number, y: number, z: number) => number)[]
  readonly augmentation?: boolean
}

export const valueAt = (x: number, y: number, z: number): number => 1 + x / 10 + y / 100 - z / 4

const scientific = (value: number): string => {
  const [mantissa = '0', exponent = '0'] = (value / 10).toExponential(10).split('e')
  return ` ${(Number(mantissa) / 1).toFixed(10).padStart(13)}E${Number(exponent) + 1 < 0 ? '-' : '+'}${String(Math.abs(Number(exponent) + 1)).padStart(2, '0')}`
}

export function gridText({ counts = [4, 3, 6], perLine = 5, grids = [valueAt], augmentation = false }: GridText = {}): string {
  const [nx, ny, nz] = counts
  const head = structureText({ elements: [['Ru', 2]] })
  return (
    head +
    grids
      .map((grid, index) => {
        const values: string[] = []
        for (let z = 0; z < nz; z++) for (let y = 0; y < ny; y++) for (let x = 0; x < nx; x++) values.push(scientific(grid(x, y, z)))
        const lines: string[] = []
        for (let i = 0; i < values.length; i += perLine) lines.push(values.slice(i, i + perLine).join(''))
        const charges = augmentation ? 'augmentation occupancies   1   4\n  0.2743786E+00 -0.3307158E-01  0.0000000E+00  0.0000000E+00\n' : ''
        const moments = index < grids.length - 1 ? '  0.100000000000E+01  0.100000000000E+01\n' : ''
        return `${index === 0 ? '\n' : ''}${counts.map((n) => String(n).padStart(5)).join('')}\n${lines.join('\n')}\n${charges}${moments}`
      })
      .join('')
  )
}
