import { comparedCurves } from '../comparedCurves'

export const compareDiffraction = comparedCurves({
  id: 'compare-diffraction', title: 'Diffraction patterns', of: 'diffraction', figure: 'diffraction', yTitle: 'Intensity, moved apart', how: 'scaled', keepsMarks: false,
  assumes: ['each pattern scaled to its own highest and lowest count']
})
