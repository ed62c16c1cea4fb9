import { join } from 'node:path'
import ts from 'typescript'
import { compilerOptions } from '../compiler-options.js'
import { repositoryRoot, sourceEntries, publishedPackages, type WorkspacePackage } from '../workspace.js'

export interface PublicName {
  readonly kind: 'class' | 'function' | 'const' | 'namespace' | 'interface' | 'type'
  readonly name: string
}

export interface EntrySurface {
  /** `.` or `./fake`. */
  readonly entry: string
  /** The source file, absolute. */
  readonly file: string
  /** In the order of their names; a name that is both a value and a type is there twice. */
  readonly names: readonly PublicName[]
}

export interface PackageSurface {
  readonly workspace: WorkspacePackage
  readonly entries: readonly EntrySurface[]
}

/** What every published package exports, by every entry of its manifest, as the compiler sees it. */
export function readSurfaces(root: string = repositoryRoot): readonly PackageSurface[] {
  const packages = publishedPackages(root).map((workspace) => ({
    workspace,
    entries: sourceEntries(workspace.manifest).map(([entry, source]) => ({
      entry,
      file: join(root, workspace.directory, source),
    })),
  }))
  const files = packages.flatMap(({ entries }) => entries.map(({ file }) => file))
  const program = ts.createProgram(files, compilerOptions(root))
  return packages.map(({ workspace, entries }) => ({
    workspace,
    entries: entries.map(({ entry, file }) => ({ entry, file, names: namesOf(program, file) })),
  }))
}

/** The text of a package's `api.txt`. */
export function surfaceText({ workspace, entries }: PackageSurface): string {
  const sections = entries.map(({ entry, names }) =>
    [entry, ...names.map(({ kind, name }) => `  ${kind} ${name}`)].join('\n'),
  )
  const heading = `The public names of ${workspace.manifest.name}, written by \`npm run surface:update\`.`
  return `${[heading, ...sections].join('\n\n')}\n`
}

export const surfaceFile = ({ workspace }: PackageSurface, root: string = repositoryRoot): string =>
  join(root, workspace.directory, 'api.txt')

function namesOf(program: ts.Program, file: string): readonly PublicName[] {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  if (source === undefined) throw new Error(`${file} is named in a manifest but does not exist`)
  const module = checker.getSymbolAtLocation(source)
  if (module === undefined) throw new Error(`${file} is not a module: it exports nothing`)
  return checker
    .getExportsOfModule(module)
    .flatMap((symbol) => kindsOf(symbol, checker).map((kind) => ({ kind, name: symbol.name })))
    .toSorted((left, right) => order(left.name, right.name) || order(left.kind, right.kind))
}

const kindsByFlag = [
  [ts.SymbolFlags.Class, 'class'],
  [ts.SymbolFlags.Function, 'function'],
  [ts.SymbolFlags.Variable, 'const'],
  [ts.SymbolFlags.ValueModule, 'namespace'],
  [ts.SymbolFlags.Interface, 'interface'],
  [ts.SymbolFlags.TypeAlias, 'type'],
] as const

function kindsOf(symbol: ts.Symbol, checker: ts.TypeChecker): readonly PublicName['kind'][] {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0
  const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol
  const onlyTypes = isAlias && isTypeOnly(symbol)
  return kindsByFlag
    .filter(([flag]) => (target.flags & flag) !== 0)
    .map(([, kind]) => (onlyTypes && kind === 'class' ? 'interface' : kind))
    .filter((kind) => !onlyTypes || kind === 'interface' || kind === 'type')
}

/** Whether the name is exported with `export type`, so that a class is there as a type only. */
function isTypeOnly(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some(
    (declaration) => ts.isExportSpecifier(declaration) && ts.isTypeOnlyExportDeclaration(declaration),
  )
}

const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
