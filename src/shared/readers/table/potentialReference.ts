export interface HeaderOfPotential { readonly rest: string; /** undefined where the header says no more than 'vs. Ref.' */ readonly reference: string | undefined }

const longest = 120
const versus = /[\s/,([]*(?:\bvs\b\.?|\bversus\b|(?<=\s)v\.(?=\s))\s*/i
const suffix = /[\s,(/]*\b(?<!\/)(RHE|SHE|NHE|SCE|MSE|Ag\/AgCl|Hg\/HgO)\b/i
const ownUnit = /[\s,/]+\s*(m?V)$/
/** Behind the reference, a bracket with a unit is the unit of the column; any other is the filling of the electrode. */
const unitInBrackets = /^\s*[([]\s*m?V\s*[)\]]/i

/**
 * 'E vs. Ag/AgCl (3 M KCl) / V', 'Potential (V vs SCE)', 'E_RHE (V)': the header without its reference, and the reference. null where it
 * names none.
 */
export function potentialReference(header: string): HeaderOfPotential | null {
  if (header.length > longest) return null
  const text = header.normalize('NFKC').replaceAll('_', ' ').trim()
  return afterVersus(text) ?? asSuffix(text)
}

function afterVersus(text: string): HeaderOfPotential | null {
  const found = versus.exec(text)
  if (!found) return null
  const start = found.index + found[0].length
  const end = endOfReference(text, start)
  // 'E / V (vs. RHE)': the bracket belongs to the reference.
  const isEnclosed = /[([]/.test(found[0])
  const written = text.slice(start, end).trim()
  const unit = ownUnit.exec(written)
  const name = (unit ? written.slice(0, unit.index) : written).replace(/[\s,;:/]+$/, '')
  if (name === '') return null
  const rest = `${text.slice(0, found.index)}${unit ? ` (${unit[1]!})` : ''}${text.slice(isEnclosed ? end + 1 : end)}`
  return { rest: rest.trim(), reference: /^(re|ref\.?|reference( electrode)?)$/i.test(name) ? undefined : name }
}

function endOfReference(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at]!
    if (letter === '(' || letter === '[') {
      if (depth === 0 && unitInBrackets.test(text.slice(at))) return at
      depth += 1
    } else if (letter === ')' || letter === ']') {
      if (depth === 0) return at
      depth -= 1
    }
  }
  return text.length
}

function asSuffix(text: string): HeaderOfPotential | null {
  const found = /^(?:E)(RHE|SHE|NHE|SCE)\b/.exec(text)
  if (found) return { rest: `E${text.slice(found[0].length)}`, reference: found[1]! }
  const named = suffix.exec(text)
  if (!named) return null
  const isEnclosed = /\(/.test(named[0])
  const after = text.slice(named.index + named[0].length)
  return { rest: `${text.slice(0, named.index)}${isEnclosed ? after.replace(/^\s*\)/, '') : after}`.trim(), reference: named[1]! }
}
