/** Colours and font of a chart; the window's own come from its CSS custom properties. */
export interface ChartTheme {
  readonly dark: boolean
  readonly surface: string
  readonly text: string
  readonly muted: string
  readonly line: string
  readonly accent: string
  readonly font: string
}

/** Figures leave the program on white, whatever the window looks like. */
export const exportTheme: ChartTheme = {
  dark: false, surface: '#FFFFFF', text: '#1B1F24', muted: '#59636E', line: '#DFE3E8', accent: '#1F5FBF',
  font: 'Segoe UI, Noto Sans, Noto Sans CJK SC, sans-serif'
}

export function readChartTheme(root: HTMLElement): ChartTheme {
  const style = getComputedStyle(root)
  const colour = (name: 'surface' | 'text' | 'muted' | 'line' | 'accent'): string => style.getPropertyValue(`--${name}`).trim() || exportTheme[name]
  return {
    dark: root.classList.contains('dark'), surface: colour('surface'), text: colour('text'), muted: colour('muted'), line: colour('line'),
    accent: colour('accent'), font: (document.body ? getComputedStyle(document.body).fontFamily : '') || exportTheme.font
  }
}
