import type { Fixture } from '../fixture'
import { splitParts, stepXml, testInfo, zip64, type TestRow } from './ndaxWriter'

/** Rest, discharge, charge, each of 20 rows of 1 s. */
export const testRows: readonly TestRow[] = Array.from({ length: 60 }, (_, i) => {
  const step = 1 + Math.floor(i / 20)
  const time_s = i % 20
  const current_mA = [0, -36, 18][step - 1]!
  return {
    step,
    time_s,
    current_mA,
    voltage_V: 1.5 - 0.001 * i,
    charge_mAh: current_mA > 0 ? (current_mA * time_s) / 3600 : 0,
    discharge_mAh: current_mA < 0 ? (-current_mA * time_s) / 3600 : 0
  }
})
export const testSteps = [
  { cycle: 1, stepIndex: 1, status: 4 },
  { cycle: 1, stepIndex: 2, status: 2 },
  { cycle: 1, stepIndex: 3, status: 1 }
] as const

const parts = new Map([...splitParts(17, testRows, testSteps, 1), ['TestInfo.xml', testInfo()], ['Step.xml', stepXml()]])
export const fixtures: readonly Fixture[] = [{ reader: 'neware-ndax', name: 'zn cell.ndax', bytes: zip64(parts) }]
