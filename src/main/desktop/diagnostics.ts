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
  return `${withoutHome(lines.join('\n'), homedir())}\n`
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

/** Without the name of whoever is logged in: also as an address (file:///C:/Users/Max%20M), and on Windows in any case and with any slash. */
export function withoutHome(text: string, home: string): string {
  if (!/[^\\/]/.test(home)) return text // a user whose home is the root has no name in it
  const plain = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const parts = home.split(/[\\/]/).map((part) => [...new Set([part, encodeURI(part)])].map(plain).join('|'))
  return text.replace(new RegExp(parts.map((part) => `(?:${part})`).join('[\\\\/]'), home.includes('\\') ? 'gi' : 'g'), '~')
}
