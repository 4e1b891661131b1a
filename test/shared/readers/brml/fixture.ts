import { strToU8, zipSync } from 'fflate'
import type { Fixture } from '../fixture'

export interface BrmlScan { readonly rows: readonly (readonly [number, number, number])[]; readonly declared?: number; readonly thetaFirst?: boolean }
export interface BrmlTube { readonly alpha1: string; readonly unit?: string; readonly anode: string }

const axisInfo = (id: string, name: string): string => `<ScanAxisInfo AxisId="${id}" AxisName="${id}" VisibleName="${name}" Unit="°"><Start>0</Start></ScanAxisInfo>`
const silver: BrmlTube = { alpha1: '0.55941', anode: 'Ag' }

/** Rows of 2θ, θ and counts. */
export function rawDataXml({ rows, declared = rows.length, thetaFirst = false }: BrmlScan, { alpha1, unit = 'Å', anode }: BrmlTube = silver): string {
  const axes = [axisInfo('TwoTheta', '2Theta'), axisInfo('Theta', 'Theta')]
  return `<?xml version="1.0"?>\n<RawData xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><TimeStampStarted>2023-08-11T17:04:36.84-04:00</TimeStampStarted><DataRoutes><DataRoute RouteFlag="Measured">
<ScanInformation ScanName="LockedCoupled" VisibleName="Coupled TwoTheta/Theta"><MeasurementPoints>${declared}</MeasurementPoints><TimePerStep>0.5</TimePerStep><TimePerStepEffective>96</TimePerStepEffective><ScanAxes>${(thetaFirst ? axes.toReversed() : axes).join('')}</ScanAxes></ScanInformation>
${rows.map(([twoTheta, theta, counts]) => `<Datum>96,1,${(thetaFirst ? [theta, twoTheta] : [twoTheta, theta]).join(',')},${counts}</Datum>`).join('\n')}</DataRoute></DataRoutes>
<FixedInformation><Instrument><Tube><WaveLengthAlpha1 Unit="${unit}" Value="${alpha1}" /><WaveLengthRatio Unit="" Value="0.5" /><TubeMaterial>${anode}</TubeMaterial></Tube></Instrument></FixedInformation></RawData>`
}

export function brmlBytes(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync({ 'Experiment0/DataContainer.xml': strToU8('<DataContainer/>'), ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), 'experimentCollection.xml': strToU8('<ExperimentCollection/>') })
}

const rows = Array.from({ length: 40 }, (_, i) => [20 + i / 4, 10 + i / 8, 100 + i] as const)
export const fixtures: readonly Fixture[] = [{ reader: 'brml', name: 'RuFe.brml', bytes: brmlBytes({ 'Experiment0/RawData0.xml': rawDataXml({ rows }), 'Experiment0/RawData1.xml': rawDataXml({ rows }) }) }]
