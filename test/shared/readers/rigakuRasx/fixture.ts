import { strToU8, zipSync } from 'fflate'
import type { Fixture } from '../fixture'

export interface RasxScan { readonly rows: readonly (readonly [angle: number, counts: number, factor: number])[]; readonly axis?: string; readonly declared?: number; readonly start?: string; readonly sample?: string }

const conditions = ({ rows, axis = 'TwoThetaTheta', declared = rows.length, start = '2024-05-10T02:42:03Z', sample = 'RuFe-NC' }: RasxScan): string => `\ufeff<?xml version="1.0" encoding="utf-8"?>
<MeasurementConditions><GeneralInformation><Operator>lab</Operator><Comment /><SampleName>${sample}</SampleName></GeneralInformation>
<HWConfigurations><XrayGenerator><TargetName>Cu</TargetName><WavelengthKbeta>1.392246</WavelengthKbeta><WavelengthKalpha1>1.540593</WavelengthKalpha1><WavelengthKalpha2>1.544414</WavelengthKalpha2></XrayGenerator></HWConfigurations>
<ScanInformation><AxisName>${axis}</AxisName><Mode>CONTINUOUS</Mode><Start>5</Start><Stop>80</Stop><Step>0.08</Step><Speed>0.5</Speed><SpeedUnit>deg/min</SpeedUnit><PositionUnit>deg</PositionUnit><IntensityUnit>counts</IntensityUnit>
<StartTime>${start}</StartTime><DataCount>${declared}</DataCount></ScanInformation><RASHeader><Pair><string>*HW_ATTACHMENT_NAME</string><string>RxRy</string></Pair><Pair><string>*FILE_MD5</string><string /></Pair></RASHeader></MeasurementConditions>`

export function rasxBytes(scans: readonly RasxScan[], { withConditions = true, extra = {} }: { withConditions?: boolean; extra?: Readonly<Record<string, string>> } = {}): Uint8Array {
  const parts = scans.flatMap((scan, i) => [
    [`Data${i}/Profile${i}.txt`, `\ufeff${scan.rows.map(([angle, counts, factor]) => `${angle.toFixed(4)}\t${counts}\t${factor}\r\n`).join('')}`] as const,
    ...(withConditions ? [[`Data${i}/MesurementConditions${i}.xml`, conditions(scan)] as const] : [])
  ])
  return zipSync(Object.fromEntries([...parts, ['root.xml', '<Root />'] as const, ...Object.entries(extra)].map(([name, text]) => [name, strToU8(text)])))
}

export const rows = Array.from({ length: 60 }, (_, i) => [20 + i / 50, 100 + i, 1] as const)
export const fixtures: readonly Fixture[] = [{ reader: 'rigaku-rasx', name: 'RuFe.rasx', bytes: rasxBytes([{ rows }, { rows }]) }]
