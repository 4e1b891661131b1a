import { describe, expect, it } from 'vitest'
import { fieldDefinitions } from '../../../../src/shared/metadata/fields'
import { parseTemplate } from '../../../../src/shared/metadata/nameTemplate/parseTemplate'
import { templateFieldNames } from '../../../../src/shared/metadata/nameTemplate/templateField'

const problem = (text: string): string => {
  const parsed = parseTemplate(text)
  return 'problem' in parsed ? parsed.problem.text : 'none'
}
const keys = (text: string): (string | null)[] => {
  const parsed = parseTemplate(text)
  return 'problem' in parsed ? [parsed.problem.text] : parsed.parts.flatMap((part) => ('field' in part ? [part.field.key] : []))
}

describe('a template of file names', () => {
  it('knows every field that a name can state, as run sheets, people and the program write it', () => {
    expect(templateFieldNames.map(({ key }) => key)).toEqual(fieldDefinitions.map(({ key }) => key).filter((key) => key !== 'file'))
    for (const { key, name } of templateFieldNames) for (const spelling of [name, key, name.toUpperCase(), `${name} `]) expect(keys(`x{${spelling}}`), spelling).toEqual([key])
    expect(keys('{Scan_Rate} {potential (V)}-{ignore}-{*}-{电位}')[0]).toContain('states what an earlier field states')
    expect(keys('{Scan_Rate} {potential (V)}-{ignore}-{*}-{催化剂}')).toEqual(['scanRate_mV_s', 'potential_V', null, null, 'catalyst'])
  })
  it('takes the unit of bare numbers, and a sign of those without one', () => {
    const fields = (text: string) => { const parsed = parseTemplate(text); return 'problem' in parsed ? parsed.problem.text : parsed.parts.flatMap((part) => ('field' in part ? [[part.field.unit, part.field.factor, part.field.isNegative]] : [])) }
    expect(fields('{potential}_{time}_{scan rate}')).toEqual([['V', 1, false], ['h', 1, false], ['mV/s', 1, false]])
    expect(fields('{potential:-mV}_{time:min}_{scan rate:V/s}_{nitrate:mM}_{catalyst}')).toEqual([['mV', 1e-3, true], ['min', 1 / 60, false], ['V/s', 1e3, false], ['mM', 1e-3, false], [undefined, 1, false]])
    expect(fields('{potential:-}')).toEqual([['V', 1, true]])
  })
  it.each([
    ['{catalyst', 'The brace at character 1 of the template is not closed; close it behind the name of its field.'],
    ['{catalyst}_{technique_{potential}', 'The brace at character 12 of the template is not closed; close it behind the name of its field.'],
    ['catalyst}_{technique}', 'The brace at character 9 of the template was never opened; delete it, or open it before the name of a field.'],
    ['{catalyst}_{colour}', '“colour” at character 13 of the template is no field'],
    ['{catalyst}_{}', '“” at character 13 of the template is no field'],
    ['{file}_{technique}', '“file” at character 2 of the template is no field'],
    ['{catalyst}{technique}', 'Nothing stands between {catalyst} and {technique} (character 11 of the template)'],
    ['{catalyst}_{*}{technique}', 'Nothing stands between {*} and {technique} (character 15 of the template)'],
    ['{catalyst}_{Catalyst}', '{Catalyst} at character 12 of the template states what an earlier field states'],
    ['{potential:mA}', '“potential:mA” at character 2 of the template does not end with a unit of its field'],
    ['{catalyst:mV}', '“catalyst:mV” at character 2 of the template does not end with a unit of its field'],
    ['{time:-h}', '“time:-h” at character 2 of the template does not end with a unit of its field'],
    ['day1/{catalyst}', 'The slash at character 5 of the template parts folders'],
    ['day1\\{catalyst}', 'The slash at character 5 of the template parts folders'],
    ['{*}_{*}', 'The template names no field'],
    ['', 'The template names no field'],
    [`{catalyst}${'x'.repeat(300)}`, 'The template has 310 characters']
  ])('%s is refused in one sentence that names the place', (text, sentence) => {
    expect(problem(text)).toContain(sentence)
    expect(problem(text).match(/\.(?:\s|$)/g)).toHaveLength(1)
  })
})
