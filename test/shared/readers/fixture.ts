/** A file that the project itself writes, for the tests that every reader must pass. */
export interface Fixture {
  readonly reader: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly sibling?: (name: string) => Uint8Array | undefined
  /** A file that nobody can read openly: its reader recognises it and says how to export it. */
  readonly refused?: boolean
}
