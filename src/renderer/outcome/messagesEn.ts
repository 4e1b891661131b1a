export const messagesEn = {
  card: {
    onlyFor: 'Only for {catalyst}; otherwise for all catalysts',
    nothing: 'nothing of this kind in the project yet',
    needs: 'needs {n} input | needs {n} inputs',
    where: { runSheet: 'run sheet', settings: 'settings', folders: 'folders', inbox: 'inbox' },
    howComputed: 'How computed',
    howComputedOf: 'How {title} is computed',
    source: 'Source',
    assumes: 'Assumes',
    version: 'Version',
    inputs: 'from {n} file | from {n} files',
    settings: 'Settings',
    menu: 'More for {title}',
    menuHint: 'More',
    copyImage: 'Copy figure as PNG',
    copyText: 'Copy data',
    results: 'Results',
    catalyst: 'Catalyst',
    singleRuns: '{n} single runs',
    replicate: 'rep. {name}',
    whereFrom: '{metric} {value}: where from?',
    whereFromHint: 'Where from?',
    level: { error: 'Error:', warning: 'Warning:', note: 'Note:' },
    rule: 'Rule {rule} · {source}',
    condition: {}
  },
  chart: {
    label: 'Chart: {title}. {y} against {x}, {count} series. Arrow keys move, plus and minus zoom, 0 shows all; the numbers follow as a table.',
    legend: 'Series',
    legendHint: 'Click: hide or show. Double click: this one alone.',
    dataTable: 'Data table',
    everyNthRow: '{shown} of {total} rows; copy the data for all',
    thinned: 'drawn from {rows} points, every peak kept',
    notOnLog: '{rows} values that are not positive cannot stand on a logarithmic axis'
  }
}
