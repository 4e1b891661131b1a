export type ChartMove =
  | { readonly kind: 'pan'; readonly x: number; readonly y: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'reset' }

const panPixels = 40
const moves = new Map<string, ChartMove>([
  ['ArrowLeft', { kind: 'pan', x: panPixels, y: 0 }], ['ArrowRight', { kind: 'pan', x: -panPixels, y: 0 }],
  ['ArrowUp', { kind: 'pan', x: 0, y: panPixels }], ['ArrowDown', { kind: 'pan', x: 0, y: -panPixels }],
  ['+', { kind: 'zoom', factor: 1.2 }], ['=', { kind: 'zoom', factor: 1.2 }], ['-', { kind: 'zoom', factor: 1 / 1.2 }], ['0', { kind: 'reset' }]
])

/** What a key does in a chart that has the focus; shortcuts with Ctrl, Alt or ⌘ belong to the window. */
export function chartMove(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): ChartMove | null {
  return event.ctrlKey || event.altKey || event.metaKey ? null : (moves.get(event.key) ?? null)
}
