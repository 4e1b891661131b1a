/** A moment as people of that language write it, day and month never to be mistaken for each other; what is no moment stays as it is. */
export function timeText(iso: string, locale: string): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }).format(moment)
}
