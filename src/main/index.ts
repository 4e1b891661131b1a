/** `rum-workbench --cli read …` is the command line of the installed app; anything else opens the window. */
const cliAt = process.argv.indexOf('--cli')

if (cliAt < 0) await import('./desktop')
else await (await import('./desktop/cliMode')).runCliMode(process.argv.slice(cliAt + 1))

export {} // makes this a module, which may await
