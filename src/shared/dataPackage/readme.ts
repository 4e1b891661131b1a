/** What a person or another program needs to make every number again. */
export const packageReadme = (project: string, appVersion: string, simulated: boolean): string => `# ${project === '' ? 'RuM Workbench project' : project}
${simulated ? '\n**The data are simulated by the program, not measured.**\n' : ''}
Written by RuM Workbench ${appVersion}. All tables are UTF-8, comma-separated (RFC 4180), numbers with a decimal point at full precision, an empty cell
where there is no number. Text that begins with = + - @ has an apostrophe in front, so that no spreadsheet takes it for a formula.

| file | holds |
| --- | --- |
| originals/ | every instrument file as it was, byte for byte |
| measurements/ | the columns of each measurement as numbers; header: name [unit] |
| entries.csv | what each id is: a measurement of a file, or a reading typed into a run sheet |
| conditions.csv | every condition of every entry, with who stated it and where |
| results.csv | every result with its uncertainty (u, k = 1), unit, conditions, the terms of its equation and the entries it was made of |
| methods.json | equations with their sources, the settings that were used, constants and units of the terms |
| findings.csv | what the plausibility rules found, and why it was accepted |
| ro-crate-metadata.json | this list for machines (RO-Crate 1.1), with SHA-256 sums |

## To compute a Faradaic efficiency again
1. Take a row of results.csv with the metric fe_nh3; \`inputs\` names the trace and the readings.
2. Q is the integral of current over time (trapezoidal rule) of the trace in measurements/.
3. The concentration is (A \u2212 intercept)/slope with the line through the standards (role "standard" in conditions.csv), times the dilution, less that of the blank.
4. n = c\u00b7V/M with the volume of the run and the molar mass in methods.json; FE = 100\u00b78\u00b7F\u00b7n/|Q|.

The same numbers stand in \`terms\` of the row: FE = 100\u00b7electrons\u00b7F\u00b7n/|charge_C| with n = (concentration_ug_mL\u00b7basisFactor\u00b7dilution \u2212 blank_ug_mL)\u00b7volume_mL\u00b71e-6/molarMass_g_mol. A yield is n\u00b7M/(time_h\u00b7mass_mg) or /(time_h\u00b7area_cm2): time_h as stated in conditions.csv, else the length of the trace; mass_mg as stated, else loading_mg_cm2\u00b7area_cm2.
`
