/**
 * Axes of a .par. One: GST + GSI·k/(n − 1), else from GST to its mirror at HCF, else HCF ± HSW/2; a time sweep counts RCT (ms) a point; JUN is
 * the unit. Two (bit 12 of JSS): SSX × SSY points over XXLB, XXWI, XXUN and XYLB, XYWI, XYUN; where XXLB is missing the first is that of one.
 */
import type { QuantityKind } from '../../quantity'

interface Axis { readonly name: string; readonly quantity: QuantityKind; readonly unit: string; readonly values: Float64Array }
export interface ParAxes { readonly x: Axis; readonly second: Axis | null }
type Parameters = ReadonlyMap<string, string>

const PLANE = 0x1000
const MOST_POINTS = 50_000_000
const numberOf = (parameters: Parameters, key: string): number => Number.parseFloat(parameters.get(key) ?? 'NaN')
const even = (start: number, width: number, points: number): Float64Array => Float64Array.from({ length: points }, (_, i) => start + (width * i) / Math.max(1, points - 1))

function planeOf(parameters: Parameters): readonly [number, number] | null {
  const [x, y] = [numberOf(parameters, 'SSX'), numberOf(parameters, 'SSY')]
  return (numberOf(parameters, 'JSS') & PLANE) !== 0 && x >= 2 && y >= 1 && x * y <= MOST_POINTS ? [x, y] : null
}

export function pointsOfPlane(parameters: Parameters): number | null {
  const plane = planeOf(parameters)
  return plane && plane[0] * plane[1]
}

/** By its unit: an ENDOR or pulse experiment has no field axis. */
function named(unit: string, values: Float64Array): Axis {
  if (/^[kmg]?hz$/i.test(unit)) return { name: 'Frequency', quantity: 'frequency', unit, values }
  if (/^([mnuµ]?s|sec)$/i.test(unit)) return { name: 'Time', quantity: 'time', unit, values }
  return { name: 'Field', quantity: 'field', unit, values }
}

function secondName(sweep: string, unit: string): string {
  if (/power/i.test(sweep)) return 'Attenuation'
  if (/temp/i.test(sweep)) return 'Temperature'
  const { name } = named(unit, new Float64Array(0))
  return name !== 'Field' || /^(g|mt|t)$/i.test(unit) ? name : 'second axis'
}

/** Null where the .par states none. */
export function parAxes(parameters: Parameters, declared: number): ParAxes | null {
  const number = (key: string): number => numberOf(parameters, key)
  const unit = (key: string): string => parameters.get(key) ?? ''
  const plane = planeOf(parameters)
  const points = plane ? plane[0] : declared
  const single = (): Axis | null => {
    if (/^time-sweep$/i.test(unit('JEX')) && number('RCT') > 0) return named('s', even(0, ((points - 1) * number('RCT')) / 1000, points))
    const [gst, gsi, hcf, hsw] = ['GST', 'GSI', 'HCF', 'HSW'].map(number) as [number, number, number, number]
    const [start, width] = Number.isFinite(gst) && gsi > 0 ? [gst, gsi] : !(hsw > 0) && hcf > gst ? [gst, 2 * (hcf - gst)] : [hcf - hsw / 2, hsw]
    return Number.isFinite(start) && width > 0 ? named(unit('JUN') || 'G', even(start, width, points)) : null
  }
  const ofPlane = Number.isFinite(number('XXLB')) && number('XXWI') > 0 ? named(unit('XXUN') || unit('JUN') || 'G', even(number('XXLB'), number('XXWI'), points)) : null
  const x = plane ? (ofPlane ?? single()) : single()
  if (!x) return null
  if (!plane) return { x, second: null }
  const isStated = Number.isFinite(number('XYWI'))
  const second = isStated ? even(Number.isFinite(number('XYLB')) ? number('XYLB') : 0, number('XYWI'), plane[1]) : Float64Array.from({ length: plane[1] }, (_, i) => i + 1)
  return { x, second: { name: secondName(unit('JEY'), unit('XYUN')), quantity: 'other', unit: isStated ? unit('XYUN') : '', values: second } }
}
