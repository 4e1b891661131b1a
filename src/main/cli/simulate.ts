import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { SimulatedFile } from '../../shared/simulate/simulatedFile'
import { simulatedLab } from '../../shared/simulate/simulatedLab'

/** Writes the simulated lab into a folder, the run sheet last, as instruments and people do; returns the absolute paths written. */
export const simulateLab = (folder: string, { seed }: { readonly seed: number }): Promise<string[]> => writeLab(folder, simulatedLab(seed))

export async function writeLab(folder: string, files: readonly SimulatedFile[]): Promise<string[]> {
  const root = resolve(folder)
  const paths: string[] = []
  for (const { path, text, encoding } of files) {
    const target = join(root, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, Buffer.from(text, encoding))
    paths.push(target)
  }
  return paths
}
