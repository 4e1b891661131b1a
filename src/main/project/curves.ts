import type { CurvePicture } from '../../shared/numerics/curvePicture'
import { curvePicture } from '../../shared/numerics/curvePicture'
import type { Range } from '../../shared/numerics/range'
import type { TraceCurve } from '../../shared/api'
import { readColumns } from '../store/measurements'
import type { Project } from './project'

/** Rows stay in memory so long after the last question: the next one comes within a frame. */
const keep_ms = 60_000
const mostBytes = 300_000_000

export type Curves = (project: Project, id: string, columns: readonly [x: number, y: number], window: Range | null, width: number) => TraceCurve

/** Two columns of an entry as a curve for any window. The rows are read and looked at once; the newest curve is kept whatever its size. */
export function createCurves(): Curves {
  const curves = new Map<string, { readonly picture: CurvePicture; readonly bytes: number }>()
  let owner: Project | null = null
  let timer: NodeJS.Timeout | undefined
  const forget = (): void => {
    curves.clear()
    owner = null
  }
  const prepared = (project: Project, key: string, id: string, columns: readonly [number, number]): CurvePicture => {
    const known = curves.get(key)
    if (known) {
      curves.delete(key) // and last again
      curves.set(key, known)
      return known.picture
    }
    const [x, y] = readColumns(project.driver, id, columns)
    if (!x || !y || x.labels || y.labels) throw new Error('That entry has no such columns of numbers.')
    const picture = curvePicture(x.values, y.values)
    curves.set(key, { picture, bytes: x.values.byteLength + y.values.byteLength })
    let bytes = [...curves.values()].reduce((sum, one) => sum + one.bytes, 0)
    for (const [old, one] of curves) {
      if (bytes <= mostBytes || old === key) break
      curves.delete(old)
      bytes -= one.bytes
    }
    return picture
  }
  return (project, id, columns, window, width) => {
    if (owner !== project) forget()
    owner = project
    clearTimeout(timer)
    timer = setTimeout(forget, keep_ms)
    timer.unref()
    const entry = project.entries().find((candidate) => candidate.id === id)
    if (!entry?.measurement) throw new Error('That entry has no curve to show.')
    const picture = prepared(project, `${id}\n${entry.revision}\n${columns.join()}`, id, columns)
    return { ...picture.draw(window, width), rows: picture.rows }
  }
}
