/** Asks again until the answer satisfies, every 25 ms; returns it with the time it took, or fails with the last answer. */
export async function eventually<T>(what: string, ask: () => Promise<T>, satisfies: (answer: T) => boolean, withinMs = 30_000): Promise<{ answer: T; tookMs: number }> {
  const start = performance.now()
  for (;;) {
    const answer = await ask()
    const tookMs = performance.now() - start
    if (satisfies(answer)) return { answer, tookMs }
    if (tookMs > withinMs) throw new Error(`Waited ${withinMs} ms for ${what}; the last answer was ${JSON.stringify(answer)}.`)
    await new Promise((done) => setTimeout(done, 25))
  }
}
