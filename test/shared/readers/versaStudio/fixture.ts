import type { Fixture } from '../fixture'
import { parFile, spectrum } from './parFile'

export const fixtures: readonly Fixture[] = [{ reader: 'versa-studio', name: 'a.par', bytes: parFile([{ name: 'Potentiostatic EIS' }], spectrum) }]
