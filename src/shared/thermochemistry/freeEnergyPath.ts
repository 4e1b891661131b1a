/** A state of a reaction path: its free energy at U = 0 and how many electrons (with protons) were transferred up to it. */
export interface PathState { readonly name: string; readonly freeEnergy_eV: number; readonly electrons: number }
export interface PathStep { readonly from: string; readonly to: string; readonly dG_eV: number; readonly electrons: number }

/** G(U) = G(0) + n·e·U: at a negative potential every electron transferred lowers the state. U in V vs RHE. Nørskov et al., J. Phys. Chem. B 108 (2004) 17886. */
export const atPotential = (path: readonly PathState[], potential_V_RHE: number): PathState[] =>
  path.map((state) => ({ ...state, freeEnergy_eV: state.freeEnergy_eV + state.electrons * potential_V_RHE }))

export function stepsOf(path: readonly PathState[]): PathStep[] {
  return path.slice(1).map((state, i) => ({
    from: path[i]!.name, to: state.name, dG_eV: state.freeEnergy_eV - path[i]!.freeEnergy_eV, electrons: state.electrons - path[i]!.electrons
  }))
}

/**
 * The electrochemical step (it takes up electrons) that is hardest per electron at U = 0, and the potential at which it, and so every
 * such step, runs downhill: U_L = −ΔG/(n e). Steps without electrons do not answer to the potential. null without one.
 */
export function potentialDeterminingStep(path: readonly PathState[]): (PathStep & { readonly limitingPotential_V: number }) | null {
  const electrochemical = stepsOf(path).filter(({ electrons }) => electrons > 0)
  const hardest = electrochemical.reduce<PathStep | null>((worst, step) => (worst === null || step.dG_eV / step.electrons > worst.dG_eV / worst.electrons ? step : worst), null)
  return hardest && { ...hardest, limitingPotential_V: -hardest.dG_eV / hardest.electrons }
}
