import type { RunningApp } from './launchApp'

interface Shown { readonly at: number; readonly texts: readonly string[] }

/**
 * Notes from now on what some parts of the window say whenever that changes, with the time of the frame that shows it (Date.now()). To ask
 * the window over and over from outside would find it later than it is seen, and keep the window from its work.
 */
export async function noteTexts({ page }: RunningApp, parts: readonly string[]): Promise<void> {
  await page.evaluate(`(() => {
    const said = (part) => {
      const walker = document.createTreeWalker(document.querySelector('[data-test=' + part + ']') ?? document.createElement('p'), NodeFilter.SHOW_TEXT)
      const texts = []
      while (walker.nextNode()) texts.push(walker.currentNode.data)
      return texts.join(' ')
    }
    window.shownTexts = []
    let waits = false
    const note = () => { waits = false; shownTexts.push({ at: Date.now(), texts: ${JSON.stringify(parts)}.map(said) }) }
    new MutationObserver(() => { if (!waits) requestAnimationFrame(note); waits = true }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })()`)
}

/** When the parts said so first since it was asked last; undefined: they did not. */
export async function firstShown({ page }: RunningApp, says: (texts: readonly string[]) => boolean): Promise<number | undefined> {
  // What has just changed is noted with the frame that comes.
  const shown = await page.evaluate<readonly Shown[]>('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(shownTexts.splice(0)))))')
  return shown.find(({ texts }) => says(texts))?.at
}
