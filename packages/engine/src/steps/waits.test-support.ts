import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** What is waited for at each type, by the names of its members; a job may touch them in a step only. */
const waits: Readonly<Record<string, readonly string[]>> = {
  Store: ['transaction', 'acrossSubscribers'],
  Clock: ['sleep'],
  Connection: ['inspect', 'send', 'find', 'readBack', 'createTaxRate', 'disconnect', 'close'],
  AsyncIterator: ['next', 'return', 'throw'],
}
/** What would wait for something behind the job's back. */
const forbidden = ['withConnection', 'setTimeout', 'setInterval', 'fetch']
/** The members of a run that do a step. */
const stepMembers = ['read', 'write', 'common', 'call', 'wait']

/** What the sources of jobs wait for. */
export interface Waits {
  /** Where something is waited for outside of a step, or in a step whose name cannot be read, as `file:line what`. */
  readonly unnamed: readonly string[]
  /** The names of steps, as often as there are steps. */
  readonly names: readonly string[]
}

export const engineSources = fileURLToPath(new URL('..', import.meta.url))

/** The options of the package's own compilation. */
function compilerOptions(): ts.CompilerOptions {
  const file = fileURLToPath(new URL('../../tsconfig.json', import.meta.url))
  const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path))
  return ts.parseJsonConfigFileContent(config, ts.sys, fileURLToPath(new URL('../..', import.meta.url)))
    .options
}

/** Compiles files, those given with their text instead of the ones on disk. */
export function compile(files: readonly string[], texts: ReadonlyMap<string, string>): ts.Program {
  const options = compilerOptions()
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists } = host
  host.readFile = (file) => texts.get(file) ?? readFile(file)
  host.fileExists = (file) => texts.has(file) || fileExists(file)
  host.getSourceFile = (file, languageVersion) => {
    const text = texts.get(file) ?? readFile(file)
    return text === undefined ? undefined : ts.createSourceFile(file, text, languageVersion, true)
  }
  return ts.createProgram([...files, ...texts.keys()], options, host)
}

/** Reads the given files of a program. */
export function waitsIn(program: ts.Program, files: readonly string[]): Waits {
  const checker = program.getTypeChecker()
  const unnamed: string[] = []
  const names: string[] = []
  const typeName = (node: ts.Node): string | undefined => {
    const type = checker.getTypeAtLocation(node)
    return type.aliasSymbol?.name ?? type.symbol?.name
  }
  const isStep = (call: ts.CallExpression): boolean => {
    const { expression } = call
    if (typeName(expression) === 'AroundStep') return true
    if (!ts.isPropertyAccessExpression(expression)) return false
    return stepMembers.includes(expression.name.text) && typeName(expression.expression) === 'Run'
  }
  /** Whether the node lies in what is given to a step to do. */
  const isInStep = (node: ts.Node): boolean => {
    for (let each = node; !ts.isSourceFile(each); each = each.parent) {
      const { parent } = each
      const isWork =
        ts.isArrowFunction(each) && ts.isCallExpression(parent) && parent.arguments.includes(each)
      if (isWork && isStep(parent)) return true
    }
    return false
  }
  const isWait = (owner: ts.Node, member: string): boolean =>
    waits[typeName(owner) ?? '']?.includes(member) ?? false

  const visit = (node: ts.Node, report: (what: string) => void): void => {
    if (ts.isPropertyAccessExpression(node) && isWait(node.expression, node.name.text) && !isInStep(node)) {
      report(node.getText())
    }
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name).getText()
      if (isWait(node.parent, name)) report(`{ ${name} }`)
    }
    if (ts.isIdentifier(node) && forbidden.includes(node.text)) report(node.text)
    if (isLooseSource(node, typeName)) report(node.getText())
    if (ts.isCallExpression(node) && isStep(node)) {
      const [name] = node.arguments
      if (name && ts.isStringLiteral(name)) names.push(name.text)
      // Where steps are made, the name is handed on.
      else if (name?.getText() !== 'name') report(node.getText())
    }
  }
  for (const file of files) {
    const source = program.getSourceFile(file)
    if (!source) throw new Error(`${file} was not compiled.`)
    const walk = (node: ts.Node): void => {
      visit(node, (what) => {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart())
        const [first = ''] = what.split('\n')
        unnamed.push(`${file.slice(engineSources.length)}:${line + 1} ${first}`)
      })
      ts.forEachChild(node, walk)
    }
    walk(source)
  }
  return { unnamed, names }
}

/** A pull that is not taken apart at once: each of its portions is to be a step. */
function isLooseSource(node: ts.Node, typeName: (node: ts.Node) => string | undefined): boolean {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'pull') return false
  if (typeName(node.expression) !== 'OrderSource') return false
  return !ts.isCallExpression(node.parent) || !ts.isElementAccessExpression(node.parent.parent)
}
