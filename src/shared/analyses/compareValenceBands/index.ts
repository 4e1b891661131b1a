import { comparedCurves } from '../comparedCurves'

export const compareValenceBands = comparedCurves({
  id: 'compare-valence-bands', title: 'XPS valence bands', of: 'd-band-xps', figure: 'valence-band', yTitle: 'Intensity, moved apart', how: 'scaled', keepsMarks: true,
  assumes: ['each spectrum scaled to its own highest and lowest count', 'centres of gravity marked', 'background as on the cards']
})
