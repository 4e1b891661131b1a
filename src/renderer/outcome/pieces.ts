/** Work that may be left and gone on with between its pieces. */
export type Pieces<Made> = Generator<undefined, Made, undefined>

export function finished<Made>(pieces: Pieces<Made>): Made {
  for (;;) {
    const { done, value } = pieces.next()
    if (done) return value
  }
}
