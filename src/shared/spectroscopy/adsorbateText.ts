const subscripts = '₀₁₂₃₄₅₆₇₈₉'

/** '*HNO2' as it is printed: '*HNO₂'. Names of other bands stay as they are. */
export const adsorbateText = (name: string): string => (name.startsWith('*') ? name.replace(/\d/g, (digit) => subscripts[Number(digit)]!) : name)
