import { NotNow } from '../../shared/analyses/engine'
import { codeOf } from '../disk'

/** A disk that fails while something is read is no fault of the analysis: nothing is concluded from it, and it is done again. What is damaged for good is one. */
export function orNotNow<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_') && !codeOf(error).startsWith('SQLITE_CORRUPT')) throw new NotNow((error as Error).message)
    throw error
  }
}
