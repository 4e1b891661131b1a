import { vamasMark } from '../../../../src/shared/readers/vamas/vamasHeader'

export interface WrittenBlock {
  readonly name: string
  readonly species?: string
  readonly transition?: string
  readonly technique?: string
  readonly hv_eV?: string
  readonly x?: number
  readonly y?: number
  readonly variable?: number
  readonly start?: number
  readonly step?: number
  readonly abscissa?: string
  /** Per ordinate one list. */
  readonly ordinates: readonly (readonly number[])[]
  readonly declared?: number
  readonly comment?: readonly string[]
}

/** A VAMAS file as ISO 14976 lays it out; nothing but what the tests need. */
export function vamasText(blocks: readonly WrittenBlock[], mode = 'NORM', scanMode = 'REGULAR', eol = '\r\n'): string {
  const isMap = mode === 'MAP'
  const hasVariable = blocks.some(({ variable }) => variable !== undefined)
  const sputters = mode === 'SDP'
  const head = [vamasMark, 'Lab', 'Analyser', 'Me', 'Ru catalysts', '1', 'a comment', mode, scanMode, '1',
    ...(isMap ? [String(blocks.length), '2', '2'] : []),
    ...(hasVariable ? ['1', 'Etch Time', 's'] : ['0']), '0', '0', '0', '0', String(blocks.length)]
  const body = blocks.flatMap(({ name, species = 'Ru', transition = '3d', technique = 'XPS', hv_eV = '1486.6', x = 0, y = 0, variable = 0,
    start = 1000, step = 0.5, abscissa = 'Kinetic Energy', ordinates, declared, comment = [] }) => {
    const points = ordinates[0]?.length ?? 0
    const labels = ordinates.flatMap((_, k) =>
      (scanMode === 'IRREGULAR' && k === 0 ? [abscissa, 'eV'] : k === ordinates.length - 1 && k > 0 && scanMode === 'REGULAR' ? ['Transmission', 'd']
      : ['Intensity', 'd']))
    const values = Array.from({ length: points }, (_, i) => ordinates.map((list) => String(list[i]))).flat()
    return [name, 'RuFe-NC', '2024', '5', '6', '7', '8', '9', '0', String(comment.length), ...comment, technique, ...(isMap ? [String(x), String(y)] : []),
      ...(hasVariable ? [String(variable)] : []), 'Al mono',
      ...(sputters ? ['18', '1', '1'] : []), hv_eV, '150', '1E+37', '1E+37', ...(isMap ? ['1E+37', '1E+37'] : []), '54.7', '0', 'FAT', '20', '1',
        '4.2', '0', '0', '0', '0', '0', species, transition, '-1',
      ...(scanMode === 'REGULAR' ? [abscissa, 'eV', String(start), String(step)] : []), String(ordinates.length), ...labels, 'pulse counting', '0.1',
        '3', '0',
      ...(sputters ? ['500', '1', '100', '100', '45', '0', 'continuous'] : []), '0', '0', '0', '1', 'Offset', 'eV', '0.25',
        String(declared ?? values.length), ...ordinates.flatMap((list) => [String(Math.min(...list)), String(Math.max(...list))]), ...values]
  })
  return [...head, ...body, 'end of experiment', ''].join(eol)
}
