import type { Fixture } from '../fixture'
import { hold, parstatFile, spectrum } from './parstatFile'

export const fixtures: readonly Fixture[] = [{ reader: 'parstat-text', name: 'a.txt', bytes: parstatFile([...hold, ...spectrum]) }]
