import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xmlTree, descendants, type XmlElement } from '../../src/shared/readers/xml/xmlTree'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { eventually } from './eventually'
import { plates, type Plate } from './galleryPlates'
import { launchApp, type RunningApp } from './launchApp'

/** The pages in docs/ show these pictures: `npm run gallery` makes them anew. */
const pictures = process.env['RUM_GALLERY'] === 'docs' ? resolve('docs', 'pictures') : resolve('test-output', 'journey')
const pictureWidth_px = 1500

describe('the figures of the paper, remade', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-gallery-'))
  let running: RunningApp
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    running = await launchApp()
    await running.resize(1366, 900)
    await running.part('open-sample').first().click()
    let before = ''
    await eventually('all files of the sample', async () => {
      await running.page.waitForTimeout(1_500)
      const state = await ask(running, 'projectState')
      const now = `${state?.files} files, ${state?.progress.length} tasks`
      const isCalm = now === before && (state?.files ?? 0) > 0 && state?.progress.length === 0
      before = now
      return isCalm
    }, (isCalm) => isCalm, 240_000)
    await running.part('nav-comparison').first().click()
    await running.part('card-compare-faradaic-efficiency').waitFor()
  }, 360_000)
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  })

  async function compose({ columns, panels }: Plate): Promise<void> {
    const { page } = running
    await running.part('card-compare-faradaic-efficiency').locator('header button').last().click()
    await page.getByText(/Save figure/).first().click()
    await running.part('figure-dialog').waitFor()
    await running.part('figure-double').click()
    await page.locator('[data-test="figure-panel"][aria-checked="true"]').click() // the card's own figure: the plate says what it holds
    let source = ''
    for (const panel of panels) {
      if (panel.source !== source) {
        await running.part('figure-source').click()
        await page.locator('.n-base-select-option', { hasText: new RegExp(`^${panel.source}$`) }).click()
        source = panel.source
      }
      await page.locator(`[data-panel="${panel.key}"]`).click()
    }
    for (const [i, { label }] of panels.entries()) await running.part('figure-label').nth(i).locator('input').fill(label)
    await running.part('figure-columns').locator('input').fill(String(columns))
    await running.part('figure-columns').locator('input').blur()
  }

  it.each(plates)('$name: its panels, as vectors with their words', async (plate) => {
    await compose(plate)
    await eventually('all panels in the preview', async () => decodeURIComponent((await running.part('figure-preview').getAttribute('src')) ?? '').match(/<svg x=/g)?.length, (count) => count === plate.panels.length)
    await running.screenshot(`gallery-dialog-${plate.name}`)
    const path = join(folder, `${plate.name}.svg`)
    await answerDialogs(running.app, { save: path })
    await running.part('figure-save-svg').click()
    await running.part('figure-dialog').waitFor({ state: 'detached', timeout: 20_000 })
    const svg = readFileSync(path, 'utf8')
    const { root, problem } = xmlTree(svg)
    expect([problem, root?.attributes.get('width')]).toEqual([null, '17.8cm'])
    expect(root!.children.filter(({ name }) => name === 'text').map(({ text }) => text)).toEqual(plate.panels.map(({ label }) => label))
    root!.children.filter(({ name }) => name === 'svg').forEach((panel, i) => {
      const { label, words } = plate.panels[i]!
      const said = textsIn(panel)
      for (const word of words) expect(said.join(' '), `${plate.name} ${label}`).toContain(word)
      // Axes alone would be some ten strokes without a long line in them.
      const longest = Math.max(...[...tagsIn(panel, 'path')].map((drawn) => drawn.attributes.get('d')?.length ?? 0))
      expect(tagsIn(panel, 'path').length, `${plate.name} ${label}`).toBeGreaterThan(12)
      expect(longest, `${plate.name} ${label}`).toBeGreaterThan(20)
    })
    writeFileSync(join(pictures, `gallery-${plate.name}.png`), await rasterised(running, svg))
  })
})

const tagsIn = descendants
const textsIn = (node: XmlElement): string[] => tagsIn(node, 'text').map(({ text }) => text)

/** The saved file as pixels, drawn by the browser. */
async function rasterised(running: RunningApp, svg: string): Promise<Buffer> {
  const url = await running.page.evaluate<string>(`(async ({ svg, width }) => {
    const image = new Image()
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg)
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = Math.round(width * image.naturalHeight / image.naturalWidth)
    const context = canvas.getContext('2d')
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return canvas.toDataURL('image/png')
  })(${JSON.stringify({ svg, width: pictureWidth_px })})`)
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}
