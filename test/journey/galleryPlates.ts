/** A panel: where its figure is taken from in the dialog, its key there, what stands above it, and words that it must hold. */
export interface PanelChoice { readonly source: string; readonly key: string; readonly label: string; readonly words: readonly string[] }
/** A figure of the paper, its panels in their order. */
export interface Plate { readonly name: string; readonly columns: number; readonly panels: readonly PanelChoice[] }

const alloys = ['RuFe-NC', 'RuCo-NC', 'RuNi-NC', 'RuCu-NC', 'Ru-NC'] as const
const compared = (label: string, analysis: string, figure: string, words: readonly string[] = alloys): PanelChoice => ({ source: 'Comparison', key: `comparison ${analysis} ${figure}`, label, words })
const of = (catalyst: string, label: string, analysis: string, figure: string, words: readonly string[]): PanelChoice => ({ source: catalyst, key: `catalyst ${catalyst} ${analysis} ${figure}`, label, words })
/** One panel a catalyst; the letter stands at the first. */
const each = (letter: string, analysis: string, figure: string, words: readonly string[]): PanelChoice[] => alloys.map((catalyst, i) => of(catalyst, i === 0 ? `${letter}  ${catalyst}` : catalyst, analysis, figure, words))

export const plates: readonly Plate[] = [
  { name: 'fig-1', columns: 2, panels: [
    compared('b', 'compare-pdos', 'compare-pdos', alloys), compared('c', 'compare-free-energy', 'compare-adsorbed-states', [...alloys, '*NO₃', '*NO₂', '*H']),
    compared('d', 'compare-free-energy', 'compare-free-energy-2', [...alloys, '*H₂O', '½H₂']), compared('e', 'compare-free-energy', 'compare-free-energy', [...alloys, 'NO₃⁻', '*HNO₂'])
  ] },
  { name: 'fig-2', columns: 2, panels: [compared('f', 'compare-diffraction', 'compare-diffraction', ['2θ']), compared('g', 'compare-core-levels', 'compare-xps-Ru-3p3-2', ['Binding energy', '462']), compared('h', 'compare-valence-bands', 'compare-valence-bands', ['Binding energy'])] },
  { name: 'fig-3', columns: 2, panels: [
    compared('a', 'compare-linear-sweep', 'compare-linear-sweep', ['E vs RHE', 'without NO₃⁻ (dashed)']), compared('b', 'compare-faradaic-efficiency', 'compare-faradaic-efficiency', [...alloys, 'FE']),
    compared('c', 'compare-yield', 'compare-yield'), compared('d', 'compare-nitrite-ratio', 'compare-nitrite-ratio'), compared('e', 'compare-kinetics', 'compare-kinetics'),
    compared('f', 'performance-radar', 'performance-radar'), of('RuCo-NC', 'g  RuCo-NC', 'recycling-stability', 'recycling-fe', ['10']), compared('h', 'compare-literature', 'literature-fe-potential', ['Huang et al. 2026'])
  ] },
  { name: 'fig-4', columns: 3, panels: [
    ...each('a', 'vibrational-bands', 'stack-RAMAN', ['Raman shift', '−0.5 V']), ...each('c', 'vibrational-bands', 'stack-IR', ['Wavenumber'])
  ] },
  { name: 'fig-4b', columns: 2, panels: [compared('b', 'compare-spin-trapping', 'compare-spin-trapping', ['Magnetic field', 'without NO', ...alloys]), compared('b', 'compare-spin-trapping', 'compare-hydrogen', ['with NO', ...alloys])] },
  { name: 'fig-s47', columns: 2, panels: [
    of('RuFe-NC', 'a', 'zn-nitrate-battery', 'battery-ocv', ['Time', 'Cell voltage']), of('RuFe-NC', 'b', 'zn-nitrate-battery', 'battery-discharge', ['Specific capacity', '600', '5 mA cm⁻²']),
    of('RuFe-NC', 'c', 'zn-nitrate-battery', 'battery-polarisation', ['Cell voltage']), of('RuFe-NC', 'c', 'zn-nitrate-battery', 'battery-power', ['mW']),
    of('RuFe-NC', 'c', 'zn-nitrate-battery', 'battery-cycles', ['Cycle']), of('RuFe-NC', 'd', 'zn-nitrate-battery', 'battery-steps', ['Time']),
    of('RuFe-NC', 'e', 'zn-nitrate-battery', 'battery-fe', ['NH₃']), of('RuFe-NC', 'e', 'zn-nitrate-battery', 'battery-yield', ['NH₃ yield'])
  ] }
]
