import type { Fixture } from '../fixture'

export const literatureCsv = [
  'catalyst,FE (%),yield (mg/h/mgcat),potential (V vs RHE),electrolyte,DOI', 'Cu foil,61.5,0.25,-0.4,0.5 M K2SO4,10.0000/made.1', '"Fe, SAC",75,0.46,-0.66,0.25 M K2SO4,10.0000/made.2',
  'Ru NC,99,5.56,-0.2,1 M KOH,10.0000/made.3', ''
].join('\n')
export const fixtures: readonly Fixture[] = [{ reader: 'literature-table', name: 'literature.csv', bytes: new TextEncoder().encode(literatureCsv) }]
