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

function line([command, words, about]: (typeof lines)[number]): string {
  const call = `  rum ${[command, words].filter((part) => part !== '').join(' ')}`
  return call.length < width ? `${call.padEnd(width)} ${about}` : `${call}\n${' '.repeat(width)} ${about}`
}

const ofNames = `  --name-template reads file names by place: '{catalyst}_{technique}_{potential}_{replicate}'. A bare number is in the unit of its field (V, h,
  mV/s) with the sign that is written, unless the field says another: {potential:-mV}, {time:min}; {*} says nothing. --ignore leaves files out:
  '*_test*', '*.bak', 'old/**'. Both are kept in the project for that folder; '' takes them back.
`
const takesNames: ReadonlySet<string> = new Set(['analyse', 'watch'])

export const usage = `rum: instrument files to results, without a window

${lines.map(line).join('\n')}

${ofNames}
  rum --version; rum COMMAND --help. --verbose with any of them shows where an error came from.
`

export function usageOf(command: string): string {
  const own = lines.find(([name]) => name === command)
  return own ? `${line(own)}\n${takesNames.has(own[0]) ? `\n${ofNames}` : ''}` : usage
}
