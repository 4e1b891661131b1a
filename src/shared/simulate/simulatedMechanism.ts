import { pseudoVoigt } from '../spectroscopy/pseudoVoigt'
import { derivativeSpectrum, linesOf, spinAdducts } from '../spectroscopy/spinAdducts'
import { mechanismPlan, type MechanismPlan } from './mechanismPlan'
import { printedBand } from './paperValues'
import { randomOf, type Random } from './random'
import { SIMULATED } from './recording'
import { simulatedEnergies } from './simulatedEnergies'
import { simulatedMicrograph } from './simulatedMicrograph'
import { printedFringes_nm, simulatedRecord } from './simulatedRecord'
import { joined, type Simulated, type SimulatedFile } from './simulatedFile'

const potentials_V = [0, -0.1, -0.2, -0.3, -0.4, -0.5] as const
const range = (from: number, to: number, step: number): number[] => Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)
type Peak = readonly [centre: number, fwhm: number, height: number]
const sum = (x: number, peaks: readonly Peak[]): number => peaks.reduce((total, [centre, fwhm, height]) => total + pseudoVoigt(x, { centre, fwhm, height, eta: 0.6 }), 0)
const file = (path: string, text: string): SimulatedFile => ({ path, text, encoding: 'latin1' })

/** Spectra of every alloy in the formats of real instruments, with the bands, splittings and spacings that the paper prints. */
export function simulatedMechanism(seed: number): Simulated {
  return joined([{ files: [simulatedRecord(), simulatedEnergies(), ...printedFringes_nm.map(([catalyst, spacing_nm]) => simulatedMicrograph(catalyst, spacing_nm, seed))], rows: [] }, ...mechanismPlan.map((plan): Simulated => {
    const random = randomOf(seed, `${plan.catalyst} mechanism`)
    return { files: [...potentials_V.flatMap((E) => [raman(plan, E, random), infrared(plan, E, random)]), ...spins(plan, random), ...photoelectrons(plan, random), diffraction(plan, random)], rows: [] }
  })])
}

const grown = (onset: number | null, E: number, height: number): number => (onset === null || E > onset + 1e-9 ? 0 : height * (0.7 + 1.5 * (onset - E)))

function raman({ catalyst, raman: onsets }: MechanismPlan, E: number, random: Random): SimulatedFile {
  const peaks: Peak[] = [
    [printedBand('D band'), 58, 420], [printedBand('G band'), 52, 400], [printedBand('*NH3'), 26, grown(onsets['*NH3'], E, 110)], [printedBand('*HNH'), 12, grown(onsets['*HNH'], E, 150)],
    [printedBand('*HNO2'), 22, grown(onsets['*HNO2'], E, 100)]
  ]
  const rows = range(900, 1800, 1.5).map((x) => `${x.toFixed(2)}\t${(700 + 0.15 * x + sum(x, peaks) + 2 * random.normal()).toFixed(3)}`)
  const name = `${catalyst}_Raman_${E}V`
  return file(`${catalyst}/Raman/${name}.txt`, ['#Acq. time (s)=\t20', '#Accumulations=\t3', '#Laser=\t532.17', '#Instrument=\tLabRAM HR', `#Title=\t${catalyst}`, `#Remark=\t${SIMULATED}`, ...rows, ''].join('\r\n'))
}

/** Absorbance −log₁₀(R/R₀) as a two-column table. */
function infrared({ catalyst, infrared: onsets }: MechanismPlan, E: number, random: Random): SimulatedFile {
  const peaks: Peak[] = [[1240, 36, grown(onsets['*NO2'], E, 0.02)], [1080, 26, grown(onsets['*HNO2'], E, 0.016)], [1028, 22, grown(onsets['*NH2'], E, 0.014)], [1640, 70, 0.01 - 0.02 * E]]
  const rows = range(950, 1750, 2).map((x) => `${x.toFixed(1)},${(0.002 + 1e-6 * x + sum(x, peaks) + 1.5e-4 * random.normal()).toFixed(6)}`)
  return file(`${catalyst}/SEIRAS/${catalyst}_SEIRAS_${E}V.csv`, [`# ${SIMULATED}`, 'Wavenumber (cm-1),Absorbance', ...rows, ''].join('\r\n'))
}

/** EPR of DMPO with and without nitrate: a .par and a .spc of WinEPR each. */
function spins({ catalyst, adducts }: MechanismPlan, random: Random): SimulatedFile[] {
  const [dmpoH, dmpoOH] = [linesOf(spinAdducts[0]!), linesOf(spinAdducts[1]!)]
  return (['noNO3', 'NO3'] as const).flatMap((label, i) => {
    const points = 1024
    const field = range(0, points - 1, 1).map((k) => 3440 + (140 * k) / (points - 1))
    const [h, oh] = [derivativeSpectrum(field, 3510.2, 1.3, dmpoH), derivativeSpectrum(field, 3510.2, 1.3, dmpoOH)]
    const bytes = new DataView(new ArrayBuffer(4 * points))
    field.forEach((_, k) => bytes.setFloat32(4 * k, 100 * (adducts[i]! * h[k]! + 4 * oh[k]! + 0.12 * random.normal()), true))
    const stem = `${catalyst}/EPR/${catalyst}_EPR_${i === 0 ? 'noNO3' : '0.1M-NO3'}`
    const par = ['DOS  Format', `ANZ ${points}`, 'GST 3440.0', 'GSI 140.0', 'HCF 3510.0', 'HSW 140.0', 'RRG 2.00e+04', 'MF 9.854', 'MP 6.3', 'JSD 16', 'JUN G', `JCO ${SIMULATED}, ${label}`, '']
    return [file(`${stem}.par`, par.join('\r\n')), file(`${stem}.spc`, String.fromCharCode(...new Uint8Array(bytes.buffer)))]
  })
}

/** C 1s, Ru 3p and the valence band as tables of a CasaXPS-like export: binding energy and counts. */
function photoelectrons({ catalyst, ru3p_eV, valenceBand_eV }: MechanismPlan, random: Random): SimulatedFile[] {
  const charge_eV = 0.42
  const region = (name: string, from: number, to: number, peaks: readonly Peak[], loss: number): SimulatedFile => {
    let area = 0
    const rows = range(from, to, 0.05).map((be) => {
      const signal = sum(be, peaks)
      area += signal * 0.05
      const counts = 900 + signal + loss * area
      return `${be.toFixed(2)},${Math.round(counts + Math.sqrt(counts) * random.normal())}`
    })
    return file(`${catalyst}/XPS/${catalyst}_${name}.csv`, [`# ${SIMULATED}`, 'Binding Energy (eV),Intensity (counts)', ...rows, ''].join('\r\n'))
  }
  return [
    region('XPS_C1s', 279, 294, [[284.8 + charge_eV, 1.3, 9000], [286.4 + charge_eV, 1.6, 1400]], 0.01), region('XPS_Ru3p', 454, 474, [[ru3p_eV + charge_eV, 3.1, 5200]], 0.03),
    region('VB', -2, 14, [[-valenceBand_eV, 3.4, 4200]], 0.02)
  ]
}

function diffraction({ catalyst, lattice_nm }: MechanismPlan, random: Random): SimulatedFile {
  const [alpha1, alpha2] = [1.5406, 1.54439]
  const at = (wavelength: number): number => (360 / Math.PI) * Math.asin(wavelength / (20 * lattice_nm))
  const peaks: Peak[] = [[at(alpha1), 1.5, 1100], [at(alpha2), 1.5, 550], [26.3, 4.5, 900]]
  const rows = range(20, 60, 0.02).map((angle) => { const counts = 260 - angle + sum(angle, peaks); return `${angle.toFixed(4)} ${Math.round(counts + Math.sqrt(counts) * random.normal())}` })
  return file(`${catalyst}/XRD/${catalyst}_XRD.uxd`, ['; made by RuM Workbench', '_FILEVERSION=2', `_SAMPLE='${catalyst}, ${SIMULATED}'`, "_WL_UNIT='A'", `_WL1=${alpha1}`, `_WL2=${alpha2}`, '_WLRATIO=0.5', "_ANODE='Cu'", '; (Data for Range number 1)', "_DRIVE='COUPLED'", '_STEPTIME=1.0', '_STEPSIZE=0.02', '_START=20.0', `_STEPCOUNT=${rows.length}`, '_2THETACOUNTS', ...rows, ''].join('\r\n'))
}
