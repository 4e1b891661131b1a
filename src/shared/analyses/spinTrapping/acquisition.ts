import type { NamedValue } from '../../measurement'

export interface Acquisition { readonly scans: number; readonly gain: number; readonly power_mW: number }

/** Names of BES3T (.DSC), of ESP/WinEPR (.par) and of ESRStudio (.xml). */
const names = { scans: /^(AVGS|NbScansDone|JSD|scans)$/i, gain: /^(RCAG|RRG|Gain|receiver gain)$/i, power: /^(MWPW|MP|Power|microwave power|MicrowavePower \(mW\))$/i } as const

/**
 * Scans, receiver gain and microwave power that a spectrum is still to be divided by; what is missing is named. BES3T writes the power in W,
 * WinEPR in mW. SctNorm True of BES3T: the data are averages over the scans (so read by EasySpin's eprload as well); whether they were
 * divided by the receiver gain, too, no source at hand says, so it is asked for.
 */
export type SctNorm = 'not stated' | 'scans' | 'scans and gain'

export function acquisitionOf(settings: readonly NamedValue[], sctNorm: SctNorm = 'not stated'): Acquisition | { readonly missing: readonly string[] } {
  const find = (pattern: RegExp): { name: string; value: number } | null => {
    const found = settings.find(({ name, value }) => pattern.test(name) && Number.parseFloat(String(value)) > 0)
    return found ? { name: found.name, value: Number.parseFloat(String(found.value)) } : null
  }
  const isDivided = settings.some(({ name, value }) => /^SctNorm$/i.test(name) && /^true$/i.test(String(value).trim()))
  const done = isDivided ? { name: 'SctNorm', value: 1 } : null
  const [scans, gain, power] = [done ?? find(names.scans), (sctNorm === 'scans and gain' ? done : null) ?? find(names.gain), find(names.power)]
  if (isDivided && sctNorm === 'not stated') return { missing: ['whether its receiver gain is taken out already (SctNorm True: say so in the settings of this card)'] }
  if (!scans || !gain || !power) return { missing: [...(scans ? [] : ['scans']), ...(gain ? [] : ['receiver gain']), ...(power ? [] : ['microwave power'])] }
  // Bruker's RCAG of BES3T is in dB, RRG of WinEPR a factor.
  const factor = /^RCAG$/i.test(gain.name) ? 10 ** (gain.value / 20) : gain.value
  return { scans: scans.value, gain: factor, power_mW: /^MWPW$/i.test(power.name) ? power.value * 1000 : power.value }
}
