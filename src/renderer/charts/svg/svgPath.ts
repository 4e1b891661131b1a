/** Affine map: x′ = a x + c y + e, y′ = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
export const identity: Matrix = [1, 0, 0, 1, 0, 0]
/** First `inner`, then `outer`. */
export const combined = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1], outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3], outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4], outer[1] * inner[4] + outer[3] * inner[5] + outer[5]
]
/** Hundredths of a pixel are finer than any printer. */
export const short = (value: number): string => String(Math.round(value * 100) / 100)

/** The path commands of a canvas, written down as the d of an SVG path. */
export class SvgPath {
  private readonly commands: string[] = []
  private hasPoint = false

  constructor(d: string | SvgPath = '') {
    const text = typeof d === 'string' ? d : d.d
    if (text !== '') {
      this.commands.push(text)
      this.hasPoint = true
    }
  }

  get d(): string { return this.commands.join('') }

  moveTo(x: number, y: number): void { this.add(`M${short(x)} ${short(y)}`) }
  lineTo(x: number, y: number): void { this.add(`${this.hasPoint ? 'L' : 'M'}${short(x)} ${short(y)}`) }
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void { this.add(`C${[x1, y1, x2, y2, x, y].map(short).join(' ')}`) }
  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void { this.add(`Q${[x1, y1, x, y].map(short).join(' ')}`) }
  rect(x: number, y: number, width: number, height: number): void { this.add(`M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`) }
  roundRect(x: number, y: number, width: number, height: number): void { this.rect(x, y, width, height) }
  closePath(): void { if (this.hasPoint) this.add('Z') }
  arc(x: number, y: number, r: number, from: number, to: number, isAgainst = false): void { this.ellipse(x, y, r, r, 0, from, to, isAgainst) }
  ellipse(x: number, y: number, rx: number, ry: number, _rotation: number, from: number, to: number, isAgainst = false): void {
    const full = 2 * Math.PI
    const sweep = isAgainst ? -Math.min(full, from - to < 0 ? ((from - to) % full) + full : from - to) : Math.min(full, to - from < 0 ? ((to - from) % full) + full : to - from)
    const at = (angle: number): string => `${short(x + rx * Math.cos(angle))} ${short(y + ry * Math.sin(angle))}`
    this.add(`${this.hasPoint ? 'L' : 'M'}${at(from)}`)
    // An arc of SVG cannot close on itself: it is drawn in two halves.
    const parts = Math.abs(sweep) > Math.PI ? 2 : 1
    for (let part = 1; part <= parts; part += 1) this.add(`A${short(rx)} ${short(ry)} 0 0 ${sweep > 0 ? 1 : 0} ${at(from + (sweep * part) / parts)}`)
  }

  private add(command: string): void {
    this.commands.push(command)
    this.hasPoint = true
  }
}
