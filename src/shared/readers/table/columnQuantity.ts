import type { QuantityKind } from '../../quantity'
import { currentDensityFactor } from '../../electrochemistry/currentDensityUnit'
import type { NameAndUnit } from './nameAndUnit'

/** Of units whose spellings are many, a function knows them. */
type UnitTest = Pick<RegExp, 'test'>
interface Rule { readonly quantity: QuantityKind; readonly word: RegExp; readonly unit: UnitTest }

const ampere = /^[mµμun]?a(mp(ere)?s?)?$/
const perArea: UnitTest = { test: (unit) => currentDensityFactor(unit) !== undefined }

/** A clear word, and a unit of that quantity or none; anything else stays 'other' until somebody says what it is. */
const rules: readonly Rule[] = [
  {
    quantity: 'time', word: /^((elapsed|total|test|step|run|corrected)[ _]?)?time$|^t$|^zeit$|^时间$/,
    unit: /^(s|sec|secs|second|seconds|sekunden?|ms|min|mins|minutes?|minuten?|h|hr|hrs|hours?|stunden?|秒|分钟|小时)\.?$/
  },
  {
    quantity: 'potential', unit: /^m?v( ?(vs|v)\.? ?\S.*)?$/,
    word: /^((applied|measured|working electrode|we(\(1\)\.)?)[ _]?)?potential( vs?\.? ?\S.*| applied)?$|^voltage$|^volts$|^v$|^e( ?vs\.? ?\S.*)?$|^ewe\b.*|^vf$|^poten[tz]ial$|^spannung$|^电位$|^电势$|^电压$/
  },
  {
    quantity: 'current', word: /^((we|we\(1\)\.|average|mean|measured|total|cathodic)[ _]?)?current$|^amps$|^i$|^<i>$|^im$|^strom(stärke)?$|^电流$/,
    unit: { test: (unit) => ampere.test(unit) || perArea.test(unit) }
  },
  // What is called a density and stated in A contradicts itself.
  { quantity: 'current', word: /^((average|mean|cathodic|geometric(al)?|geo\.?)[ _]?)?current[ _]?density$|^<?j>?([ _]?geo)?$|^stromdichte$|^电流密度$/, unit: perArea },
  { quantity: 'charge', word: /^charge$|^q$|^电量$/, unit: /^([mµμu]?c|m?ah|coulombs?)$/ },
  { quantity: 'frequency', word: /^freq(uency)?$|^频率$/, unit: /^[mk]?hz$/ },
  { quantity: 'z_real', word: /^z'$|^zre(al)?$|^z_?real$|^re\(z\)$|^re ?z$/, unit: /^[mk]?(ohms?|ω)$/ },
  { quantity: 'z_imag', word: /^-?z''$|^-?z"$|^-?zim(a?g)?$|^-?z_?imag$|^-?im\(z\)$|^-?im ?z$/, unit: /^[mk]?(ohms?|ω)$/ },
  { quantity: 'wavelength', word: /^(wavelengths?|wl|lambda|λ|波长)$/, unit: /^(nm|nm\.|nanometers?|um|µm|μm)$/ },
  { quantity: 'absorbance', word: /^((10 ?mm )?absorbance|abs|abs\.|optical density|od|吸光度)$/, unit: /^(a\.?u\.?|abs|a|1|-|o\.?d\.?)$/ },
  { quantity: 'wavenumber', word: /^(wave ?numbers?|raman ?shift|波数)$/, unit: /^(cm-1|cm\^-1|cm⁻¹|1\/cm|cm\^\(-1\))$/ },
  { quantity: 'intensity', word: /^(raman )?(intensity|intensities|counts|cps|强度)$/, unit: /^(a\.?u\.?|arb\.? ?units?|counts|cps|cts|1)$/ },
  { quantity: 'field', word: /^(magnetic )?field$/, unit: /^(g|mt|t|gauss)$/ },
  { quantity: 'binding_energy', word: /^binding[ _]?energy$|^be$/, unit: /^ev$/ },
  { quantity: 'two_theta', word: /^(2[ -]?theta|2θ|two[ -]?theta|2th)$/, unit: /^(deg\.?|°|degrees?)$/ },
  { quantity: 'temperature', word: /^temp(erature)?$|^温度$/, unit: /^(°?c|k|degc)$/ },
  { quantity: 'concentration', word: /^(conc\.?|concentration|浓度)$/, unit: /^(m|mm|mg\/l|ug\/ml|µg\/ml|μg\/ml|ppm|ppb)$/ },
  { quantity: 'capacity', word: /^(specific )?capacity$/, unit: /^m?ah(\/g)?$/ }
]
/** Too short to be clear alone: these words count only with their unit. */
const needsUnit = /^(t|e|v|vf|i|im|<?j>?([ _]?geo)?|q|be|od|wl|λ)$/

export function columnQuantity({ word, unit }: NameAndUnit): QuantityKind {
  const name = word.trim().toLowerCase().replace(/[′’]/g, "'").replace(/″/g, "''")
  const rule = rules.find((candidate) => candidate.word.test(name))
  if (!rule || (unit === '' && needsUnit.test(name))) return 'other'
  return unit === '' || rule.unit.test(unit.trim().toLowerCase()) ? rule.quantity : 'other'
}
