/** The work, unless it is still under way: a share that is gone answers late. What fails is done again with the next call. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | null = null
  return () => (underWay ??= work().catch(() => undefined).finally(() => { underWay = null }))
}
