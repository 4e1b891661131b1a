import { reportHead } from '@shared/reportPage'
import { escapeHtml, typesetHtml } from './html'

export interface ReportTable { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly more: number }
export interface ReportCard {
  readonly title: string
  /** Whole SVG documents. */
  readonly figures: readonly { readonly title: string; readonly svg: string; readonly isWide: boolean; readonly hasCaption: boolean }[]
  readonly tables: readonly ReportTable[]
  readonly findings: readonly { readonly level: string; readonly text: string }[]
  readonly needs: readonly string[]
}
export interface ReportMethod { readonly title: string; readonly sentences: readonly string[] }
export interface ReportFile { readonly name: string; readonly reader: string; readonly sha256: string; readonly feeds: string }
export interface Report {
  readonly language: string
  readonly title: string
  readonly facts: readonly string[]
  readonly simulated: string | null
  readonly parts: readonly { readonly title: string; readonly cards: readonly ReportCard[] }[]
  readonly methods: readonly ReportMethod[]
  readonly files: readonly ReportFile[]
  readonly words: { readonly methods: string; readonly files: string; readonly file: string; readonly reader: string; readonly feeds: string; readonly needs: string; readonly more: (n: number) => string }
}

const style = `
@page { size: A4; margin: 16mm 15mm 18mm; }
* { box-sizing: border-box; }
body { max-width: 180mm; margin: 0 auto; padding: 8mm 0; color: #1b1f24; background: #fff; font: 9.5pt/1.42 Arial, Helvetica, "Liberation Sans", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums; }
@media print { body { max-width: none; padding: 0; } }
h1 { margin: 0 0 1mm; font-size: 19pt; }
h2 { margin: 8mm 0 3mm; padding-bottom: 1mm; border-bottom: 1.2pt solid #1b1f24; font-size: 13pt; break-after: avoid; }
h3 { margin: 0 0 1.5mm; font-size: 10.5pt; break-after: avoid; }
p { margin: 0 0 1.5mm; }
.facts, .muted, figcaption { color: #57606a; font-size: 8.5pt; }
.simulated { display: inline-block; margin: 1mm 0 2mm; padding: 0.6mm 2mm; border: 0.8pt solid #9a6700; border-radius: 1mm; color: #7d5300; font-size: 8.5pt; }
.card { margin: 0 0 5.5mm; }
.figures { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm; }
.figures.one { grid-template-columns: 100mm; }
.beside { display: grid; grid-template-columns: 88mm minmax(0, 1fr); gap: 4mm; align-items: start; }
.beside table { margin-top: 0; }
.files { table-layout: fixed; }
.files td:nth-child(3) { font-size: 7.5pt; }
figure { margin: 0; break-inside: avoid; }
figure.wide { grid-column: 1 / -1; }
figure svg { display: block; width: 100%; height: auto; }
table { width: 100%; margin: 1.5mm 0; border-collapse: collapse; font-size: 8.5pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { padding: 0.7mm 3mm 0.7mm 0; border-bottom: 0.8pt solid #57606a; color: #424a53; font-weight: 600; text-align: left; vertical-align: bottom; }
td { padding: 0.55mm 3mm 0.55mm 0; border-bottom: 0.4pt solid #d8dee4; vertical-align: top; overflow-wrap: break-word; }
.files td { overflow-wrap: anywhere; }
.note { margin: 1mm 0; padding: 0.8mm 2mm; border-left: 1.6pt solid #8c959f; background: #f6f8fa; font-size: 8.5pt; break-inside: avoid; }
.note.warning { border-color: #bf8700; background: #fff8e5; }
.note.error { border-color: #cf222e; background: #ffebe9; }
code { font: 8pt/1.3 Consolas, Menlo, "Liberation Mono", monospace; }
sub { font-size: 0.72em; line-height: 0; }
`

/** A page of its own, for the browser, for paper and for an e-mail: no script, no link to anywhere, every figure as vectors with real text. */
export function reportHtml(report: Report): string {
  const { title, facts, simulated, parts, methods, files, words } = report
  return [
    `${reportHead}<title>${escapeHtml(title)}</title><style>${style}</style></head><body lang="${escapeHtml(report.language)}">`,
    `<h1>${escapeHtml(title)}</h1>`, simulated === null ? '' : `<p class="simulated">${escapeHtml(simulated)}</p>`, `<p class="facts">${facts.map(escapeHtml).join(' · ')}</p>`,
    ...parts.filter(({ cards }) => cards.length > 0).map((part) => `<h2>${escapeHtml(part.title)}</h2>${part.cards.map((card) => cardHtml(card, words)).join('')}`),
    methods.length === 0 ? '' : `<h2>${escapeHtml(words.methods)}</h2>${methods.map((method) => `<p><b>${typesetHtml(method.title)}.</b> ${method.sentences.map(typesetHtml).join(' ')}</p>`).join('')}`,
    files.length === 0 ? '' : `<h2>${escapeHtml(words.files)}</h2>${filesHtml(files, words)}`,
    '</body></html>'
  ].join('')
}

const widestBeside = 5

function cardHtml({ title, figures, tables, findings, needs }: ReportCard, words: Report['words']): string {
  const drawn = figures.map(({ title: name, svg, isWide, hasCaption }) => `<figure${isWide ? ' class="wide"' : ''}>${svg}${hasCaption || figures.length > 1 ? `<figcaption>${hasCaption ? escapeHtml(name) : typesetHtml(name)}</figcaption>` : ''}</figure>`).join('')
  const [first, ...others] = tables
  // A narrow table fits beside the only figure: half as many pages.
  const isBeside = figures.length === 1 && !figures[0]!.isWide && first !== undefined && first.head.length <= widestBeside
  const drawing = figures.length === 0 ? '' : isBeside ? `<div class="beside">${drawn}<div>${tableHtml(first, words)}</div></div>` : `<div class="figures${figures.length === 1 && !figures[0]!.isWide ? ' one' : ''}">${drawn}</div>`
  return `<section class="card"><h3>${typesetHtml(title)}</h3>`
    + findings.map(({ level, text }) => `<p class="note ${level === 'error' ? 'error' : level === 'warning' ? 'warning' : ''}">${escapeHtml(text)}</p>`).join('')
    + drawing + (isBeside ? others : tables).map((table) => tableHtml(table, words)).join('')
    + (needs.length === 0 ? '' : `<p class="muted">${escapeHtml(words.needs)}: ${needs.map(escapeHtml).join('; ')}</p>`) + '</section>'
}

const tableHtml = ({ head, rows, more }: ReportTable, words: Report['words']): string =>
  `<table><thead><tr>${head.map((cell) => `<th>${typesetHtml(cell)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${typesetHtml(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`
  + (more > 0 ? `<p class="muted">${escapeHtml(words.more(more))}</p>` : '')

const filesHtml = (files: readonly ReportFile[], words: Report['words']): string =>
  `<table class="files"><colgroup><col style="width:31%"><col style="width:17%"><col><col style="width:33mm"></colgroup><thead><tr>${[words.file, words.reader, words.feeds, 'SHA-256'].map((cell) => `<th>${escapeHtml(cell)}</th>`).join('')}</tr></thead><tbody>${files.map(({ name, reader, feeds, sha256 }) => `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(reader)}</td><td>${escapeHtml(feeds)}</td><td><code>${escapeHtml(sha256.slice(0, 16))}…</code></td></tr>`).join('')}</tbody></table>`
