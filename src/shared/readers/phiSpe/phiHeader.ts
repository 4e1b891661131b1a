/** The text at the beginning of a PHI file: 'SOFH', lines 'Key: value' of which some repeat, 'EOFH'; then binary blocks (phiBlocks.ts). */
import type { NamedValue } from '../../measurement'
import { ReadError } from '../reader'
import { decodeText } from '../text/decodeText'

const LONGEST_HEADER = 4_000_000
const LONGEST_VALUE = 400
const CR = 13
const LF = 10
const isLineEnd = (byte: number | undefined): boolean => byte === LF || byte === CR
const isWord = (bytes: Uint8Array, at: number, word: string): boolean => [...word].every((letter, i) => bytes[at + i] === letter.charCodeAt(0))

export const isPhi = (bytes: Uint8Array): boolean => isWord(bytes, 0, 'SOFH') && isLineEnd(bytes[4])

/** Where the line EOFH begins and what follows it; -1: the header does not end within what is there. */
export function headerEnd(bytes: Uint8Array): { readonly end: number; readonly next: number } {
  const most = Math.min(bytes.length, LONGEST_HEADER)
  for (let at = bytes.indexOf(LF); at >= 0 && at < most; at = bytes.indexOf(LF, at + 1)) {
    if (!isWord(bytes, at + 1, 'EOFH')) continue
    const behind = at + 5
    if (bytes[behind] === CR) return { end: at + 1, next: behind + (bytes[behind + 1] === LF ? 2 : 1) }
    if (bytes[behind] === LF || behind >= bytes.length) return { end: at + 1, next: behind + 1 }
  }
  return { end: -1, next: -1 }
}

export interface PhiLine { readonly name: string; readonly value: string }

export const linesOf = (bytes: Uint8Array): PhiLine[] => decodeText(bytes).text.split(/\r\n|\n|\r/).slice(1).flatMap((line) => {
  const match = /^([^:]{1,60}):(.*)$/.exec(line)
  return match ? [{ name: match[1]!.trim(), value: match[2]!.trim() }] : []
})

/**
 * SpectralRegDef: number, index, name, atomic number, points, step, start, end, limits of the quantification (2), collection time of a point
 * over all its sweeps, pass energy, 'AREA'. SpectralRegDef2: number, width, sweeps, … SpectralRegDefFull is what was asked for.
 */
export interface Region { readonly number: number; readonly name: string; readonly points: number; readonly step: number; readonly start: number; readonly stop: number; readonly settings: readonly NamedValue[] }

const numberOf = (text: string | undefined): number => (text === undefined || text === '' ? NaN : Number(text))

export function regionsOf(lines: readonly PhiLine[]): Region[] {
  return lines.filter(({ name }) => name === 'SpectralRegDef').map(({ value }) => {
    const words = value.split(/\s+/)
    const [number, , , , points, step, start, stop, , , collected, pass] = words.map(numberOf)
    if (!Number.isSafeInteger(number) || !Number.isSafeInteger(points) || points! < 1 || ![step, start, stop].every(Number.isFinite)) {
      throw new ReadError(`The header describes a region in a way that is not read ("SpectralRegDef: ${value.slice(0, 60)}"); export the spectra from MultiPak as VAMAS.`)
    }
    const ownName = /^SpectralReg[A-Za-z]+\d?$/
    const own = lines.filter((line) => ownName.test(line.name) && !line.name.endsWith('Full') && numberOf(line.value.split(/\s+/)[0]) === number)
    const sweeps = numberOf(own.find(({ name }) => name === 'SpectralRegDef2')?.value.split(/\s+/)[2])
    const found: NamedValue[] = [
      { name: 'Step (eV)', value: step! }, { name: 'Collection time of a point (s)', value: collected ?? NaN }, { name: 'Pass energy (eV)', value: pass ?? NaN }, { name: 'Sweeps', value: sweeps }
    ]
    return {
      number: number!, name: words[2] ?? '', points: points!, step: step!, start: start!, stop: stop!,
      settings: [...found.filter(({ value }) => Number.isFinite(value)), ...own.map(({ name, value }) => ({ name, value }))]
    }
  })
}

/** What is said of the whole file; the lines of its regions go with them. */
export function generalSettings(lines: readonly PhiLine[]): NamedValue[] {
  return lines.filter(({ name, value }) => value !== '' && value.length <= LONGEST_VALUE && !/^SpectralReg/.test(name)).map(({ name, value }) => ({ name, value: Number.isFinite(Number(value)) ? Number(value) : value }))
}

/** 'year month day', without a time. */
export function dayOf(text: string): string | null {
  const match = /^(\d{4})\s+(\d{1,2})\s+(\d{1,2})$/.exec(text)
  const [month, day] = [Number(match?.[2]), Number(match?.[3])]
  const two = (value: number): string => String(value).padStart(2, '0')
  return match && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${match[1]}-${two(month)}-${two(day)}` : null
}
