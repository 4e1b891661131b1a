import type { Finding } from '../analyses/analysis'

/** What an acknowledgement is stored under: the same words for the same catalyst; another number is another finding. */
export const findingKey = (finding: Finding): string => JSON.stringify([finding.rule, finding.catalyst, finding.message.text])
