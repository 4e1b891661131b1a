import type { BarsFigure, XyFigure } from '../../../src/shared/figure'

export const sweep: XyFigure = {
  kind: 'xy', id: 'sweep', title: 'Linear sweep', x: { title: 'E', unit: 'V vs RHE' }, y: { title: 'j', unit: 'mA/cm2' },
  series: [
    { name: 'RuFe-NC', catalyst: 'RuFe-NC', style: 'line', x: [0.2, -0.3, -0.8], y: [0, -20, -60] },
    { name: 'NC', catalyst: 'NC', style: 'dashed', x: [0.2, -0.3, -0.8], y: [0, -1, -8], note: 'smoothed' }
  ],
  marks: [{ axis: 'x', value: 0.03, label: 'onset', catalyst: 'RuFe-NC' }, { axis: 'y', value: -10, label: 'j = −10' }]
}

export const bars: BarsFigure = {
  kind: 'bars', id: 'fe', title: 'Faradaic efficiency', categories: ['-0.1', '-0.2'], x: { title: 'E', unit: 'V vs RHE' }, y: { title: 'FE',
    unit: '%' }, stacked: false,
  groups: [
    { name: 'NH₃', values: [90, 80], errors: [2, 3], points: [[88, 92], [70, 95]] },
    { name: 'H₂', values: [5, null], errors: [1, null] }
  ]
}
