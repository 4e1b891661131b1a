import type { Column, ColumnSummary, Measurement, MeasurementSummary } from '../../shared/measurement'
import { everyRow, summariseMeasurement } from '../../shared/measurement'
import type { Driver } from './driver'
import { sha256Bytes } from './sha256'

const bytesOf = (values: Float64Array): Uint8Array => new Uint8Array(values.buffer, values.byteOffset, values.byteLength)

/** Of a file whose earlier ones are forgotten (`forgetContents`): their ids are the file's id and their position, so edits stay attached. */
export function writeMeasurements(driver: Driver, fileId: string, measurements: readonly Measurement[]): void {
  measurements.forEach((measurement, position) => {
    const id = `${fileId}:${position}`
    driver.run('INSERT INTO measurements VALUES (?, ?, ?, ?)', [id, fileId, position, JSON.stringify(summariseMeasurement(measurement))])
    measurement.columns.forEach((column, i) => {
      driver.run('INSERT INTO columns VALUES (?, ?, ?, ?, ?)', [id, i, bytesOf(column.values), column.labels ? JSON.stringify(column.labels) : null, sha256Bytes(bytesOf(column.values))])
    })
  })
}

export interface StoredMeasurement { readonly id: string; readonly fileId: string; readonly summary: MeasurementSummary }

export function readSummaries(driver: Driver, fileId?: string): StoredMeasurement[] {
  const where = fileId === undefined ? '' : ' WHERE fileId = ?'
  return driver
    .all<{ id: string; fileId: string; summary: string }>(
      `SELECT id, fileId, summary FROM measurements${where} ORDER BY fileId, position`,
      fileId === undefined ? [] : [fileId]
    )
    .map(({ id, fileId: file, summary }) => ({ id, fileId: file, summary: JSON.parse(summary) as MeasurementSummary }))
}

interface StoredColumn { readonly values_: ArrayBuffer; readonly labels: string | null; readonly sha256: string | null }

function summaryOf(driver: Driver, id: string): MeasurementSummary {
  const row = driver.get<{ summary: string }>('SELECT summary FROM measurements WHERE id = ?', [id])
  if (!row) throw new RangeError(`no measurement ${id}`)
  return JSON.parse(row.summary) as MeasurementSummary
}

function columnOfBlob({ name, quantity, unit, repeats }: ColumnSummary, blob: StoredColumn): Column {
  if (blob.sha256 !== null && blob.sha256 !== sha256Bytes(new Uint8Array(blob.values_))) throw new RangeError('its numbers are damaged in the project file; read its file again from the Inbox')
  const labels = blob.labels === null ? undefined : (JSON.parse(blob.labels) as string[])
  return { name, quantity, unit, values: everyRow({ values: new Float64Array(blob.values_), ...(repeats ? { repeats } : {}) }), ...(labels ? { labels } : {}) }
}

/** The measurement with its numbers. Throws when there is none of that id, or when its numbers are not those that were stored. */
export function readMeasurement(driver: Driver, id: string): Measurement {
  const summary = summaryOf(driver, id)
  const blobs = driver.all<StoredColumn>('SELECT values_, labels, sha256 FROM columns WHERE measurementId = ? ORDER BY position', [id])
  const columns = summary.columns.map((column, i): Column => {
    const blob = blobs[i]
    if (!blob) throw new RangeError(`measurement ${id} lacks column ${i}`)
    return columnOfBlob(column, blob)
  })
  return { ...summary, columns }
}

/** Single columns by their places, undefined where there is none; the others are not read. Throws like readMeasurement. */
export function readColumns(driver: Driver, id: string, places: readonly number[]): (Column | undefined)[] {
  const { columns } = summaryOf(driver, id)
  return places.map((place) => {
    const blob = driver.get<StoredColumn>('SELECT values_, labels, sha256 FROM columns WHERE measurementId = ? AND position = ?', [id, place])
    const summary = columns[place]
    return blob && summary ? columnOfBlob(summary, blob) : undefined
  })
}
