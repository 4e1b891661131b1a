import type { Fixture } from '../fixture'

const utf16 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))
export const values = (description: string, type: string, numbers: readonly number[]) => ({ Type: 'PalmSens.Data.DataArray', Description: description, Unit: { Type: `PalmSens.Units.${type}`, S: type.replace(/^Micro/, '').slice(0, 1), Q: type }, DataValues: numbers.map((V) => ({ V })) })
export const session = (method: string, stored: readonly object[], more: object = {}): Uint8Array<ArrayBuffer> =>
  utf16(`${JSON.stringify({ Type: 'PalmSens.DataFiles.SessionFile', CoreVersion: '5.11', Measurements: [{ Title: 'Made by the project', TimeStamp: 638743721068132000, Method: `#PSTrace\r\nMETHOD_ID=${method}\r\nE_BEGIN=0.1\r\n`, DataSet: { Values: stored }, ...more }] })}\uFEFF`)
export const csv = (rows: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> =>
  utf16(['Date and time:,2020-07-10 17:21:23', 'Notes:', 'Made by the project', 'Cyclic Voltammetry: CV I vs E Scan 1,,Cyclic Voltammetry: CV I vs E Scan 2,', 'Date and time measurement:,2020-07-10 16:59:57,Date and time measurement:,2020-07-10 17:05:00', 'V,µA,V,µA', ...rows.map((row) => row.map((value) => value.toExponential(5).toUpperCase()).join(',')), ''].join('\r\n'))
const time = Array.from({ length: 50 }, (_, i) => i * 0.5)
export const fixtures: readonly Fixture[] = [
  { reader: 'palmsens-session', name: 'ca.pssession', bytes: session('ad', [values('time', 'Time', time), values('current', 'MicroAmpere', time.map((t) => -3 - t))]) },
  { reader: 'palmsens-csv', name: 'cv.csv', bytes: csv(time.map((t) => [0.5 - t / 100, t, 0.5 - t / 100, 2 * t])) }
]
