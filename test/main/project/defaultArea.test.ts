import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readFile } from '../../../src/main/ingest/readFile'
import { recordRead } from '../../../src/main/ingest/recordFile'
import { openProject } from '../../../src/main/project/project'
import { simulatedLab } from '../../../src/shared/simulate/simulatedLab'

describe('the default area, where a header holds the placeholder of its program', () => {
  const root = mkdtempSync(join(tmpdir(), 'rum-area-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('changes current densities as often as it is changed, also after a restart', async () => {
    const lsv = simulatedLab(1).find(({ path, text }) => /LSV/.test(path) && /Electrode surface area/.test(text))!
    const path = join(root, lsv.path.split('/').at(-1)!)
    writeFileSync(path, Buffer.from(lsv.text.replace(/(Electrode surface area : )[\d.,]+/, (_, words: string) => `${words}0.001`), lsv.encoding))
    const file = join(root, 'area.rum')
    const open = (create: boolean) => openProject({ path: file, create, workerFile: new URL('file:///none'), appVersion: 'test', emit: () => undefined, pool: { read: () => Promise.reject(new Error('nothing is read here')), close: () => Promise.resolve() } })
    let project = open(true)
    recordRead(project.driver, { path, folderId: null, folderPath: root }, readFile({ path, reader: null, columnNames: null, archive: false }), () => true, '2026-01-01T00:00:00Z')
    const sweep = () => project.outcomes().find(({ analysis, state }) => analysis === 'linear-sweep' && state !== 'nothing')!
    const largest = (): number => Math.max(...sweep().figures.flatMap((figure) => (figure.kind === 'xy' ? figure.series.flatMap(({ y }) => y.map((j) => Math.abs(j ?? 0))) : [])))
    const setArea = (value: number | null): void => void project.execute({ kind: 'setDefault', field: 'area_cm2', value })
    project.execute({ kind: 'setDefault', field: 'pH', value: 13 })
    expect(sweep().needs.map(({ message }) => message.text).join()).toMatch(/area of the electrode.*placeholder/)
    setArea(0.5)
    const atHalf = largest()
    setArea(0.2)
    expect(largest() / atHalf).toBeCloseTo(2.5, 5)
    await project.close()
    project = open(false)
    expect(largest() / atHalf).toBeCloseTo(2.5, 5)
    setArea(0.5)
    expect(largest()).toBeCloseTo(atHalf, 9)
    setArea(null)
    expect(sweep().needs.map(({ message }) => message.text).join()).toMatch(/placeholder/)
    await project.close()
  })
})
