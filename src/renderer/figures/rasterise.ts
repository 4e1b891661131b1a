const MM_PER_INCH = 25.4

/** Pixels of a drawing at its printed size. */
export function pixelSize(svg: string, dotsPerInch: number): { readonly width: number; readonly height: number } {
  const [, width = '0', height = '0'] = /^<svg [^>]*?width="([\d.]+)cm" height="([\d.]+)cm"/.exec(svg) ?? []
  const pixels = (cm: string): number => Math.round((Number(cm) * 10 * dotsPerInch) / MM_PER_INCH)
  return { width: pixels(width), height: pixels(height) }
}

/** The drawing as a PNG data URL: the same SVG that is saved, so that all files show one picture. */
export async function rasterise(svg: string, dotsPerInch: number): Promise<string> {
  const { width, height } = pixelSize(svg, dotsPerInch)
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image(width, height)
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d')!
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
    context.drawImage(image, 0, 0, width, height)
    return canvas.toDataURL('image/png')
  } finally {
    URL.revokeObjectURL(url)
  }
}
