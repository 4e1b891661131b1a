export interface ReferenceElectrode {
  readonly name: string
  /** V vs SHE at 25 °C; RHE is 0 on its own scale and needs no pH. */
  readonly potential_V: number
  readonly source: string
}

const BARD = 'Bard & Faulkner, Electrochemical Methods, 2nd ed., inside cover; 25 °C'
const LAB = 'usual laboratory value, 25 °C; laboratories differ by some mV, calibrate and enter your own in Settings'

/** Shipped potentials; a project may override each by its name. */
export const referenceElectrodes: readonly ReferenceElectrode[] = [
  { name: 'RHE', potential_V: 0, source: 'by definition' },
  { name: 'SHE', potential_V: 0, source: 'by definition' },
  { name: 'Ag/AgCl sat. KCl', potential_V: 0.197, source: BARD },
  { name: 'Ag/AgCl 3 M KCl', potential_V: 0.21, source: LAB },
  { name: 'Ag/AgCl 1 M KCl', potential_V: 0.222, source: LAB },
  { name: 'SCE', potential_V: 0.241, source: BARD },
  { name: 'Hg/HgO 1 M NaOH', potential_V: 0.14, source: LAB },
  { name: 'Hg/HgO 0.1 M NaOH', potential_V: 0.165, source: LAB },
  { name: 'Hg/Hg2SO4 sat. K2SO4', potential_V: 0.64, source: BARD }
]

type Kind = 'RHE' | 'SHE' | 'Ag/AgCl' | 'SCE' | 'Hg/HgO' | 'Hg/Hg2SO4'
/** What a name without its filling is taken as: file names can only say AgAgCl. */
const usual: Readonly<Record<Kind, string>> = {
  RHE: 'RHE', SHE: 'SHE', SCE: 'SCE', 'Ag/AgCl': 'Ag/AgCl sat. KCl', 'Hg/HgO': 'Hg/HgO 1 M NaOH', 'Hg/Hg2SO4': 'Hg/Hg2SO4 sat. K2SO4'
}

export interface FoundReference {
  readonly electrode: ReferenceElectrode
  /** The name left the filling open, so the usual one was taken: to be said with every result. */
  readonly assumedFilling: boolean
  /** From the table above, which is for 25 °C; else the project's own. */
  readonly isShipped: boolean
}

/**
 * The electrode that a written name means ('AgAgCl', 'Ag/AgCl (3 M KCl)', 'vs. SCE', 'MSE', 'Hg/HgO'), undefined when unknown.
 * `overrides` are the project's own potentials (V vs SHE) by name and win.
 */
export function findReference(text: string, overrides: Readonly<Record<string, number>> = {}): FoundReference | undefined {
  const own = new Map(Object.entries(overrides).map(([name, potential_V]) => [compact(name), { name, potential_V }]))
  const ownOf = (name: string): ReferenceElectrode | undefined => {
    const found = own.get(compact(name))
    return found && { ...found, source: 'this project (Settings)' }
  }
  const written = ownOf(text)
  if (written) return { electrode: written, assumedFilling: false, isShipped: false }
  const kind = kindOf(text)
  if (kind === undefined) return undefined
  const filling = fillingOf(text)
  const bare = ownOf(kind)
  if (filling === undefined && bare) return { electrode: bare, assumedFilling: false, isShipped: false }
  const name = filling === undefined || kind === 'RHE' || kind === 'SHE' ? usual[kind] : named(kind, filling)
  if (name === undefined) return undefined
  const mine = ownOf(name)
  const electrode = mine ?? referenceElectrodes.find((reference) => reference.name === name)
  return electrode && { electrode, assumedFilling: filling === undefined && name !== kind, isShipped: mine === undefined }
}

function compact(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '').replace(/^vs\.?/, '')
}

function kindOf(text: string): Kind | undefined {
  const joined = compact(text)
  const words = new Set(text.toLowerCase().split(/[^a-z]+/))
  if (words.has('rhe') || joined.includes('可逆氢')) return 'RHE'
  if (words.has('she') || words.has('nhe') || joined.includes('标准氢')) return 'SHE'
  if (joined.includes('hgo') || words.has('mmo') || joined.includes('氧化汞')) return 'Hg/HgO'
  if (joined.includes('hg2so4') || words.has('mse') || joined.includes('硫酸亚汞')) return 'Hg/Hg2SO4'
  if (words.has('sce') || joined.includes('calomel') || joined.includes('hg2cl2') || joined.includes('甘汞')) return 'SCE'
  if (joined.includes('agcl') || joined.includes('氯化银')) return 'Ag/AgCl'
  return undefined
}

/** 'sat' or the molarity of the filling; undefined when the name does not say. */
function fillingOf(text: string): 'sat' | number | undefined {
  if (/sat|饱和/i.test(text)) return 'sat'
  const molarity = /(\d{1,3}(?:[.,]\d{1,3})?)\s?(?:M\b|mol)/.exec(text)?.[1]
  return molarity === undefined ? undefined : Number(molarity.replace(',', '.'))
}

/** A filling that the table does not have is unknown, never the nearest one. */
function named(kind: Kind, filling: 'sat' | number): string | undefined {
  if (kind === 'SCE' || kind === 'Hg/Hg2SO4') return filling === 'sat' ? usual[kind] : undefined
  if (kind === 'Ag/AgCl') return filling === 'sat' ? usual[kind] : `Ag/AgCl ${filling} M KCl`
  return filling === 'sat' ? undefined : `Hg/HgO ${filling} M NaOH`
}
