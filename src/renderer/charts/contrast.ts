type Rgb = readonly [number, number, number]

function rgbOf(hex: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  return match ? [parseInt(match[1]!, 16), parseInt(match[2]!, 16), parseInt(match[3]!, 16)] : null
}

/** Relative luminance of WCAG 2. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of WCAG 2, 1 … 21; null for a colour that is not #RRGGBB. */
export function contrast(one: string, other: string): number | null {
  const [a, b] = [rgbOf(one), rgbOf(other)]
  if (!a || !b) return null
  const [high, low] = [Math.max(luminance(a), luminance(b)), Math.min(luminance(a), luminance(b))]
  return (high + 0.05) / (low + 0.05)
}

/** The colour itself, or mixed towards the text colour until lines of it stand out from the ground (3 : 1). */
export function readableColour(colour: string, ground: string, text: string): string {
  for (let share = 0; share < 1; share += 0.1) {
    const mixed = mixColours(colour, text, share)
    if ((contrast(mixed, ground) ?? 21) >= 3) return share === 0 ? colour : mixed
  }
  return text
}

/** #RRGGBB with an opacity of 0 … 1. */
export function translucent(colour: string, opacity: number): string {
  return rgbOf(colour) ? colour + Math.round(opacity * 255).toString(16).padStart(2, '0') : colour
}

/** `share` 0 gives the first colour, 1 the second; a colour that is not #RRGGBB stays. */
export function mixColours(one: string, other: string, share: number): string {
  const [from, to] = [rgbOf(one), rgbOf(other)]
  return from && to ? '#' + from.map((part, i) => Math.round(part + (to[i]! - part) * share).toString(16).padStart(2, '0')).join('') : one
}
