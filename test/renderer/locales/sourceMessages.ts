import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

/** A message as it stands in the program: its id and its English template. */
export interface SourceMessage { readonly at: string; readonly id: string; readonly template: string }

const idPattern = /^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9.]*$/

/** Every id of a message with the template that stands behind it in a call: message('needs.pH', 'pH of the electrolyte'). */
export function sourceMessages(folder: string): SourceMessage[] {
  return filesOf(folder).flatMap((path) => {
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
    const found: SourceMessage[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        node.arguments.forEach((argument, i) => {
          const [ids, templates] = [literals(argument), literals(node.arguments[i + 1])]
          if (ids.length === 1 && idPattern.test(ids[0]!) && templates.length === 1 && templates[0]!.includes(' ')) {
            found.push({ at: `${relative(folder, path)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, id: ids[0]!, template: templates[0]! })
          }
        })
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

const literals = (node: ts.Node | undefined): string[] => (node && (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) ? [node.text] : [])
function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesOf(path) : name.endsWith('.ts') ? [path] : []
  })
}
