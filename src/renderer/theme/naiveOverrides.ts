import type { GlobalThemeOverrides } from 'naive-ui'

const light = { ground: '#F6F7F9', surface: '#FFFFFF', text: '#1B1F24', muted: '#59636E', placeholder: '#6B7580', line: '#DFE3E8', accent: '#1F5FBF', warning: '#9A6200', error: '#B3261E' }
const dark = { ground: '#121518', surface: '#1A1E22', text: '#E7EAED', muted: '#98A2AD', placeholder: '#8A949F', line: '#2C3238', accent: '#6EA8FF', warning: '#E0A84B', error: '#FF8A80' }

/** The controls in the window's own colours and sizes: the same numbers as tokens.css. */
export function naiveOverrides(isDark: boolean): GlobalThemeOverrides {
  const c = isDark ? dark : light
  return {
    common: {
      primaryColor: c.accent, primaryColorHover: c.accent, primaryColorPressed: c.accent, primaryColorSuppl: c.accent, warningColor: c.warning, errorColor: c.error,
      bodyColor: c.ground, cardColor: c.surface, modalColor: c.surface, popoverColor: c.surface, tableColor: c.surface, inputColor: c.surface,
      textColorBase: c.text, textColor1: c.text, textColor2: c.text, textColor3: c.muted, placeholderColor: c.placeholder, borderColor: c.line, dividerColor: c.line,
      fontSize: '13px', fontSizeSmall: '13px', fontSizeTiny: '12px', heightSmall: '28px', heightTiny: '24px', borderRadius: '6px', borderRadiusSmall: '4px',
      fontFamily: 'inherit', cubicBezierEaseInOut: 'linear'
    }
  }
}
