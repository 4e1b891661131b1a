import { Zip, ZipDeflate } from 'fflate'

/** A file of a zip, in pieces. */
export interface Part { readonly name: string; readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array> }

/** A zip that never lies in memory as a whole. */
export async function* zipped(parts: AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  for await (const { name, chunks } of parts) {
    const part = new ZipDeflate(name, { level: 3 })
    zip.add(part)
    for await (const chunk of chunks) {
      part.push(chunk)
      yield* ready.splice(0)
    }
    part.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}
