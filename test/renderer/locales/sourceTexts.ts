import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

/** A text as it stands in the program: what varies in it is {name}. `as` says where it goes: 'ReadError', 'why', 'label'. */
export interface SourceText { readonly at: string; readonly as: string; readonly text: string }

/** Every text in the files of a folder, with the branches of its conditions told apart and its halves put together. */
export function sourceTexts(folder: string, leftOut: RegExp = /$^/): SourceText[] {
  return filesOf(folder).filter((path) => !leftOut.test(path)).flatMap((path) => {
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
    const found: SourceText[] = []
    visit(source)
    return found

    function visit(node: ts.Node): void {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return
      const texts = isWhole(node) ? textsOf(node) : null
      if (texts) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
        for (const text of texts) found.push({ at: `${relative(folder, path)}:${line}`, as: useOf(node), text })
        inHoles(node)
      } else ts.forEachChild(node, visit)
    }
    /** Texts inside of what varies: ${names.map((name) => `${name} of it`).join(' and ')}. */
    function inHoles(node: ts.Node): void {
      if (ts.isTemplateExpression(node)) node.templateSpans.forEach(({ expression }) => { if (!isText(expression)) ts.forEachChild(expression, visit); else inHoles(expression) })
      else if (isText(node)) ts.forEachChild(node, (child) => (isText(child) ? inHoles(child) : visit(child)))
    }
  })
}

function filesOf(folder: string): string[] {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesOf(path) : /\.ts$/.test(name) && !/\.d\.ts$/.test(name) ? [path] : []
  })
}

const isPlus = (node: ts.Node): node is ts.BinaryExpression => ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken
const isWhole = (node: ts.Node): node is ts.Expression => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node) || (isPlus(node) && textsOf(node) !== null)
/** Whether a node is made of texts alone: literals, templates, their sums and choices between them. */
function isText(node: ts.Node): boolean {
  if (ts.isParenthesizedExpression(node)) return isText(node.expression)
  if (ts.isConditionalExpression(node)) return isText(node.whenTrue) && isText(node.whenFalse)
  if (isPlus(node)) return isText(node.left) || isText(node.right)
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)
}

/** The forms that an expression can have; null where it is no text. */
function textsOf(node: ts.Expression): string[] | null {
  if (!isText(node)) return null
  return [...new Set(formsOf(node))].slice(0, 24)
}
function formsOf(node: ts.Expression): string[] {
  if (ts.isParenthesizedExpression(node)) return formsOf(node.expression)
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (ts.isConditionalExpression(node) && isText(node)) return [...formsOf(node.whenTrue), ...formsOf(node.whenFalse)]
  if (isPlus(node) && isText(node)) return crossed(formsOf(node.left), formsOf(node.right))
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce((before, span) => crossed(crossed(before, formsOf(span.expression)), [span.literal.text]), [node.head.text])
  }
  return [`{${nameOf(node)}}`]
}
const crossed = (left: readonly string[], right: readonly string[]): string[] => left.flatMap((a) => right.map((b) => a + b))

/** The last name in an expression that is not one of its methods. */
function nameOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return nameOf(node.expression)
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'length' ? nameOf(node.expression) : node.name.text
  if (ts.isElementAccessExpression(node)) return nameOf(node.expression)
  if (ts.isCallExpression(node)) {
    const of = node.expression
    if (ts.isPropertyAccessExpression(of) && ts.isIdentifier(of.expression) && ['Number', 'String', 'Math'].includes(of.expression.text)) return node.arguments[0] ? nameOf(node.arguments[0]) : 'n'
    if (ts.isPropertyAccessExpression(of)) return nameOf(of.expression)
    return node.arguments[0] && !ts.isFunctionLike(node.arguments[0]) ? nameOf(node.arguments[0]) : nameOf(of)
  }
  if (ts.isBinaryExpression(node)) return nameOf(ts.isNumericLiteral(node.left) ? node.right : node.left)
  if (ts.isConditionalExpression(node)) return nameOf(node.condition)
  if (ts.isPrefixUnaryExpression(node)) return nameOf(node.operand)
  return 'n'
}

/** What a text is given to: the property, the call, the constructor or the variable around it. */
function useOf(node: ts.Node): string {
  let around = node.parent
  while (around && (isText(around) || ts.isConditionalExpression(around) || ts.isParenthesizedExpression(around) || ts.isArrayLiteralExpression(around) || ts.isSpreadElement(around) || ts.isBinaryExpression(around) || ts.isAsExpression(around))) around = around.parent
  if (around && ts.isPropertyAssignment(around)) return around.name.getText()
  if (around && ts.isNewExpression(around)) return around.expression.getText()
  if (around && ts.isCallExpression(around)) return `${around.expression.getText().split('\n')[0]!.slice(0, 40)}()`
  if (around && ts.isVariableDeclaration(around)) return around.name.getText().slice(0, 30)
  return around ? ts.SyntaxKind[around.kind] : ''
}
