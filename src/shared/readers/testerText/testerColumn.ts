import type { BatteryHeader, BatteryKind } from '../batteryText/batteryColumn'

export interface TesterHeader extends BatteryHeader {
  /** The name without its unit, blanks and underscores: 'Charge_Capacity(Ah)' → 'chargecapacity'. */ readonly base: string
  /** Written as the Battery Data Format does: 'Voltage / V', or 'voltage_volt' for programs. */ readonly isBdf: boolean
}

/** Of charge and discharge, each in its own column, the charge has the quantity, as in a Neware file; the discharge keeps its name. */
const kinds = new Map<string, BatteryKind>(
  (
    [
      ['record', 'datapoint recordindex'],
      ['cycle', 'cycleindex cycleid cyclecount cycle'],
      ['step', 'stepindex stepid stepcount step'],
      ['status', 'steptype instructionname'],
      ['totalTime', 'testtime totaltime'],
      ['stepTime', 'steptime'],
      ['potential', 'voltage'],
      ['current', 'current'],
      ['capacity', 'chargecapacity chargingcapacity'],
      ['energy', 'chargeenergy chargingenergy'],
      ['temperature', 'temp temperature temperaturet1 surfacetemperature surfacetemperaturet1 cellsurfacetemperature auxtemperature1'],
      ['date', 'datetime realtime']
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const))
)
/** Units that BDF spells out in the names for programs. */
const spelledUnits = new Map(
  'second s millisecond ms volt V millivolt mV ampere A milliampere mA ah Ah wh Wh watt W celsius degC ohm ohm hertz Hz degree deg pa Pa'
    .split(' ')
    .map((word, i, all) => [word, all[i + 1] ?? ''] as const)
    .filter((_, i) => i % 2 === 0)
)
const timeUnits = new Map([['seconds', 's'], ['minutes', 'min'], ['decimal hours', 'h']])

interface Parts { readonly base: string; readonly unit: string; readonly isBdf: boolean }

function partsOf(name: string): Parts {
  const slash = name.lastIndexOf(' / ')
  if (slash > 0) return { base: name.slice(0, slash), unit: name.slice(slash + 3).trim(), isBdf: true }
  const closed = /^([^([]+)[([]([^()[\]]*)[)\]](.*)$/.exec(name)
  if (closed) return { base: closed[1]! + closed[3]!, unit: closed[2]!.trim(), isBdf: false }
  const spelled = /^([a-z0-9_]+)_([a-z]+)$/.exec(name)
  const unit = spelled && spelledUnits.get(spelled[2]!)
  return unit ? { base: spelled[1]!, unit, isBdf: true } : { base: name, unit: '', isBdf: false }
}

/** 'Test_Time(s)', 'Charge Capacity (Ah)', 'Voltage / V', 'voltage_volt', 'Total Time (Seconds)' → name as it is, unit and what it is. */
export function testerColumn(header: string): TesterHeader {
  const name = header.trim()
  const { base: written, unit, isBdf } = partsOf(name)
  const base = written.toLowerCase().replace(/[\s_-]/g, '')
  const kind = kinds.get(base) ?? 'other'
  // Older PEC software writes 'Charge Capacity (mWh)' for the energy.
  const isEnergy = kind === 'capacity' && /wh$/i.test(unit)
  return { name, base, isBdf, kind: isEnergy ? 'energy' : kind, unit: timeUnits.get(unit.toLowerCase()) ?? unit }
}
