import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import type { ProjectFacts } from '../project/projectFacts'

export interface DiagnosticsInput {
  readonly versions: Readonly<Record<string, string>>
  /** null while no project is open. */
  readonly project: ProjectFacts | null
  readonly logPath: string
}

const mostLogLines = 200

/** What somebody may paste into a report: versions, counts and the end of the log. No name, no value and no path of the data. */
export function diagnosticsText({ versions, project, logPath }: DiagnosticsInput): string {
  const lines = [
    ...Object.entries(versions).map(([name, value]) => `${name}: ${value}`),
    ...(project ? Object.entries(project).map(([name, value]) => `${name}: ${String(value)}`) : ['project: none is open']),
    '', 'log:', ...lastLines(logPath)
  ]
  return `${lines.join('\n').replaceAll(homedir(), '~')}\n`
}

function lastLines(path: string): string[] {
  const text = ['.old', ''].map((end) => textOf(`${path}${end}`)).join('')
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.length === 0 ? ['nothing was noted'] : lines.slice(-mostLogLines)
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // nothing has been noted yet
  }
}
