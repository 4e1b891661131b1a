import type { RunningApp } from './launchApp'

/** A picture of each page of a part that scrolls, from its top to its bottom; returns how many there are. */
export async function scrolledScreenshots(running: RunningApp, part: string, name: string): Promise<number> {
  const scroller = running.page.locator(part)
  for (let number = 1; ; number += 1) {
    await running.page.waitForTimeout(400) // charts draw once their card has its size
    await running.screenshot(`${name}-${number}`)
    const isEnd = await scroller.evaluate((element) => {
      const { scrollTop, clientHeight, scrollHeight } = element
      element.scrollTop = scrollTop + clientHeight * 0.95
      return scrollTop + clientHeight >= scrollHeight - 2
    })
    if (isEnd) return number
  }
}
