/** What a step does, by the number that Neware stores (BTSDA's own words). */
const statuses = new Map<number, string>([
  [1, 'CC_Chg'],
  [2, 'CC_DChg'],
  [3, 'CV_Chg'],
  [4, 'Rest'],
  [5, 'Cycle'],
  [7, 'CCCV_Chg'],
  [8, 'CP_DChg'],
  [9, 'CP_Chg'],
  [10, 'CR_DChg'],
  [13, 'Pause'],
  [16, 'Pulse'],
  [17, 'SIM'],
  [19, 'CV_DChg'],
  [20, 'CCCV_DChg'],
  [21, 'Control'],
  [22, 'OCV'],
  [26, 'CPCV_DChg'],
  [27, 'CPCV_Chg']
])

/** A number that is not known keeps itself: 'Status 33'. */
export const newareStatus = (code: number): string => statuses.get(code) ?? `Status ${code}`

/** A new cycle can begin with one of these. */
const charging = new Set([1, 7, 9])
const discharging = new Set([2, 8, 10, 17, 19, 20, 26])

/**
 * Cycle numbers as BTSDA shows them ("charge first"): a charge that comes after a discharge begins the next cycle. The number that
 * the file stores counts the loops of the program and stays 1 in a program without any. NaN from the first row of unknown status on.
 */
export function newareCycles(statusCodes: Float64Array): Float64Array {
  const cycles = new Float64Array(statusCodes.length)
  let cycle = 1
  let wasDischarged = false
  let wasCharging = false
  statusCodes.forEach((code, row) => {
    if (Number.isNaN(code)) cycle = NaN
    const isCharging = charging.has(code)
    if (isCharging && !wasCharging && wasDischarged) {
      cycle += 1
      wasDischarged = false
    } else if (discharging.has(code)) wasDischarged = true
    wasCharging = isCharging
    cycles[row] = cycle
  })
  return cycles
}
