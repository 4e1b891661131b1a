import type { Fixture } from '../fixture'

export interface WrittenScan {
  readonly axes: readonly { readonly name: string; readonly range?: readonly [number, number]; readonly list?: readonly number[]; readonly common?: number }[]
  readonly intensities: readonly number[]
  readonly tag?: 'intensities' | 'counts'
  readonly attenuation?: readonly number[]
  readonly status?: string
}

export function xrdmlText(scans: readonly WrittenScan[], options: { readonly alpha1?: string; readonly unit?: string; readonly anode?: string; readonly version?: string } = {}): string {
  const { alpha1 = '1.788965', unit = 'Angstrom', anode = 'Co', version = '1.5' } = options
  const scanText = ({ axes, intensities, tag = 'intensities', attenuation, status = 'Completed' }: WrittenScan): string => `<scan appendNumber="0" mode="Continuous" scanAxis="2Theta" status="${status}"><header><startTimeStamp>2024-05-06T07:08:09+01:00</startTimeStamp></header><dataPoints>${
    axes.map(({ name, range, list, common }) => `<positions axis="${name}" unit="deg">${range ? `<startPosition>${range[0]}</startPosition><endPosition>${range[1]}</endPosition>` : list ? `<listPositions>${list.join(' ')}</listPositions>` : `<commonPosition>${common}</commonPosition>`}</positions>`).join('')
  }<commonCountingTime unit="seconds">0.44</commonCountingTime>${attenuation ? `<beamAttenuationFactors>${attenuation.join(' ')}</beamAttenuationFactors>` : ''}<${tag} unit="counts">${intensities.join(' ')}</${tag}></dataPoints></scan>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xrdMeasurements xmlns="http://www.xrdml.com/XRDMeasurement/${version}" status="Completed"><sample type="To be analyzed"><id>7</id><name>RuFe &amp; RuCo</name></sample><xrdMeasurement measurementType="Scan" status="Completed">
<usedWavelength intended="K-Alpha"><kAlpha1 unit="${unit}">${alpha1}</kAlpha1><kAlpha2 unit="${unit}">1.79285</kAlpha2><ratioKAlpha2KAlpha1>0.5</ratioKAlpha2KAlpha1></usedWavelength>
<incidentBeamPath><xRayTube><tension unit="kV">40</tension><anodeMaterial>${anode}</anodeMaterial></xRayTube></incidentBeamPath>${scans.map(scanText).join('\n')}</xrdMeasurement></xrdMeasurements>\n`
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const intensities = Array.from({ length: 21 }, (_, i) => 8 + (i % 5))
export const fixtures: readonly Fixture[] = [
  { reader: 'xrdml', name: 'RuFe.xrdml', bytes: bytes(xrdmlText([{ axes: [{ name: '2Theta', range: [20, 40] }, { name: 'Omega', common: 4 }], intensities }])) },
  { reader: 'xrdml', name: 'series.xrdml', bytes: bytes(xrdmlText([1, 2].map((phi) => ({ axes: [{ name: '2Theta', range: [20, 40] as const }, { name: 'Phi', common: phi }], intensities })))) }
]
