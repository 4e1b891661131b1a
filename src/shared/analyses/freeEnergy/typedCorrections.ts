import { stateKey } from '../../thermochemistry/pathwayText'
import { correctionText, type KnownState } from './energyPaths'

export interface TypedCorrections {
  /** The states with their corrections added. */
  readonly apply: (states: readonly KnownState[]) => KnownState[]
  /** Parts that are no correction. */
  readonly unreadable: readonly string[]
}

/** Corrections typed on the card: '*NO +0.12 (ACS Catal. 12, 2022); NH3(g) -0.1', in eV, each with its source in brackets. */
export function typedCorrections(text: string): TypedCorrections {
  const corrections = new Map<string, { readonly value: number; readonly source: string }>()
  const unreadable: string[] = []
  for (const part of text.split(';').map((one) => one.trim()).filter((one) => one !== '')) {
    const [, species, sign, digits, source] = /^(\S+?)\s*[:=\s]\s*([+\u2212-]?)\s*(\d+(?:[.,]\d+)?)\s*(?:eV)?\s*(?:\((.*)\))?$/.exec(part) ?? []
    if (species === undefined) unreadable.push(part)
    else corrections.set(stateKey(species), { value: (sign === '-' || sign === '\u2212' ? -1 : 1) * Number(digits!.replace(',', '.')), source: source ?? '' })
  }
  return {
    unreadable,
    apply: (states) => states.map((state) => {
      const correction = corrections.get(stateKey(state.name))
      return correction ? { ...state, freeEnergy_eV: state.freeEnergy_eV + correction.value, corrections: [...(state.corrections ?? []), { eV: correction.value, source: correction.source }], origin: `${state.origin}${correctionText(state.name, correction.value, correction.source)}` } : state
    })
  }
}
