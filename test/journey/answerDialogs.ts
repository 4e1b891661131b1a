import type { ElectronApplication } from 'playwright-core'

export interface DialogAnswers {
  /** Path for the next save dialogs. */
  readonly save?: string
  /** Paths for the next open dialogs. */
  readonly open?: readonly string[]
}

/** Native dialogs cannot be clicked by a test; from now on the app hears these answers instead. Returns nothing: ask `proposedNames`. */
export async function answerDialogs(app: ElectronApplication, { save, open }: DialogAnswers): Promise<void> {
  await app.evaluate(({ dialog }, answers) => {
    const proposed: string[] = ((globalThis as { proposedNames?: string[] }).proposedNames ??= [])
    const optionsOf = (words: readonly unknown[]): { defaultPath?: string } => words.at(-1) as { defaultPath?: string }
    dialog.showSaveDialog = async (...words: unknown[]) => {
      proposed.push(optionsOf(words).defaultPath ?? '')
      return { canceled: answers.save === null, filePath: answers.save ?? '' }
    }
    dialog.showOpenDialog = async () => ({ canceled: answers.open.length === 0, filePaths: [...answers.open] })
  }, { save: save ?? null, open: [...(open ?? [])] })
}

/** Paths that the app proposed in save dialogs so far. */
export const proposedNames = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => (globalThis as { proposedNames?: string[] }).proposedNames ?? [])
