/**
 * What analyses, checks and readers say, in another language. Messages stand by their id, every other text by its English template.
 * A place is {name}, taken over as it is; {name:number}, a number; {name:cell}, a cell of a spreadsheet; {name:phrase}, a text that must be in the catalogue itself;
 * {name:label}, names and words parted by commas, of which the words are translated.
 */
export interface Catalogue {
  readonly messages?: Readonly<Record<string, string>>
  readonly phrases?: Readonly<Record<string, string>>
  /** Citations and names that are the same in every language. */
  readonly asTheyAre?: readonly string[]
}

export function joinCatalogues(parts: readonly Catalogue[]): Required<Catalogue> {
  return {
    messages: Object.assign({}, ...parts.map(({ messages }) => messages)) as Record<string, string>,
    phrases: Object.assign({}, ...parts.map(({ phrases }) => phrases)) as Record<string, string>,
    asTheyAre: parts.flatMap(({ asTheyAre }) => asTheyAre ?? [])
  }
}
