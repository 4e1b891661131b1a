import type { Outcome, Result } from '../../../src/shared/analyses/analysis'
import type { AnalysisInfo } from '../../../src/shared/api'

export function result(metric: string, value: number, conditions: Result['conditions'] = {}, more: Partial<Result> = {}): Result {
  return { catalyst: 'RuFe-NC', metric, value, u: null, unit: '%', conditions, method: 'FE = 8·F·n/Q', inputs: ['e1'], ...more }
}

export function outcome(more: Partial<Outcome>): Outcome {
  return {
    analysis: 'faradaicEfficiency', version: 1, catalyst: 'RuFe-NC', state: 'result', results: [], figures: [], needs: [], findings: [],
    trace: { appVersion: '0.1.0', settings: {}, key: 'k1', inputs: [{ entry: 'e1', path: '/lab/CA.txt', revision: '1' }] }, ...more
  }
}

export const info: AnalysisInfo = {
  id: 'faradaicEfficiency', title: 'Faradaic efficiency', tab: 'performance', scope: 'catalyst',
  about: { equation: 'FE = 8·F·n/Q', source: 'Li 2023', assumes: ['Well mixed.'] },
  settings: [
    { key: 'threshold', label: 'Threshold', unit: 'mA/cm2', default: 0.5, value: 0.7 }, { key: 'subtract', label: 'Subtract the blank',
      default: true, value: true },
    { key: 'range', label: 'Range', default: 'full', options: ['full', 'occupied'], value: 'full' }
  ]
}
