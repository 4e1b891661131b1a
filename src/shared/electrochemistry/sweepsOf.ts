import type { Measurement } from '../measurement'
import { findSweeps } from './findSweeps'

export interface SweepRows { readonly start: number; readonly end: number }

/** The sweeps as the file tells them; else, as of a table that only a person calls a sweep, those between the turns of its potential. */
export function sweepsOf({ segments }: Pick<Measurement, 'segments'>, potential: Float64Array): readonly SweepRows[] {
  const told = segments.filter(({ kind }) => kind === 'sweep')
  return told.length > 0 ? told : findSweeps(potential)
}
