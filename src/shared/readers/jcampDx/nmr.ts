import type { NamedValue } from '../../measurement'
import type { JcampBlock } from './jcampBlocks'

/** NTUPLES give the real and the imaginary part as blocks of their own: 'SPECTRUM/REAL [ARBITRARY UNITS]'. */
export interface JcampSpectrum { readonly block: JcampBlock; readonly imaginary?: JcampBlock }

export const partOf = ({ yUnits }: JcampBlock): 'real' | 'imaginary' | null => (/\/REAL\b/i.test(yUnits) ? 'real' : /\/IMAG/i.test(yUnits) ? 'imaginary' : null)

/** The imaginary part goes beside the real one that it follows. */
export function spectraOf(blocks: readonly JcampBlock[]): JcampSpectrum[] {
  const spectra: JcampSpectrum[] = []
  for (const block of blocks) {
    const last = spectra.at(-1)
    const belongs = last && !last.imaginary && partOf(last.block) === 'real' && partOf(block) === 'imaginary' && last.block.title === block.title && last.block.x.length === block.x.length && last.block.x[0] === block.x[0]
    if (belongs) spectra[spectra.length - 1] = { ...last, imaginary: block }
    else spectra.push({ block })
  }
  return spectra
}

export const isFid = ({ dataType }: JcampBlock): boolean => /NMR\s*FID/i.test(dataType)

/** Frequency in MHz, nucleus ('^1H' → '1H'), solvent and number of scans, where the file states them. */
export function nmrFacts({ labels }: JcampBlock): NamedValue[] {
  const observe = Number.parseFloat(labels.get('.OBSERVEFREQUENCY') ?? labels.get('OBSERVEFREQUENCY') ?? 'NaN')
  const nucleus = (labels.get('.OBSERVENUCLEUS') ?? '').replace(/[\^<>]/g, '').trim()
  const solvent = (labels.get('.SOLVENTNAME') ?? labels.get('$SOLVENT') ?? '').replace(/[<>]/g, '').trim()
  const scans = Number.parseInt(labels.get('.AVERAGES') ?? labels.get('$NS') ?? labels.get('$SCANS') ?? 'NaN', 10)
  return [
    ...(observe > 0 ? [{ name: 'observeFrequency_MHz', value: observe }] : []), ...(nucleus === '' ? [] : [{ name: 'nucleus', value: nucleus }]),
    ...(solvent === '' ? [] : [{ name: 'solvent', value: solvent }]), ...(scans > 0 ? [{ name: 'scans', value: scans }] : [])
  ]
}
