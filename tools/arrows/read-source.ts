import ts from 'typescript'
import { type ImpureNames } from './rules.js'

export interface Found {
  readonly line: number
  readonly text: string
}

export interface SourceReading {
  /** Every module that the file names, however it does so. */
  readonly imports: readonly Found[]
  /** Every `export * from`. */
  readonly starExports: readonly Found[]
  /** Every use of the clock, of randomness and the like. */
  readonly impurities: readonly Found[]
}

/** Reads a TypeScript file by its syntax tree, so that a name in a comment or a string is no finding. */
export function readSource(path: string, content: string, impure: ImpureNames): SourceReading {
  const source = ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true)
  const imports: Found[] = []
  const starExports: Found[] = []
  const impurities: Found[] = []
  const found = (node: ts.Node, text: string): Found => ({
    line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
    text,
  })
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier !== undefined) imports.push(found(node, specifier))
    if (ts.isExportDeclaration(node) && node.exportClause === undefined) {
      starExports.push(found(node, specifier ?? ''))
    }
    const impurity = impurityOf(node, impure)
    if (impurity !== undefined) impurities.push(found(node, impurity))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { imports, starExports, impurities }
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node)) return literal(node.moduleSpecifier)
  if (ts.isExportDeclaration(node)) return literal(node.moduleSpecifier)
  if (ts.isExternalModuleReference(node)) return literal(node.expression)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal)
  if (ts.isCallExpression(node) && loadsAModule(node.expression)) return literal(node.arguments[0])
  return undefined
}

function loadsAModule(called: ts.Expression): boolean {
  if (called.kind === ts.SyntaxKind.ImportKeyword) return true
  if (ts.isIdentifier(called)) return called.text === 'require'
  return ts.isPropertyAccessExpression(called) && called.getText() === 'import.meta.resolve'
}

function literal(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined
}

function impurityOf(node: ts.Node, impure: ImpureNames): string | undefined {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const member = ts.isPropertyAccessExpression(node) ? node.name.text : literal(node.argumentExpression)
    const name = `${node.expression.getText()}.${member ?? ''}`
    return impure.members.includes(name) ? name : undefined
  }
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    const name = node.expression.getText()
    const bare = impure.withoutArguments.includes(name) && (node.arguments ?? []).length === 0
    return bare ? `${name}()` : undefined
  }
  if (ts.isIdentifier(node) && impure.globals.includes(node.text) && isRead(node)) return node.text
  return undefined
}

/** Whether the identifier stands for a value, rather than for the name of a member, a declaration or a type. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isShorthandPropertyAssignment(parent)) return true
  if ('name' in parent && parent.name === node) return false
  if ('propertyName' in parent && parent.propertyName === node) return false
  return !ts.isTypeReferenceNode(parent) && !ts.isQualifiedName(parent)
}
