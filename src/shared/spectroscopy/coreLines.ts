/** A photoelectron line and the range of binding energies where its maximum is looked for, eV. */
export interface CoreLine { readonly name: string; readonly from_eV: number; readonly to_eV: number; readonly note?: string }

/** Charge reference: adventitious carbon at 284.8 eV. */
export const carbonReference = { name: 'C 1s', from_eV: 282, to_eV: 288, position_eV: 284.8 } as const

/** Moulder et al., Handbook of X-ray Photoelectron Spectroscopy (1992), ranges of compounds. */
export const coreLines: readonly CoreLine[] = [
  { name: 'C 1s', from_eV: 282, to_eV: 288 },
  { name: 'N 1s', from_eV: 395, to_eV: 406 },
  { name: 'O 1s', from_eV: 527, to_eV: 536 },
  { name: 'Ru 3p3/2', from_eV: 458, to_eV: 468 },
  { name: 'Ru 3p1/2', from_eV: 480, to_eV: 490 },
  { name: 'Ru 3d5/2', from_eV: 278.5, to_eV: 282.5, note: 'Ru 3d3/2 lies under C 1s; Ru 3p is the safer line' },
  { name: 'Fe 2p3/2', from_eV: 705, to_eV: 716 },
  { name: 'Co 2p3/2', from_eV: 776, to_eV: 786 },
  { name: 'Ni 2p3/2', from_eV: 850, to_eV: 861 },
  { name: 'Cu 2p3/2', from_eV: 930, to_eV: 938 }
]
