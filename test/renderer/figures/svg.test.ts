import { describe, expect, it } from 'vitest'
import { checkedSvg, pngWithResolution } from '../../../src/main/desktop/figureFiles'
import { picturePresets, pictureSize } from '../../../src/renderer/charts/svg/pictureSize'
import { SvgContext } from '../../../src/renderer/charts/svg/svgContext'
import { SvgPath } from '../../../src/renderer/charts/svg/svgPath'
import { composeSvg } from '../../../src/renderer/figures/composeSvg'
import { pixelSize } from '../../../src/renderer/figures/rasterise'
import { xmlTree } from '../../../src/shared/readers/xml/xmlTree'

const cm = { width: '8.5cm', height: '6.6cm' }
const drawn = (draw: (context: SvgContext) => void): string => {
  const context = new SvgContext({} as HTMLCanvasElement, null)
  draw(context)
  return context.svg(100, 80, cm)
}

describe('a canvas that writes SVG', () => {
  it('keeps words as words, whatever they are', () => {
    const svg = drawn((context) => {
      context.font = 'italic 600 12px Arial, sans-serif'
      context.fillStyle = '#1B1F24'
      context.textAlign = 'right'
      context.textBaseline = 'middle'
      context.fillText('<img onerror=alert(1)> & "NO₃⁻" onset = 0.03', 10, 20)
      context.fillStyle = 'transparent'
      context.fillText('not seen', 0, 0)
    })
    const { root, problem } = xmlTree(svg)
    expect(problem).toBeNull()
    const [text] = root!.children
    expect(text).toMatchObject({ name: 'text', text: '<img onerror=alert(1)> & "NO₃⁻" onset = 0.03' })
    expect(root!.children).toHaveLength(1)
    expect(Object.fromEntries(text!.attributes)).toMatchObject({ 'x': '10', 'y': '24.2', 'font-size': '12', 'font-style': 'italic', 'font-weight': '600', 'text-anchor': 'end' })
    expect(() => checkedSvg(svg)).not.toThrow()
  })
  it('places, clips and paints as a canvas does', () => {
    const svg = drawn((context) => {
      context.save()
      context.beginPath()
      context.rect(1, 2, 30, 40)
      context.clip()
      context.translate(5, 6)
      context.rotate(Math.PI / 2)
      context.fillStyle = '#D55E0080'
      context.fillRect(0, 0, 3, 4)
      context.restore()
      context.strokeStyle = 'rgba(0, 114, 178, 0.5)'
      context.setLineDash([4, 3])
      context.beginPath()
      context.moveTo(0, 0)
      context.lineTo(10, 10)
      context.stroke()
    })
    // The clip stands on a group: on a moved element it would move with it.
    expect(svg).toContain('<g clip-path="url(#clip0)"><path d="M0 0h3v4h-3Z" fill="#D55E00" fill-opacity="0.5" transform="matrix(0 1 -1 0 5 6)"/></g>')
    expect(svg).toContain('stroke-dasharray="4 3" stroke="rgb(0,114,178)" stroke-opacity="0.5"')
    expect(xmlTree(svg).problem).toBeNull()
  })
  it('forgets what was drawn before the canvas was cleared, and skips what is no number', () => {
    expect(drawn((context) => {
      context.fillRect(0, 0, 1, 1)
      context.clearRect()
      context.beginPath()
      context.moveTo(NaN, 1)
      context.lineTo(2, 2)
      context.stroke()
    })).not.toContain('<path')
  })
  it('draws circles as arcs that close', () => {
    const path = new SvgPath()
    path.arc(10, 10, 5, 0, 2 * Math.PI)
    expect(path.d).toBe('M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10')
  })
})

describe('figures in files', () => {
  const panel = { figure: 0, title: 'a', draw: ({ width_cm, height_cm }: { width_cm: number; height_cm: number }, prefix: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width_cm}cm" height="${height_cm}cm" viewBox="0 0 400 300"><g id="${prefix}clip0"></g></svg>` }
  it.each(picturePresets)('have letters of $font_pt pt at $width_cm cm', (preset) => {
    const { width } = pictureSize(preset)
    expect(((12 * preset.width_cm) / width) * (72 / 2.54)).toBeCloseTo(preset.font_pt, 9)
  })
  it('hold panels side by side, each with its letter and its own ids', () => {
    const svg = composeSvg(['a', 'b', '<c> RuFe-NC'].map((label) => ({ label, drawing: { ...panel, key: label } })), picturePresets[1]!, 2, {})
    const { root, problem } = xmlTree(svg)
    expect(problem).toBeNull()
    expect(root!.attributes.get('width')).toBe('17.8cm')
    const places = root!.children.filter(({ name }) => name === 'svg').map(({ attributes }) => [Number(attributes.get('x')), Number(attributes.get('y'))] as const)
    expect(places[1]![0]).toBeGreaterThan(300)
    expect(places[2]![0]).toBe(0)
    expect(places[2]![1]).toBeGreaterThan(places[0]![1])
    expect([...svg.matchAll(/id="([^"]+)"/g)].map((match) => match[1])).toEqual(['p0-clip0', 'p1-clip0', 'p2-clip0'])
    expect(root!.children.filter(({ name }) => name === 'text').map(({ text }) => text)).toEqual(['a', 'b', '<c> RuFe-NC'])
    expect(() => checkedSvg(svg)).not.toThrow()
  })
  it('are refused where they are not drawings of ours', () => {
    const good = panel.draw({ width_cm: 8.5, height_cm: 6 }, '')
    for (const bad of ['', '<svg/>', good.replace('<g ', '<script>1</script><g '), good.replace('<g ', '<g onload="x()" '), good.replace('<g ', '<image href="https://a.b/c.png"/><g '), good.replace('8.5cm', '9999cm')]) {
      expect(() => checkedSvg(bad)).toThrow('it is no drawing of a chart')
    }
  })
  it('are as many pixels as 600 dots per inch make, and say so', () => {
    expect(pixelSize(panel.draw({ width_cm: 8.5, height_cm: 6.6 }, ''), 600)).toEqual({ width: 2008, height: 1559 })
    const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const png = Buffer.from(pngWithResolution(`data:image/png;base64,${onePixel}`, 600))
    expect(png.toString('latin1', 37, 41)).toBe('pHYs')
    expect(png.readUInt32BE(41)).toBe(23622)
    // CRC of the chunk, computed by zlib's own table in Python: zlib.crc32(b'pHYs' + struct.pack('>IIB', 23622, 23622, 1)).
    expect(png.readUInt32BE(50)).toBe(345260865)
    expect(png.length).toBe(Buffer.from(onePixel, 'base64').length + 21)
  })
})
