import ts from 'typescript'

/** A member whose value is a code that people are shown. */
export interface CodeCarrier {
  /** The end of the path of the file that declares it. */
  readonly file: string
  readonly member: string
  /** Whether a value of type `string` that is itself called so may be handed on: it is collected where it arose. */
  readonly mayHandOn: boolean
}

export interface CollectedCodes {
  /** Each code with the places that make it, `path:line`. */
  readonly codes: ReadonlyMap<string, readonly string[]>
  /** Places that make a code which cannot be told from the sources. */
  readonly unreadable: readonly string[]
  /** Carriers that no file declares. */
  readonly undeclared: readonly CodeCarrier[]
}

/**
 * Reads every value that the files give to a carrier, and every `code` that a class declares. A member that is
 * declared with its codes (`'A' | 'B'`) tells them itself; otherwise the object literals that fill it do, by the type
 * of what they write: a template is expanded over the types of its parts.
 */
export function collectErrorCodes(
  root: string,
  files: readonly string[],
  carriers: readonly CodeCarrier[],
  options: ts.CompilerOptions,
): CollectedCodes {
  // Codes are ours: what others publish need not be read for them.
  const program = ts.createProgram([...files], { ...options, noResolve: true })
  const checker = program.getTypeChecker()
  const codes = new Map<string, string[]>()
  const unreadable: string[] = []
  const declared = new Set<CodeCarrier>()

  const placeOf = (node: ts.Node): string => {
    const source = node.getSourceFile()
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
    return `${source.fileName.slice(root.length + 1)}:${line + 1}`
  }
  const add = (node: ts.Node, found: readonly string[]): void => {
    for (const code of found) codes.set(code, [...(codes.get(code) ?? []), placeOf(node)])
  }
  const carrierAt = (node: ts.Node, member: string): CodeCarrier | undefined =>
    carriers.find((each) => each.member === member && node.getSourceFile().fileName.endsWith(`/${each.file}`))

  const readDeclaration = (node: ts.PropertySignature | ts.PropertyDeclaration): void => {
    const member = node.name.getText()
    const carrier = carrierAt(node, member)
    if (carrier) declared.add(carrier)
    if (!carrier && !(member === 'code' && ts.isClassLike(node.parent))) return
    add(node, literalsOf(checker.getTypeAtLocation(node)) ?? [])
  }

  const readWrite = (node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment): void => {
    const member = node.name.getText()
    const wanted = checker.getContextualType(node.parent)
    const [carrier] = (wanted?.isUnion() ? wanted.types : [wanted])
      .flatMap((type) => type?.getProperty(member)?.declarations ?? [])
      .flatMap((declaration) => carrierAt(declaration, member) ?? [])
    if (!carrier) return
    const value = ts.isPropertyAssignment(node) ? node.initializer : node.name
    const found = valuesOf(value, checker)
    if (found) add(node, found)
    else if (!carrier.mayHandOn || !new RegExp(`(^|\\.)${carrier.member}$`).test(value.getText())) {
      unreadable.push(placeOf(node))
    }
  }

  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) readDeclaration(node)
    else if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) readWrite(node)
    ts.forEachChild(node, visit)
  }
  for (const file of files) {
    const source = program.getSourceFile(file)
    if (source) visit(source)
  }
  return { codes, unreadable, undeclared: carriers.filter((carrier) => !declared.has(carrier)) }
}

/** The texts that the expression may be; undefined if they cannot be told. */
function valuesOf(expression: ts.Expression, checker: ts.TypeChecker): readonly string[] | undefined {
  if (!ts.isTemplateExpression(expression)) return literalsOf(typeOf(expression, checker))
  let texts: readonly string[] = [expression.head.text]
  for (const { expression: part, literal } of expression.templateSpans) {
    const values = valuesOf(part, checker)
    if (!values) return undefined
    texts = texts.flatMap((text) => values.map((value) => text + value + literal.text))
  }
  return texts
}

function typeOf(expression: ts.Expression, checker: ts.TypeChecker): ts.Type {
  const symbol = ts.isShorthandPropertyAssignment(expression.parent)
    ? checker.getShorthandAssignmentValueSymbol(expression.parent)
    : undefined
  return symbol
    ? checker.getTypeOfSymbolAtLocation(symbol, expression)
    : checker.getTypeAtLocation(expression)
}

/** The texts of a type that has no others but them, null and undefined. */
function literalsOf(type: ts.Type): readonly string[] | undefined {
  const members = type.isUnion() ? type.types : [type]
  const texts: string[] = []
  for (const member of members) {
    if (member.isStringLiteral()) texts.push(member.value)
    else if (!(member.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined))) return undefined
  }
  return texts
}
