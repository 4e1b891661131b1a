/** A length for a scale bar: 1, 2 or 5 times a power of ten, the largest that fills at most a quarter of the width. */
export function scaleBar(width_px: number, pixel_nm: number): { readonly length_px: number; readonly label: string } {
  const most = (width_px * pixel_nm) / 4
  const power = 10 ** Math.floor(Math.log10(most))
  const length_nm = [5, 2, 1].map((times) => times * power).find((length) => length <= most * (1 + 1e-9)) ?? power
  const label = length_nm >= 1000 ? `${Number((length_nm / 1000).toPrecision(6))} µm` : `${Number(length_nm.toPrecision(6))} nm`
  return { length_px: length_nm / pixel_nm, label }
}
