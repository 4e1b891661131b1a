import huang2026 from '../../../resources/reference/huang2026.json'

export interface PaperValue {
  readonly catalyst: string
  readonly metric: string
  readonly value: number
  readonly unit: string
  /** Absent where the number holds for no single potential (onset, d-band centre). */
  readonly potential_V_RHE?: number
  /** Section of the paper. */
  readonly where: string
}

/** The numbers that the paper prints and that simulated files must give back. */
export const paperValues: readonly PaperValue[] = huang2026.values
export const paperCitation: string = huang2026.citation
export const paperNitrate_M: number = huang2026.nitrate_M

export function paperValue(catalyst: string, metric: string, potential_V_RHE?: number): number | undefined {
  const ofCatalyst = paperValues.filter((printed) => printed.catalyst === catalyst && printed.metric === metric)
  return ofCatalyst.find((printed) => printed.potential_V_RHE === potential_V_RHE)?.value
}

const battery = huang2026.furtherValues.filter(({ metric }) => ['ocv', 'peak_power', 'j_at_peak_power', 'specific_capacity'].includes(metric))
const batteryValue = (metric: string): number => battery.find((printed) => printed.metric === metric)!.value
const batteryProduct = (metric: string): number => huang2026.furtherValues.find((printed) => printed.metric === metric && 'role' in printed && printed.role === 'battery')!.value
/** The battery with RuFe-NC as the paper prints it. */
export const paperBattery = {
  ocv_V: batteryValue('ocv'), peak: { power_mW_cm2: batteryValue('peak_power'), j_mA_cm2: batteryValue('j_at_peak_power') },
  fe_nh3: batteryProduct('fe_nh3'), yield_nh3_mass: batteryProduct('yield_nh3_mass'),
  discharges: battery.flatMap((printed) => (printed.metric === 'specific_capacity' && 'j_mA_cm2' in printed ? [{ j_mA_cm2: Number(printed.j_mA_cm2), capacity_mAh_g: printed.value }] : []))
}

/** A number that the paper prints beside those that the electrochemistry gives back. */
export const printedValue = (catalyst: string, metric: string): number | undefined => huang2026.furtherValues.find((printed) => printed.catalyst === catalyst && printed.metric === metric)?.value

/** Position of an assigned band, cm⁻¹. RangeError for a band that the paper does not print. */
export function printedBand(name: string): number {
  const found = huang2026.furtherValues.find((printed) => printed.metric === 'band_position' && 'band' in printed && printed.band === name)
  if (!found) throw new RangeError(`The paper prints no band ${name}.`)
  return found.value
}
