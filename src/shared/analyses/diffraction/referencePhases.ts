interface Phase { readonly lattice: 'fcc' | 'bcc' | 'hcp'; readonly a_A: number; readonly c_A: number }
/** Lattice constants at 25 °C, Å (CRC Handbook of Chemistry and Physics, Crystal structures of the elements). */
const phases: ReadonlyMap<string, Phase> = new Map<string, Phase>([
  ['Ru hcp', { lattice: 'hcp', a_A: 2.7058, c_A: 4.2816 }], ['Co hcp', { lattice: 'hcp', a_A: 2.5071, c_A: 4.0695 }], ['Fe bcc', { lattice: 'bcc', a_A: 2.8665, c_A: 2.8665 }],
  ['Co fcc', { lattice: 'fcc', a_A: 3.5447, c_A: 3.5447 }], ['Ni fcc', { lattice: 'fcc', a_A: 3.524, c_A: 3.524 }], ['Cu fcc', { lattice: 'fcc', a_A: 3.6149, c_A: 3.6149 }]
])
export const phaseNames: readonly string[] = [...phases.keys()]

export interface Stick { readonly label: string; readonly d_A: number; readonly twoTheta_deg: number; /** 0 … 100. */ readonly intensity: number }

/** Mean fall of the atomic factor of 3d and 4d metals, f² ∝ exp(−8 Å² · (sin θ/λ)²): the heights of sticks come to within a tenth of the tables. */
const FALL_A2 = 8
const LARGEST_INDEX = 4

/**
 * Reflections of a phase between two angles, by lattice constants; heights from multiplicity, structure factor and Lorentz–polarisation
 * (unpolarised beam), a fit for the eye, no quantity. RangeError for a phase that is not known.
 */
export function sticksOf(name: string, wavelength_A: number, from_deg: number, to_deg: number): Stick[] {
  const phase = [...phases].find(([known]) => known.toLowerCase() === name.trim().toLowerCase())?.[1]
  if (!phase) throw new RangeError(`"${name}" is no known phase; choose among ${phaseNames.join(', ')}, or write spacings in nm.`)
  const found = new Map<string, Stick>()
  for (let h = 0; h <= LARGEST_INDEX; h += 1) for (let k = 0; k <= LARGEST_INDEX; k += 1) for (let l = 0; l <= LARGEST_INDEX; l += 1) {
    const square = structureFactor2(phase.lattice, h, k, l)
    if (square === 0 || h + k + l === 0 || (phase.lattice !== 'hcp' && (h < k || k < l)) || (phase.lattice === 'hcp' && h < k)) continue
    const d_A = spacingOf(phase, h, k, l)
    if (wavelength_A >= 2 * d_A) continue
    const theta = Math.asin(wavelength_A / (2 * d_A))
    const twoTheta_deg = (360 / Math.PI) * theta
    if (twoTheta_deg < from_deg || twoTheta_deg > to_deg) continue
    const polarisation = (1 + Math.cos(2 * theta) ** 2) / (Math.sin(theta) ** 2 * Math.cos(theta))
    const intensity = multiplicityOf(phase.lattice, h, k, l) * square * polarisation * Math.exp(-FALL_A2 / (4 * d_A ** 2))
    const key = d_A.toFixed(4)
    found.set(key, { label: found.get(key)?.label ?? `(${h}${k}${l})`, d_A, twoTheta_deg, intensity: intensity + (found.get(key)?.intensity ?? 0) })
  }
  const highest = Math.max(...[...found.values()].map(({ intensity }) => intensity))
  return [...found.values()].map((stick) => ({ ...stick, intensity: (100 * stick.intensity) / highest })).sort((a, b) => a.twoTheta_deg - b.twoTheta_deg)
}

const spacingOf = ({ lattice, a_A, c_A }: Phase, h: number, k: number, l: number): number =>
  (lattice === 'hcp' ? 1 / Math.sqrt((4 * (h * h + h * k + k * k)) / (3 * a_A ** 2) + (l / c_A) ** 2) : a_A / Math.sqrt(h * h + k * k + l * l))

function structureFactor2(lattice: Phase['lattice'], h: number, k: number, l: number): number {
  if (lattice === 'fcc') return new Set([h % 2, k % 2, l % 2]).size === 1 ? 16 : 0
  if (lattice === 'bcc') return (h + k + l) % 2 === 0 ? 4 : 0
  const isThird = (h + 2 * k) % 3 === 0
  return isThird ? (l % 2 === 0 ? 4 : 0) : l % 2 === 0 ? 1 : 3
}

/** Planes that share the spacing of h ≥ k (≥ l). */
function multiplicityOf(lattice: Phase['lattice'], h: number, k: number, l: number): number {
  if (lattice === 'hcp') return (k === 0 && h === 0 ? 1 : h === k || k === 0 ? 6 : 12) * (l === 0 ? 1 : 2)
  const zeros = [h, k, l].filter((index) => index === 0).length
  const kinds = new Set([h, k, l]).size
  return (kinds === 1 ? 1 : kinds === 2 ? 3 : 6) * 2 ** (3 - zeros)
}

export interface Reference { readonly name: string; readonly sticks: readonly Stick[] }

/** 'Ru hcp; Cu fcc; 0.2056' → sticks of each phase and of each spacing in nm. RangeError for what is neither. */
export function referencesOf(text: string, wavelength_A: number, from_deg: number, to_deg: number): Reference[] {
  return text.split(';').map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const spacing_nm = Number(part.replace(',', '.'))
    if (!Number.isFinite(spacing_nm)) return { name: part, sticks: sticksOf(part, wavelength_A, from_deg, to_deg) }
    const d_A = 10 * spacing_nm
    if (!(wavelength_A < 2 * d_A)) throw new RangeError(`a spacing of ${part} nm reflects nothing at this wavelength.`)
    return { name: `${part} nm`, sticks: [{ label: `${part} nm`, d_A, twoTheta_deg: (360 / Math.PI) * Math.asin(wavelength_A / (2 * d_A)), intensity: 100 }] }
  })
}
