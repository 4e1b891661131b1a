import { createSendOutcomes } from '../../src/main/api/sendOutcomes'
import type { Project } from '../../src/main/project/project'

/** Asks for a catalyst's outcomes as the window does: those that it has are sent as their version alone. Returns the length of what is sent. */
export function asWindow(project: Project, catalyst: string): () => number {
  const send = createSendOutcomes()
  let known: string[] = []
  return () => {
    const sent = send(project.shown().outcomes.filter((outcome) => outcome.catalyst === catalyst), known)
    known = sent.map(({ version }) => version)
    return sent.reduce((sum, { json }) => sum + (json?.length ?? 0), 0)
  }
}
