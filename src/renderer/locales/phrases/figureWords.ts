import type { Axis, Figure } from '@shared/figure'
import { english, type Translator } from './translator'

const made = new WeakMap<Translator, WeakMap<Figure, Figure>>()

/** A figure with its words in the language of the translator; numbers, colours and the keys of settings stay as they are. The same figure gives the same one again. */
export function figureInWords(figure: Figure, words: Translator): Figure {
  if (words === english) return figure
  const known = made.get(words) ?? new WeakMap<Figure, Figure>()
  made.set(words, known)
  const inWords = known.get(figure) ?? translated(figure, words)
  known.set(figure, inWords)
  return inWords
}

function translated(figure: Figure, words: Translator): Figure {
  const axis = (of: Axis): Axis => ({ ...of, title: words.label(of.title), unit: words.text(of.unit), ...(of.labels ? { labels: of.labels.map(words.label) } : {}) })
  const title = words.label(figure.title)
  if (figure.kind === 'image') return { ...figure, title }
  if (figure.kind === 'table') return { ...figure, title, header: figure.header.map(words.label), rows: figure.isQuoted ? figure.rows : figure.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? words.label(cell) : cell))) }
  const axes = { x: axis(figure.x), y: axis(figure.y) }
  if (figure.kind === 'heat') return { ...figure, ...axes, title, z: axis(figure.z) }
  if (figure.kind === 'bars') return { ...figure, ...axes, title, categories: figure.categories.map(words.label), groups: figure.groups.map((group) => ({ ...group, name: words.label(group.name) })) }
  if (figure.kind === 'radar') return { ...figure, ...axes, title, categories: figure.categories.map(words.label), groups: figure.groups.map((group) => ({ ...group, name: words.label(group.name) })) }
  return {
    ...figure, ...axes, title,
    series: figure.series.map((series) => ({
      ...series, name: words.label(series.name), ...(series.note === undefined ? {} : { note: words.text(series.note) }), ...(series.family === undefined ? {} : { family: words.label(series.family) })
    })),
    ...(figure.marks ? { marks: figure.marks.map((mark) => ({ ...mark, label: words.label(mark.label) })) } : {}),
    ...(figure.handles ? { handles: figure.handles.map((handle) => ({ ...handle, label: words.label(handle.label) })) } : {}),
    ...(figure.bands ? { bands: figure.bands.map((band) => ({ ...band, label: words.label(band.label) })) } : {})
  }
}
