import type { InboxRow } from '@shared/api'

/** Key of the word for what became of a file: one that several formats fit is no failure, it waits for its user's answer. */
export const stateKey = ({ status, format }: Pick<InboxRow, 'status' | 'format'>): string => `inbox.status.${status === 'unrecognised' && format !== null ? 'asks' : status}`
