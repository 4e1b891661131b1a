import { composed } from './plainText'

/** What stands before the number of a repeat, in names and in run sheets. */
export const replicateWord = String.raw`(?:r|rep|repl|repeat|replicate|run|trial|wdh|wiederholung|replikat|#|平行样?|重复)`
const numbered = new RegExp(`^${replicateWord}?[-_.\\s#]{0,3}(\\d{1,4})(?:[.,]0{1,3})?$`, 'i')

/** One form for what labs write: 'r1', 'R1', '01', 'rep 1', '#1' and a sheet's '1.0' are the replicate '1'; a name ('A', 'new cell') is itself. */
export function replicateName(text: string): string {
  const plain = composed(text).trim().replace(/\s+/g, ' ')
  const number = numbered.exec(plain)?.[1]
  return number === undefined ? plain : String(Number(number))
}
