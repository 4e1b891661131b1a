/** All numbers of a text as shown on screen (true minus signs, thin spaces), without those inside words such as NH3. */
export function numbersIn(text: string): number[] {
  const plain = text.replace(/\u2212/g, '-').replace(/[\u2009\u202f]/g, ' ')
  return [...plain.matchAll(/(?<![\p{L}\d.])-?\d+(?:\.\d+)?(?![\p{L}\d])/gu)].map((match) => Number(match[0]))
}

/** Whether one of the numbers is the expected one, as far as rounding to three figures allows. */
export const holds = (numbers: readonly number[], expected: number): boolean => numbers.some((value) => Math.abs(value - expected) <= Math.abs(expected) * 0.006)
