/**
 * Files that hold measurements in a layout which only their own program opens. They are recognised so that the user learns in one
 * sentence how to export them, instead of finding them among the unknown files.
 */
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { closedFormats } from './closedFormats'

function recognises({ name, bytes }: FileHead): Recognition | null {
  const found = closedFormats.find((format) => format.is(name, bytes))
  return found ? { confidence: found.confidence, why: found.why, version: found.format } : null
}

function read({ name, bytes }: ReadableFile): ReadResult {
  const found = closedFormats.find((format) => format.is(name, bytes))
  throw new ReadError(found?.advice ?? 'This file is binary and of no known format: export it as text from the program that wrote it.')
}

export const notReadable: Reader = { id: 'not-readable', format: 'Only its own program opens it', vendor: 'several', opensArchives: true, recognises, read }
