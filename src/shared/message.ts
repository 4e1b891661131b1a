/**
 * A sentence for the user. `text` is complete English (command line, Excel, log); `id` and `params` let the window
 * show it in another language from its message catalogue.
 */
export interface Message {
  readonly id: string
  readonly text: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** message('needs.pH', 'pH of the electrolyte of {run}', { run: 'R1' }) */
export function message(id: string, template: string, params?: Readonly<Record<string, string | number>>): Message {
  const text = params ? template.replace(/\{(\w+)\}/g, (whole, key: string) => (key in params ? String(params[key]) : whole)) : template
  return params ? { id, text, params } : { id, text }
}
