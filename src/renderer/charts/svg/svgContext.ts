import { combined, identity, short, SvgPath, type Matrix } from './svgPath'

interface State {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: string
  lineJoin: string
  miterLimit: number
  globalAlpha: number
  font: string
  textAlign: string
  textBaseline: string
  dash: readonly number[]
  lineDashOffset: number
  matrix: Matrix
  clip: string
}

const start: State = {
  fillStyle: '#000000', strokeStyle: '#000000', lineWidth: 1, lineCap: 'butt', lineJoin: 'miter', miterLimit: 10, globalAlpha: 1, font: '10px sans-serif', textAlign: 'start', textBaseline: 'alphabetic',
  dash: [], lineDashOffset: 0, matrix: identity, clip: ''
}
/** Where the baseline lies below the place that a canvas takes, as a share of the size of the letters. */
const baselineShare = new Map([['middle', 0.35], ['top', 0.8], ['hanging', 0.8], ['bottom', -0.2], ['ideographic', -0.2]])
const anchors = new Map([['center', 'middle'], ['right', 'end'], ['end', 'end']])
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '')

/**
 * What a canvas context is for Chart.js and our plugins, writing SVG instead of pixels: the same code draws the screen and the file, text
 * stays text. Gradients, shadows and images other than canvases are not drawn by any of our charts and not known here.
 */
export class SvgContext {
  private readonly own: State = { ...start }
  private readonly saved: State[] = []
  private path = new SvgPath()
  /** A clip stands on a group about its elements: on an element of its own place it would move with it. */
  private elements: { readonly clip: string; readonly text: string }[] = []
  private definitions: string[] = []

  constructor(readonly canvas: HTMLCanvasElement, private readonly letters: CanvasRenderingContext2D | null, /** Tells its clips from those of other pictures on one page. */ private readonly prefix = '') {}

  get fillStyle(): unknown { return this.own.fillStyle }
  set fillStyle(value: unknown) { this.own.fillStyle = value }
  get strokeStyle(): unknown { return this.own.strokeStyle }
  set strokeStyle(value: unknown) { this.own.strokeStyle = value }
  get lineWidth(): number { return this.own.lineWidth }
  set lineWidth(value: number) { this.own.lineWidth = value }
  get lineCap(): string { return this.own.lineCap }
  set lineCap(value: string) { this.own.lineCap = value }
  get lineJoin(): string { return this.own.lineJoin }
  set lineJoin(value: string) { this.own.lineJoin = value }
  get miterLimit(): number { return this.own.miterLimit }
  set miterLimit(value: number) { this.own.miterLimit = value }
  get globalAlpha(): number { return this.own.globalAlpha }
  set globalAlpha(value: number) { this.own.globalAlpha = value }
  get font(): string { return this.own.font }
  set font(value: string) { this.own.font = value }
  get textAlign(): string { return this.own.textAlign }
  set textAlign(value: string) { this.own.textAlign = value }
  get textBaseline(): string { return this.own.textBaseline }
  set textBaseline(value: string) { this.own.textBaseline = value }
  get lineDashOffset(): number { return this.own.lineDashOffset }
  set lineDashOffset(value: number) { this.own.lineDashOffset = value }

  save(): void { this.saved.push({ ...this.own }) }
  restore(): void { Object.assign(this.own, this.saved.pop() ?? {}) }
  translate(x: number, y: number): void { this.transform(1, 0, 0, 1, x, y) }
  rotate(angle: number): void { this.transform(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0) }
  scale(x: number, y: number): void { this.transform(x, 0, 0, y, 0, 0) }
  transform(...matrix: Matrix): void { this.own.matrix = combined(this.own.matrix, matrix) }
  setTransform(...matrix: Matrix): void { this.own.matrix = matrix }
  resetTransform(): void { this.own.matrix = identity }
  setLineDash(dash: readonly number[]): void { this.own.dash = dash.every((length, i) => i % 2 === 0 || length === 0) ? [] : [...dash] }
  getLineDash(): number[] { return [...this.own.dash] }

  beginPath(): void { this.path = new SvgPath() }
  moveTo(x: number, y: number): void { this.path.moveTo(x, y) }
  lineTo(x: number, y: number): void { this.path.lineTo(x, y) }
  bezierCurveTo(...points: [number, number, number, number, number, number]): void { this.path.bezierCurveTo(...points) }
  quadraticCurveTo(...points: [number, number, number, number]): void { this.path.quadraticCurveTo(...points) }
  rect(...box: [number, number, number, number]): void { this.path.rect(...box) }
  roundRect(...box: [number, number, number, number]): void { this.path.rect(box[0], box[1], box[2], box[3]) }
  arc(...arc: Parameters<SvgPath['arc']>): void { this.path.arc(...arc) }
  ellipse(...ellipse: Parameters<SvgPath['ellipse']>): void { this.path.ellipse(...ellipse) }
  closePath(): void { this.path.closePath() }

  fill(path?: unknown, rule?: string): void { this.draw(path instanceof SvgPath ? path : this.path, 'fill', path === 'evenodd' || rule === 'evenodd') }
  stroke(path?: unknown): void { this.draw(path instanceof SvgPath ? path : this.path, 'stroke') }
  clip(path?: unknown): void {
    const name = `${this.prefix}clip${this.definitions.length}`
    this.definitions.push(`<clipPath id="${name}"${this.own.clip === '' ? '' : ` clip-path="url(#${this.own.clip})"`}><path d="${(path instanceof SvgPath ? path : this.path).d}"${this.placed()}/></clipPath>`)
    this.own.clip = name
  }
  fillRect(...box: [number, number, number, number]): void { this.boxed(box, 'fill') }
  strokeRect(...box: [number, number, number, number]): void { this.boxed(box, 'stroke') }
  /** Chart.js clears all of its canvas before it draws anew. */
  clearRect(): void {
    this.elements = []
    this.definitions = []
  }

  fillText(text: string, x: number, y: number): void {
    const [, style = '', weight = '', size = '10', family = 'sans-serif'] = /^(?:(italic|oblique)\s+)?(?:normal\s+)*(?:(bold|\d{3})\s+)?([\d.]+)px(?:\/\S+)?\s+(.*)$/.exec(this.own.font) ?? []
    const paint = this.painted('fill', this.own.fillStyle)
    if (paint === '') return
    const anchor = anchors.get(this.own.textAlign)
    const baseline = y + (baselineShare.get(this.own.textBaseline) ?? 0) * Number(size)
    this.add(`<text x="${short(x)}" y="${short(baseline)}" font-family="${escaped(family)}" font-size="${short(Number(size))}"${style === '' ? '' : ` font-style="${style}"`}${weight === '' ? '' : ` font-weight="${weight}"`}`
      + `${anchor === undefined ? '' : ` text-anchor="${anchor}"`} xml:space="preserve"${paint}${this.placed()}>${escaped(text)}</text>`)
  }
  /** Halos of text: none of our charts has them. */
  strokeText(): void { /* nothing is drawn */ }
  measureText(text: string): { readonly width: number } {
    if (!this.letters) return { width: 6 * text.length }
    this.letters.font = this.own.font
    return this.letters.measureText(text)
  }
  drawImage(image: unknown, x: number, y: number, width?: number, height?: number): void {
    if (!(image instanceof HTMLCanvasElement)) return
    this.add(`<image x="${short(x)}" y="${short(y)}" width="${short(width ?? image.width)}" height="${short(height ?? image.height)}" preserveAspectRatio="none" style="image-rendering:pixelated" href="${image.toDataURL('image/png')}"${this.placed()}/>`)
  }

  /** The whole picture; `physical` is how large it is printed, as '8.5cm'. */
  svg(width: number, height: number, physical: { readonly width: string; readonly height: string }): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${physical.width}" height="${physical.height}" viewBox="0 0 ${short(width)} ${short(height)}">${this.definitions.length === 0 ? '' : `<defs>${this.definitions.join('')}</defs>`}${this.grouped()}</svg>`
  }

  private grouped(): string {
    let open = ''
    const parts = this.elements.map(({ clip, text }) => {
      const border = clip === open ? '' : `${open === '' ? '' : '</g>'}${clip === '' ? '' : `<g clip-path="url(#${clip})">`}`
      open = clip
      return border + text
    })
    return parts.join('') + (open === '' ? '' : '</g>')
  }

  private boxed(box: readonly [number, number, number, number], how: 'fill' | 'stroke'): void {
    const path = new SvgPath()
    path.rect(...box)
    this.draw(path, how)
  }

  private draw(path: SvgPath, how: 'fill' | 'stroke', isEvenOdd = false): void {
    const { d } = path
    if (d === '' || d.includes('NaN')) return
    const { lineWidth, lineCap, lineJoin, dash, lineDashOffset } = this.own
    const line = how === 'fill' ? (isEvenOdd ? ' fill-rule="evenodd"' : '') : ` fill="none" stroke-width="${short(lineWidth)}"${lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`}${lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`}${dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(short).join(' ')}"${lineDashOffset === 0 ? '' : ` stroke-dashoffset="${short(lineDashOffset)}"`}`}`
    const paint = this.painted(how, how === 'fill' ? this.own.fillStyle : this.own.strokeStyle)
    if (paint !== '') this.add(`<path d="${d}"${line}${paint}${this.placed()}/>`)
  }

  /** SVG 1.1 knows no colours with alpha: it goes into the opacity. '' for what is not seen. */
  private painted(how: 'fill' | 'stroke', style: unknown): string {
    const colour = typeof style === 'string' ? style.trim() : ''
    const match = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+)(%?))?\s*\)$/.exec(colour)
    const hex = /^#([0-9a-f]{6})([0-9a-f]{2})$/i.exec(colour)
    const alpha = match?.[4] !== undefined ? Number(match[4]) / (match[5] === '%' ? 100 : 1) : hex ? Number.parseInt(hex[2]!, 16) / 255 : 1
    const opacity = alpha * this.own.globalAlpha
    if (colour === '' || colour === 'transparent' || opacity === 0) return ''
    const plain = match ? `rgb(${[match[1], match[2], match[3]].map((part) => Math.round(Number(part))).join(',')})` : hex ? `#${hex[1]}` : colour
    return ` ${how}="${escaped(plain)}"${opacity >= 1 ? '' : ` ${how}-opacity="${short(opacity)}"`}`
  }

  private placed(): string {
    const { matrix } = this.own
    return matrix.every((value, i) => value === identity[i]) ? '' : ` transform="matrix(${matrix.map((value) => Math.round(value * 1e4) / 1e4).join(' ')})"`
  }
  private add(text: string): void { this.elements.push({ clip: this.own.clip, text }) }
}
