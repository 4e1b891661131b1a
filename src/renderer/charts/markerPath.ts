import type { Marker } from './seriesLook'

/** SVG path of a marker around the origin, for the canvas (Path2D) and for the legend alike. */
export function markerPath(marker: Marker, r: number): string {
  return paths[marker](r)
}

/** Markers that have no inside are only stroked; an open one is filled with the ground. */
export function markerFill(marker: Marker): 'solid' | 'ground' | 'none' {
  if (marker === 'circleOpen') return 'ground'
  return marker === 'cross' || marker === 'star' ? 'none' : 'solid'
}

const circle = (r: number): string => `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`
const cross = (r: number): string => `M${-r} ${-r}L${r} ${r}M${-r} ${r}L${r} ${-r}`
const paths: Readonly<Record<Marker, (r: number) => string>> = {
  circle,
  circleOpen: circle,
  rect: (r) => `M${-0.9 * r} ${-0.9 * r}H${0.9 * r}V${0.9 * r}H${-0.9 * r}Z`,
  triangle: (r) => `M0 ${-1.1 * r}L${1.05 * r} ${0.8 * r}H${-1.05 * r}Z`,
  rectRot: (r) => `M0 ${-1.2 * r}L${1.2 * r} 0L0 ${1.2 * r}L${-1.2 * r} 0Z`,
  cross: (r) => cross(0.85 * r),
  star: (r) => `${cross(0.75 * r)}M0 ${-r}V${r}M${-r} 0H${r}`
}
