/** Thin error bars with caps of a fixed width. */
export function errorBarStyle(colour: string): Record<string, unknown> {
  return {
    errorBarColor: { v: [colour] }, errorBarWhiskerColor: { v: [colour] }, errorBarLineWidth: { v: [1.2] }, errorBarWhiskerLineWidth: { v: [1.2] },
    errorBarWhiskerRatio: { v: [0] }, errorBarWhiskerSize: { v: [7] }
  }
}
