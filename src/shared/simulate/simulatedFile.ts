import type { FieldValues } from '../metadata/fields'
import type { Recording, VendorFormat } from './recording'

export interface SimulatedFile { readonly path: string; readonly text: string; readonly encoding: 'utf8' | 'latin1' }
/** Files and the rows of the run sheet that belong to them. */
export interface Simulated { readonly files: readonly SimulatedFile[]; readonly rows: readonly FieldValues[] }

export function joined(parts: readonly Simulated[]): Simulated {
  return { files: parts.flatMap((part) => part.files), rows: parts.flatMap((part) => part.rows) }
}

export function recordedFile(format: VendorFormat, recording: Recording): SimulatedFile {
  return { path: `${recording.sample}/${recording.fileName}.${format.extension}`, text: format.write(recording), encoding: format.encoding }
}
