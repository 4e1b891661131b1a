/** The step's clock starts at 0 in every step: the steps one after the other. Without step numbers a step begins where the clock goes back. */
export function totalTime(time_s: Float64Array, step: Float64Array | undefined): Float64Array {
  const total = new Float64Array(time_s.length)
  let before = 0
  let last = 0
  time_s.forEach((time, row) => {
    if (row > 0 && (time < last || (step && !Object.is(step[row], step[row - 1])))) {
      before += last
      last = 0
    }
    total[row] = before + time
    if (time > last) last = time
  })
  return total
}
