import { messagesEn } from './messagesEn'
import { messagesZhCN } from './messagesZhCN'

/** Words of the cards and charts, for the window's message catalogue. */
export const messages = { en: messagesEn, 'zh-CN': messagesZhCN }
