import type { Finding } from '@shared/analyses/analysis'

/** Findings that say the same of different files or runs, by the order of the first of each kind. */
export function alikeFindings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.level}\n${finding.rule}\n${finding.message.id}`
    const known = groups.get(key)
    if (known) known.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()]
}
