import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { simulatedLab } from '../../shared/simulate/simulatedLab'

/** Writes the simulated lab into a folder, the run sheet last, as instruments and people do; returns the absolute paths written. */
export async function simulateLab(folder: string, options: { readonly seed: number }): Promise<string[]> {
  const root = resolve(folder)
  const paths: string[] = []
  for (const { path, text, encoding } of simulatedLab(options.seed)) {
    const target = join(root, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, Buffer.from(text, encoding))
    paths.push(target)
  }
  return paths
}
