/** A made-up but fixed calendar: the first file of the simulated lab begins on 3 March 2025, 09:00. */
const FIRST = Date.UTC(2025, 2, 3, 9)
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const two = (value: number): string => String(value).padStart(2, '0')

export interface LabTime {
  readonly day: string
  readonly month: string
  readonly monthName: string
  readonly year: string
  readonly clock: string
  readonly hour: number
  /** 'mm:ss'. */
  readonly minutes: string
}

/** Parts of a local time, `hours` after the first file. */
export function labTime(hours: number): LabTime {
  const date = new Date(FIRST + Math.round(hours * 3600) * 1000)
  const minutes = `${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
  return {
    day: two(date.getUTCDate()), month: two(date.getUTCMonth() + 1), monthName: months[date.getUTCMonth()]!, year: String(date.getUTCFullYear()),
    hour: date.getUTCHours(), minutes, clock: `${two(date.getUTCHours())}:${minutes}`
  }
}
