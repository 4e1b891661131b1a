import { comparedCurves } from '../comparedCurves'

export const compareSpinTrapping = comparedCurves({
  id: 'compare-spin-trapping', title: 'EPR of spin adducts', of: 'spin-trapping', figure: 'epr', yTitle: 'dχ″/dB, moved apart', how: 'as measured', keepsMarks: false,
  assumes: ['one scale for all, signals as recorded: compare heights only where scans, gain and power were the same']
})
