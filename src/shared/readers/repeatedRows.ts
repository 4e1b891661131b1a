import { evenStep, everyRow, type Column, type Measurement, type NamedValue, type Segment, type Technique } from '../measurement'

/** Rows of a trace that are in it twice; row numbers from 1, without the header. */
export interface RepeatedRows {
  /** 'block': from `first` on the rows from `of` on again, as in a file that was saved twice; 'single': rows like the one before, time included. */
  readonly kind: 'block' | 'single'
  readonly rows: number
  readonly first: number
  readonly of: number
}

/** A recording at a controlled potential answers with its current: a sweep itself is the same every time. */
const swept: ReadonlySet<Technique> = new Set<Technique>(['LSV', 'CV', 'SWV', 'DPV', 'TAFEL'])
const without: ReadonlySet<Technique> = new Set<Technique>(['EIS', 'RUNSHEET', 'TABLE'])

/** Numbers of few digits agree by chance: so many new readings must come again, one behind another; fewer where the whole file is there twice. */
const chanceless = 50
const ofWhole = 10
/** Chance that what is alike merely stood still. */
const mostStill = 0.1
const mostChance = 0.05
/** Comparisons a row, however the file is made. */
const work = 8

/**
 * A row is a duplicate only if its time is, too. One like the row before counts where the clock otherwise goes on and the readings change with
 * it: of a trace at rest, or of a clock coarser than its rows, like rows say nothing. A block counts where time (of a sweep without one the potential)
 * starts anew and every row agrees to the end of what was repeated.
 */
export function repeatedRows({ technique, columns, segments }: Pick<Measurement, 'technique' | 'columns' | 'segments'>): RepeatedRows | null {
  const times = columns.filter(({ quantity, labels }) => quantity === 'time' && !labels)
  const readings = columns.filter(({ quantity, labels }) => (quantity === 'potential' || quantity === 'current') && !labels)
  if (readings.length === 0 || without.has(technique) || times.some(runsOn)) return null
  const clocks = times.map(everyRow)
  if (clocks[0] && alwaysGoesOn(clocks[0])) return null
  const rows = new Rows(clocks, readings.map(everyRow), readings.filter(({ quantity }) => times.length === 0 || swept.has(technique) ? quantity === 'current' : true).map(everyRow))
  return times.length === 0 ? (readings.length > 1 ? blockOfSweeps(rows) : null) : blocks(rows) ?? singles(rows, segments)
}

const factNames = { kind: 'repeatedAs', rows: 'repeatedRows', first: 'firstRepeatedRow', of: 'repeatsRow' } as const

/** As facts of a measurement, for the rule that says it. */
export const repeatedRowsFacts = (found: RepeatedRows): readonly NamedValue[] => (['kind', 'rows', 'first', 'of'] as const).map((key) => ({ name: factNames[key], value: found[key] }))

export function statedRepeatedRows({ facts }: Pick<Measurement, 'facts'>): RepeatedRows | null {
  const [kind, rows, first, of] = (['kind', 'rows', 'first', 'of'] as const).map((key) => facts.find(({ name }) => name === factNames[key])?.value)
  return (kind === 'block' || kind === 'single') && typeof rows === 'number' && typeof first === 'number' && typeof of === 'number' ? { kind, rows, first, of } : null
}

/** Even steps forward, which no row repeats. */
const runsOn = ({ values, repeats }: Column): boolean => repeats?.each === 'step' && evenStep(values, repeats.over, 1) > evenStep(values, repeats.over, 0)

function alwaysGoesOn(clock: Float64Array): boolean {
  for (let row = 1; row < clock.length; row += 1) if (clock[row]! <= clock[row - 1]!) return false
  return true
}

class Rows {
  readonly n: number
  private left: number
  constructor(readonly times: readonly Float64Array[], readonly readings: readonly Float64Array[], /** Readings that nobody sets. */ private readonly answers: readonly Float64Array[]) {
    this.n = Math.min(...[...times, ...readings].map(({ length }) => length))
    this.left = work * this.n
  }

  sameTime(a: number, b: number): boolean { return alike(this.times, a, b) }
  sameReadings(a: number, b: number): boolean { return alike(this.readings, a, b) }
  isStill(row: number): boolean { return alike(this.answers, row - 1, row) }

  /** How many rows from `second` on are those from `first` on, and with how many new readings. */
  run(first: number, second: number): { readonly rows: number; readonly changes: number } {
    let rows = 0
    let changes = 0
    while (first + rows < second && second + rows < this.n && this.left > 0 && this.sameTime(first + rows, second + rows) && this.sameReadings(first + rows, second + rows)) {
      if (rows > 0 && !this.isStill(second + rows)) changes += 1
      rows += 1
      this.left -= 1
    }
    return { rows, changes }
  }

  /** Both copies end where they differ only if that is an end of one of them. */
  isEnd(first: number, second: number): boolean {
    const clock = this.times[0]
    const startsAnew = (row: number): boolean => clock !== undefined && clock[row]! < clock[row - 1]!
    return first === second || second === this.n || startsAnew(first) || startsAnew(second)
  }
}

function alike(columns: readonly Float64Array[], a: number, b: number): boolean {
  for (const values of columns) {
    const [x, y] = [values[a]!, values[b]!]
    if (x !== y && !(Number.isNaN(x) && Number.isNaN(y))) return false
  }
  return true
}

/** Where the clock goes back, the rows before that had this time. */
function blocks(rows: Rows): RepeatedRows | null {
  const clock = rows.times[0]!
  const copies: { readonly row: number; readonly first: number; readonly rows: number }[] = []
  let start = 0
  let isCycled = false
  for (let row = 1; row < rows.n; row += 1) {
    if (!(clock[row]! < clock[row - 1]!)) continue
    const candidates = new Set([0, placeOf(clock, clock[row]!, start, row)])
    const best = [...candidates].map((first) => ({ first, ...rows.run(first, row) })).reduce((a, b) => (b.rows > a.rows ? b : a))
    start = row
    // Short steps of few digits that come again as they were: those of a cycled cell may all be alike.
    if (!counts(rows, best, row)) isCycled ||= best.changes > 0 && rows.isEnd(best.first + best.rows, row + best.rows)
    if (isCycled || !counts(rows, best, row)) continue
    copies.push({ row, ...best })
    row += best.rows - 1
    // What follows is compared with the last stretch of the copy.
    for (start = row; start > 0 && !(clock[start]! < clock[start - 1]!);) start -= 1
  }
  return copies.length === 0 ? null : { kind: 'block', rows: copies.reduce((sum, { rows: n }) => sum + n, 0), first: copies[0]!.row + 1, of: copies[0]!.first + 1 }
}

/** Sweeps without a clock: the first row comes again, and every row behind it. */
function blockOfSweeps(rows: Rows): RepeatedRows | null {
  for (let row = 1; row < rows.n; row += 1) {
    if (!rows.sameReadings(0, row)) continue
    const again = { first: 0, ...rows.run(0, row) }
    if (counts(rows, again, row)) return { kind: 'block', rows: again.rows, first: row + 1, of: 1 }
  }
  return null
}

function counts(rows: Rows, { first, rows: n, changes }: { readonly first: number; readonly rows: number; readonly changes: number }, second: number): boolean {
  const isWhole = first === 0 && n === second && second + n === rows.n
  return changes >= (isWhole ? ofWhole : chanceless) && rows.isEnd(first + n, second + n)
}

/** The row of [from, to) with this time, among times that do not go back. */
function placeOf(clock: Float64Array, time: number, from: number, to: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (clock[middle]! < time) low = middle + 1
    else high = middle
  }
  return low
}

/** A step may begin with the row that the one before ended with. */
function singles(rows: Rows, segments: readonly Segment[]): RepeatedRows | null {
  const starts = new Set(segments.map(({ start }) => start))
  let [like, unlike, still, moved, first] = [0, 0, 0, 0, -1]
  let stood = false
  for (let row = 1; row < rows.n; row += 1) {
    if (rows.sameTime(row - 1, row)) {
      if (starts.has(row)) continue
      if (rows.sameReadings(row - 1, row)) {
        like += 1
        if (first < 0) first = row
      } else unlike += 1
      stood = true
    } else if (rows.isStill(row)) still += 1
    else moved += 1
  }
  if (!stood) return null
  const chance = (still + 1) / (still + moved + 2)
  const isCoarse = 10 * unlike > like
  return like === 0 || isCoarse || chance > mostStill || chance ** like > mostChance ? null : { kind: 'single', rows: like, first: first + 1, of: first }
}
