const subscripts = '₀₁₂₃₄₅₆₇₈₉'

/** '*HNO2' as it is printed: '*HNO₂'. Names of other bands stay as they are. */
export const adsorbateText = (name: string): string => (name.startsWith('*') ? name.replace(/\d/g, (digit) => subscripts[Number(digit)]!) : name)

/** A state of a reaction as it is printed: 'NO3-' → 'NO₃⁻', '1/2 H2' → '½H₂', '*NH2OH' → '*NH₂OH'. Numbers that stand before a formula stay. */
export const stateText = (name: string): string => name.replace(/\b1\/2 ?(?=[A-Z])/g, '½').replace(/(?<=[A-Za-z)\]₀-₉])\d+/g, (digits) => [...digits].map((digit) => subscripts[Number(digit)]!).join(''))
  .replace(/(?<=[A-Za-z)\]₀-₉])[-\u2212](?=$|[\s+)])/g, '⁻').replace(/(?<=[A-Za-z)\]₀-₉])\+(?=$|[\s)])/g, '⁺')
