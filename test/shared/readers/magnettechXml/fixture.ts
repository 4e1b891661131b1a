import type { Fixture } from '../fixture'

export interface EsrCurve { readonly kind: string; readonly name?: string; readonly unit?: string; readonly offset: number; readonly slope: number; readonly values: readonly number[]; readonly mode?: 'Raw' | 'Pre' }
export interface EsrParts { readonly curves: readonly EsrCurve[]; readonly over?: string; readonly units?: boolean; readonly attributes?: string; readonly program?: string }

/** Every number a Base64 of its own. */
export function esrNumbers(values: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(8))
  return values.map((value) => {
    view.setFloat64(0, value, true)
    return btoa(String.fromCharCode(...new Uint8Array(view.buffer)))
  }).join('')
}

/** A measurement of ESRStudio from the layout alone. */
export function esrText({ curves, over = 'BField', units = true, attributes = '', program = 'ESRStudio 1.80.0' }: EsrParts): string {
  const param = (name: string, unit: string, value: string | number): string => `          <Param Name="${name}"${units && unit !== '' ? ` Unit="${unit}"` : ''}>${value}</Param>`
  return [
    '<?xml version="1.0" encoding="utf-8"?>', '<ESRXmlFile Version="1" Timestamp="2026-03-05T09:12:30.7011438Z">', '  <Data>',
    `    <Measurement Name="DMPO_RuFe" Device="MS-5000 [11-0000]" FWV="FW master: 10.0.7&#xD;&#xA;FW slavemw: 10.1.3" SWV="${program}" Timestamp="2026-03-05T10:11:12.7711468+01:00" MwFreq="9.48958423609322" Temperature="22.5" XDatasource="${over}" XUnit="mT" YDatasource="MW_Absorption" YUnit="" MarkerAmplitude="NaN" QFactor="2441.6"${attributes}>`,
    '      <Recipe Name="DMPO" Author="" Type="single" MeasurementCount="1">', '        <Parameters>',
    param('Accumulations', '', 4), param('Bfrom', 'mT', 333), param('Bto', 'mT', 341), param('Modulation', 'mT', 0.1), param('MicrowavePower', 'mW', 6.3), param('KineticMode', '', 'FieldSweep'), param('TempFrom', '°C', 5), param('SpecialFilterType', '', ''),
    '        </Parameters>', '      </Recipe>', '      <DataCurves>',
    ...curves.map(({ kind, name = kind, unit = '', offset, slope, values, mode = 'Pre' }) => `        <Curve Name="${name}" XType="Time" YType="${kind}" XUnit="s" YUnit="${unit}" XOffset="${offset}" XSlope="${slope}" XSummations="1" Mode="${mode}" Compression="Base64">${esrNumbers(values)}</Curve>`),
    '      </DataCurves>', '    </Measurement>', '  </Data>', '</ESRXmlFile>'
  ].join('\r\n')
}

const line = (x: number): number => (-2000 * (x - 337)) / (1 + (x - 337) ** 2) ** 2
export const fieldCurve = (values: readonly number[], offset = 0, slope = 0.02): EsrCurve => ({ kind: 'BField', unit: 'mT', offset, slope, values })
export const spectrumCurve = (values: readonly number[], offset = 0.045, slope = 0.008): EsrCurve => ({ kind: 'MW_Absorption', name: 'MWAbsorption (1st harm.)', offset, slope, values })

const field = Array.from({ length: 80 }, (_, i) => 333 + i / 10)
const spectrum = Array.from({ length: 190 }, (_, i) => line(333.225 + i * 0.04))
export const fixtures: readonly Fixture[] = [{
  reader: 'magnettech-xml', name: 'DMPO_RuFe.xml',
  bytes: new TextEncoder().encode(`\ufeff${esrText({ curves: [fieldCurve(field), { kind: 'MW_AbsorptionSinus', offset: 0, slope: 0.001, values: [1, 2, 3] }, spectrumCurve(spectrum)] })}`)
}]
