import type { Entry } from '../../project'
import type { Need } from '../analysis'
import { analyteOfEntry } from '../../electrochemistry/electrolysis'
import { roleOf } from '../../electrochemistry/role'
import { calibrationName } from '../../electrochemistry/calibrationFit'
import { basisOf, type Analyte, type Basis } from '../../electrochemistry/species'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import { message } from '../../message'

/** A standard as its row or file states it; `absorbance` null: to be read from its spectrum. */
export interface Standard {
  readonly entry: string
  readonly name: string
  readonly concentration_ug_mL: number
  /** null: the row does not say which species the concentration is stated in. */
  readonly basis: Basis | null
  readonly absorbance: number | null
}

/** Standards that make one line; `name` tells it from others of the same analyte, '' where the standards state none. */
export interface StandardSeries { readonly analyte: Analyte; readonly name: string; readonly standards: readonly Standard[] }

export interface Standards {
  readonly series: readonly StandardSeries[]
  readonly needs: readonly Need[]
}

/** All standards of the project, and what is missing of them; null when nothing here is about a calibration. */
export function findStandards(entries: readonly Entry[]): Standards | null {
  const groups = new Map<Analyte, Standard[]>()
  const needs: Need[] = []
  for (const entry of entries) {
    const analyte = analyteOfEntry(entry)
    if (roleOf(entry) === 'standard') {
      if (!canBeReading(entry)) continue
      const standard = standardOf(entry, analyte)
      if ('message' in standard) needs.push(standard)
      else if (analyte) groups.set(analyte, [...(groups.get(analyte) ?? []), standard])
    } else if (analyte && isReading(entry) && !groups.has(analyte)) groups.set(analyte, [])
  }
  if (groups.size === 0 && needs.length === 0) return null
  const order: readonly Analyte[] = ['NH3', 'NO2', 'NO3', 'H2']
  return { series: order.flatMap((analyte) => seriesOf(analyte, groups.get(analyte))), needs }
}

/** Standards of another calibration never move the line of an earlier one. */
function seriesOf(analyte: Analyte, standards: readonly Standard[] | undefined): StandardSeries[] {
  if (!standards) return []
  const names = [...new Set(standards.map(({ name }) => name))].sort()
  return names.length === 0 ? [{ analyte, name: '', standards }] : names.map((name) => ({ analyte, name, standards: standards.filter((standard) => standard.name === name) }))
}

/** A typed absorbance or a UV-Vis spectrum. */
function isReading(entry: Entry): boolean {
  return entry.fields.absorbance !== undefined || isSpectrum(entry)
}

/** Other instruments have standards of their own: of corundum, of a spin. */
const assays: ReadonlySet<string | null> = new Set(['UVVIS', 'GC', 'IC', 'NMR', 'TABLE', 'OTHER', null])

/** A row, or a file that an amount can be read from; one that somebody gave an absorbance or a concentration is a standard whatever it was measured with. */
function canBeReading(entry: Entry): boolean {
  const isTyped = (['absorbance', 'concentration_ug_mL'] as const).some((key) => ['edit', 'runSheet'].includes(entry.fields[key]?.origin ?? ''))
  return entry.measurement === null || isTyped || assays.has(techniqueOf(entry))
}

function isSpectrum(entry: Entry): boolean {
  return entry.measurement?.columns.some((column) => column.quantity === 'absorbance') ?? false
}

function standardOf(entry: Entry, analyte: Analyte | undefined): Standard | Need {
  const place = entry.fields.role?.where ?? entry.path
  const need = (field: Need['field'], id: string, text: string): Need =>
    ({ message: message(id, text, { place }), where: 'runSheet', field, entries: [entry.id] })
  if (!analyte) return need('analyte', 'needs.standardAnalyte', 'analyte (NH3, NO2, NO3) of the standard in {place}')
  const concentration = entry.fields.concentration_ug_mL?.value
  if (concentration === undefined || concentration < 0) return need('concentration_ug_mL', 'needs.standardConcentration', 'concentration of the standard in {place}')
  if (!isReading(entry)) return need('absorbance', 'needs.standardAbsorbance', 'absorbance or spectrum of the standard in {place}')
  const written = entry.fields.basis?.value.trim()
  const basis = written ? basisOf(written) : null
  if (basis === undefined) return need('basis', 'needs.standardBasis', 'species of the concentration (basis: NH3, NH4+, NH3-N, NO2-, …) of the standard in {place}')
  return { entry: entry.id, name: calibrationName(entry), concentration_ug_mL: concentration, basis, absorbance: entry.fields.absorbance?.value ?? null }
}
