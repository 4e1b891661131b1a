import type { Driver } from './driver'

/** Reasons that somebody gave, by the key of the finding. */
export const readAcknowledgements = (driver: Driver): Map<string, string> =>
  new Map(driver.all<{ finding: string; reason: string }>('SELECT finding, reason FROM acknowledgements').map(({ finding, reason }) => [finding, reason]))
