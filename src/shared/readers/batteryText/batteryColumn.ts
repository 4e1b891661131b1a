/** What a column of a battery tester's table holds, by its header; English and Chinese names of Neware, Land and Maccor. */
export type BatteryKind =
  | 'record'
  | 'cycle'
  | 'programCycle'
  | 'step'
  | 'status'
  | 'totalTime'
  | 'stepTime'
  | 'potential'
  | 'current'
  | 'capacity'
  | 'energy'
  | 'temperature'
  | 'date'
  | 'other'

export interface BatteryHeader {
  readonly name: string
  readonly unit: string
  readonly kind: BatteryKind
}

const timeUnits = new Map([
  ['s', 's'],
  ['sec', 's'],
  ['min', 'min'],
  ['h', 'h'],
  ['hr', 'h'],
  ['ms', 'ms'],
  ['h:min:s.ms', 's'],
  ['h:min:s', 's'],
  ['hh:mm:ss', 's'],
  ['d-h:m:s', 's']
])
/** Maccor's words are unit and quantity in one. */
const words = new Map<string, readonly [kind: BatteryKind, unit: string]>([
  ['volts', ['potential', 'V']],
  ['amps', ['current', 'A']],
  ['mamps', ['current', 'mA']],
  ['amp-hr', ['capacity', 'Ah']],
  ['mamp-hr', ['capacity', 'mAh']],
  ['watt-hr', ['energy', 'Wh']],
  ['mwatt-hr', ['energy', 'mWh']]
])
const bases = new Map<string, BatteryKind>(
  (
    [
      ['record', 'rec rec# record recordid index datapoint recordindex 记录序号 数据序号'],
      ['cycle', 'cyclec cyc# cycle cycleid cycleindex cycleno 循环序号 循环号 循环'],
      ['programCycle', 'cyclep'],
      ['step', 'step stepid stepindex stepno 工步序号 工步号 工步'],
      ['status', 'md state status steptype stepname stepstate stepstatus mode 状态 工步类型 工步状态'],
      ['totalTime', 'testtime totaltime cumulativetime 测试时间 总时间'],
      ['stepTime', 'steptime time relativetime 步骤时间 工步时间 相对时间 时间'],
      ['potential', 'voltage volt 电压'],
      ['current', 'current cur 电流'],
      ['capacity', 'capacity cap cap. 容量'],
      ['energy', 'energy ener. 能量'],
      ['temperature', 'temperature temp 温度'],
      ['date', 'dpttime realtime date datetime systime absolutetime 系统时间 绝对时间 日期']
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const))
)

/** 'Cap. [Ah]', 'Current(mA)', 'Voltage/V', 'mAmp-hr', 'Test (Sec)' → name as it is, unit and what it is. */
export function batteryColumn(header: string): BatteryHeader {
  const name = header.trim()
  const word = words.get(name.toLowerCase())
  if (word) return { name, kind: word[0], unit: word[1] }
  const opening = ['[', '(', '/', '（'].map((mark) => name.indexOf(mark)).filter((at) => at > 0)
  const at = opening.length > 0 ? Math.min(...opening) : name.length
  const written = name
    .slice(at + 1)
    .replace(/[\])）.]+$/, '')
    .trim()
  const base = name
    .slice(0, at)
    .toLowerCase()
    .replace(/[\s_-]/g, '')
  const timeUnit = timeUnits.get(written.toLowerCase())
  if (timeUnit !== undefined && (base === 'test' || base === 'step'))
    return { name, kind: base === 'test' ? 'totalTime' : 'stepTime', unit: timeUnit }
  const kind = bases.get(base) ?? 'other'
  const isTime = kind === 'totalTime' || kind === 'stepTime'
  return {
    name,
    kind: kind === 'current' && /[/(]/.test(written) ? 'other' : kind,
    unit: isTime ? (timeUnit ?? written) : kind === 'date' ? '' : written
  }
}
