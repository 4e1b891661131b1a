/** A text field has the keyboard. */
export function isTyping(): boolean {
  const active = document.activeElement
  return active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'color'].includes(active.type))
}

/** To the search field of the view that is shown, if it has one. */
export function findInView(): void {
  const field = document.querySelector<HTMLInputElement>('[data-find] input, input[data-find]')
  field?.focus()
  field?.select()
}

/** The menu of the card that has the keyboard: its first entry copies the figure. False when no card has it. */
export function openCardMenu(): boolean {
  const menu = document.activeElement?.closest('[data-card]')?.querySelector<HTMLElement>('header button:last-of-type')
  menu?.click()
  return menu !== null && menu !== undefined
}
