import type { HistoryItem } from '../../shared/api'
import type { Driver } from './driver'

/** A stored step: `forward` and `backward` are lists of primitive changes (see project/changes.ts). */
export interface HistoryStep { readonly id: number; readonly label: string; readonly forward: string; readonly backward: string }

export function addStep(driver: Driver, step: Omit<HistoryStep, 'id'>, at: string): void {
  driver.run('DELETE FROM history WHERE undone = 1')
  driver.run('INSERT INTO history (at, label, forward, backward) VALUES (?, ?, ?, ?)', [at, step.label, step.forward, step.backward])
}

export const lastDone = (driver: Driver): HistoryStep | undefined =>
  driver.get<HistoryStep>('SELECT id, label, forward, backward FROM history WHERE undone = 0 ORDER BY id DESC LIMIT 1')
export const firstUndone = (driver: Driver): HistoryStep | undefined =>
  driver.get<HistoryStep>('SELECT id, label, forward, backward FROM history WHERE undone = 1 ORDER BY id LIMIT 1')

export function markUndone(driver: Driver, id: number, undone: boolean): void {
  driver.run('UPDATE history SET undone = ? WHERE id = ?', [undone ? 1 : 0, id])
}

export const readHistory = (driver: Driver): HistoryItem[] =>
  driver.all<{ id: number; at: string; label: string; undone: number }>('SELECT id, at, label, undone FROM history ORDER BY id DESC LIMIT 1000')
    .map((row) => ({ ...row, undone: row.undone === 1 }))
