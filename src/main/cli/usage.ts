/** The lines of each command, as `rum --help` lists them. */
const lines: readonly (readonly [command: string, words: string, about: string])[] = [
  ['read', 'FILE… [--json] [--reader ID]', 'what is in each file'],
  ['analyse', 'FOLDER [--project NAME.rum] [--xlsx OUT.xlsx [--template YOURS.xlsx]] [--json OUT.json] [--figures DIR] [--name-template TEXT] [--ignore PATTERN]…', 'a folder, once: a short table, and what is named'],
  ['watch', 'FOLDER… --project NAME.rum [--xlsx OUT.xlsx [--template YOURS.xlsx]] [--name-template TEXT] [--ignore PATTERN]…', 'keeps watching until Ctrl+C'],
  ['simulate', 'DIR [--seed N]', 'writes the simulated lab'],
  ['demo', 'DIR', 'the simulated lab, watched live, against the paper'],
  ['fair', 'NAME.rum OUT.zip', 'originals, numbers, conditions and methods as open tables'],
  ['pack', 'NAME.rum OUT.zip', 'the project with its original files as one archive'],
  ['unpack', 'IN.zip NAME.rum', 'the project out of it, on any computer'],
  ['recover', 'NAME.rum FOLDER', 'the original files, even out of a damaged project'],
  ['doctor', '', 'what is installed and reachable']
]
const width = 44

const indent = ' '.repeat(width)
/** Of the commands that read a folder. */
const takesNames: ReadonlySet<string> = new Set(['analyse', 'watch'])
const ofNames = [
  "--name-template '{catalyst}_{technique}_{potential}_{replicate}' reads file names by place; {*} says nothing. A bare number is in the unit of its",
  "field (V, h, mV/s) with the sign that is written, or as {potential:-mV}, {time:min} say. --ignore '*_test*', 'old/**' leaves files out. Both are",
  "kept in the project for that folder; '' takes them back."
].map((text) => `\n${indent} ${text}`).join('')

function line([command, words, about]: (typeof lines)[number]): string {
  const call = `  rum ${[command, words].filter((part) => part !== '').join(' ')}`
  return `${call.length < width ? `${call.padEnd(width)} ${about}` : `${call}\n${indent} ${about}`}${takesNames.has(command) ? ofNames : ''}`
}

export const usage = `rum: instrument files to results, without a window

${lines.map(line).join('\n')}

  rum --version; rum COMMAND --help. --verbose with any of them shows where an error came from.
`

export function usageOf(command: string): string {
  const own = lines.find(([name]) => name === command)
  return own ? `${line(own)}\n` : usage
}
