/** 'NO3RR_summary_2026-03-14.xlsx': the day of the person who exports. */
export function exportName(project: string, what: string, at: Date, extension = '.xlsx'): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${project}_${what}_${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}${extension}`
}
