import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { harmonicCorrection } from '../../src/shared/thermochemistry/vibrations'

interface Expected { readonly n: number; readonly zpe_eV: number; readonly U_vib_eV: number; readonly TS_eV: number }
const root = join(process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)), 'mechanism')
const manifest = join(root, 'MANIFEST.json')
const listed = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { files?: unknown[] } | unknown[]) : []
const facts = (Array.isArray(listed) ? listed : (listed.files ?? [])) as { file: string; expected: { species: Record<string, Expected> } }[]
const found = facts.find(({ file }) => file === 'che/cathub_ads_vibrations.json')
if (!found) console.info(`Vibrations: skipped, no ${manifest}`)

describe.skipIf(!found)('published vibrations of adsorbates', () => {
  const modes = found ? (JSON.parse(readFileSync(join(root, found.file), 'utf8')) as { species: string; frequencies: number[] }[]) : []
  it.each(Object.entries(found?.expected.species ?? {}))('%s', (species, { n, zpe_eV, U_vib_eV, TS_eV }) => {
    const own = modes.find((entry) => entry.species === species)!.frequencies.filter((mode) => mode > 12)
    expect(own).toHaveLength(n)
    const { zeroPointEnergy_eV, thermalEnergy_eV, entropyTerm_eV } = harmonicCorrection(own, 298.15, 12)
    expect([zeroPointEnergy_eV, thermalEnergy_eV, entropyTerm_eV].map((value) => value.toFixed(5))).toEqual([zpe_eV, U_vib_eV, TS_eV].map((value) => value.toFixed(5)))
  })
})
