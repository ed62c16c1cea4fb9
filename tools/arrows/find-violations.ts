import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { type Manifest, readManifest, scope, workspacePackages, type WorkspacePackage } from '../workspace.js'
import { readSource } from './read-source.js'
import { type PackageRule, ruleFor, type Rules } from './rules.js'

export interface Violation {
  /** Relative to the root of the repository. */
  readonly file: string
  readonly line: number
  readonly message: string
}

type Part = 'source' | 'fake' | 'tests'

interface Checked {
  readonly workspace: WorkspacePackage
  readonly rule: PackageRule
  readonly root: Manifest
}

/** Holds every import of every package, and every dependency that a manifest declares, against the rules. */
export function findViolations(root: string, rules: Rules): readonly Violation[] {
  const rootManifest = readManifest(root)
  return workspacePackages(root).flatMap((workspace) => {
    const rule = ruleFor(rules, workspace.shortName)
    if (rule === undefined) {
      const message = `No rule for ${workspace.shortName}: say in tools/arrows.json what it may import`
      return [{ file: `${workspace.directory}/package.json`, line: 1, message }]
    }
    const checked = { workspace, rule, root: rootManifest }
    return [
      ...manifestViolations(root, checked),
      ...sourceFiles(root, workspace).flatMap((path) => fileViolations(root, path, checked, rules)),
    ]
  })
}

function sourceFiles(root: string, { directory }: WorkspacePackage): readonly string[] {
  return ['src', 'fake', 'conformance', 'test']
    .map((part) => `${directory}/${part}`)
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path}`,
      ),
    )
    .filter((path) => /\.[mc]?tsx?$/.test(path))
    .toSorted()
}

function fileViolations(root: string, file: string, checked: Checked, rules: Rules): readonly Violation[] {
  const reading = readSource(file, readFileSync(join(root, file), 'utf8'), rules.impure)
  const part = partOf(file, checked.workspace)
  const violations: Violation[] = []
  for (const { line, text } of reading.imports) {
    const message = importProblem(text, file, part, checked)
    if (message !== undefined) violations.push({ file, line, message })
  }
  if (file.endsWith('/index.ts')) {
    for (const { line } of reading.starExports) {
      violations.push({ file, line, message: 'An index lists the names it exports, without `export *`' })
    }
  }
  if (checked.rule.pure && part !== 'tests') {
    for (const { line, text } of reading.impurities) {
      const message = `${checked.workspace.shortName} is pure: take what ${text} gives as an argument`
      violations.push({ file, line, message })
    }
  }
  return violations
}

function partOf(file: string, { directory }: WorkspacePackage): Part {
  if (/\.test(-support)?\.tsx?$/.test(file) || file.startsWith(`${directory}/test/`)) return 'tests'
  const isFake = ['fake', 'conformance'].some((folder) => file.startsWith(`${directory}/${folder}/`))
  return isFake ? 'fake' : 'source'
}

function importProblem(specifier: string, file: string, part: Part, checked: Checked): string | undefined {
  if (specifier.startsWith('.')) return relativeProblem(specifier, file, part, checked.workspace)
  if (specifier.startsWith(scope)) return internalProblem(specifier.slice(scope.length), part, checked)
  if (isBuiltin(specifier)) {
    if (part !== 'source' || checked.rule.nodeBuiltins) return undefined
    return `${checked.workspace.shortName} must run anywhere, so it imports none of Node's modules: ${specifier}`
  }
  return thirdPartyProblem(packageName(specifier), part, checked)
}

function relativeProblem(
  specifier: string,
  file: string,
  part: Part,
  workspace: WorkspacePackage,
): string | undefined {
  const target = normalize(join(dirname(file), specifier)).replace(/\.js$/, '.ts')
  if (!target.startsWith(`${workspace.directory}/`))
    return `Import the package by its name, not by ${specifier}`
  const targetPart = partOf(target, workspace)
  const mayReach: Record<Part, readonly Part[]> = {
    source: ['source'],
    fake: ['source', 'fake'],
    tests: ['source', 'fake', 'tests'],
  }
  return mayReach[part].includes(targetPart)
    ? undefined
    : `${part} must not import from ${targetPart}: ${specifier}`
}

function internalProblem(name: string, part: Part, { workspace, rule }: Checked): string | undefined {
  const allowed: Record<Part, readonly string[]> = {
    source: rule.imports,
    fake: [...rule.imports, ...rule.fake],
    tests: [...rule.imports, ...rule.fake, ...rule.tests],
  }
  if (!allowed[part].includes(name)) {
    return `Against the arrows: the ${part} of ${workspace.shortName} must not import ${scope}${name}`
  }
  const declared = declaredFor(part, workspace.manifest)
  const dependency = `${scope}${name.split('/', 1).join('')}`
  return declared.has(dependency)
    ? undefined
    : `${dependency} is not declared in package.json for its ${part}`
}

function thirdPartyProblem(name: string, part: Part, { workspace, rule, root }: Checked): string | undefined {
  if (part !== 'tests' && rule.thirdParty !== undefined && !rule.thirdParty.includes(name)) {
    return `${workspace.shortName} may depend on ${rule.thirdParty.join(', ')} only, not on ${name}`
  }
  const declared = declaredFor(part, workspace.manifest)
  if (declared.has(name) || (part === 'tests' && name in root.devDependencies)) return undefined
  return `${name} is not declared in package.json for its ${part}`
}

function declaredFor(part: Part, manifest: Manifest): ReadonlySet<string> {
  const { dependencies, peerDependencies, optionalDependencies, devDependencies } = manifest
  const groups = [dependencies, peerDependencies, optionalDependencies]
  if (part === 'tests') groups.push(devDependencies)
  return new Set(groups.flatMap((group) => Object.keys(group)))
}

function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

function manifestViolations(root: string, { workspace, rule }: Checked): readonly Violation[] {
  const file = `${workspace.directory}/package.json`
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  const { dependencies, peerDependencies, optionalDependencies, devDependencies } = workspace.manifest
  const shipped = Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies })
  const violation = (name: string, why: string): Violation => ({
    file,
    line: lines.findIndex((line) => line.includes(`"${name}":`)) + 1,
    message: `${workspace.shortName} must not depend on ${name}${why}`,
  })
  const packages = (names: readonly string[]) => names.map((name) => name.split('/', 1).join(''))
  const inShipped = packages([...rule.imports, ...rule.fake])
  const inTests = [...inShipped, ...packages(rule.tests)]
  const against = (names: readonly string[], allowed: readonly string[]) =>
    names.filter((name) => name.startsWith(scope) && !allowed.includes(name.slice(scope.length)))
  const foreign = shipped.filter((name) => !name.startsWith(scope))
  return [
    ...against(shipped, inShipped).map((name) => violation(name, ': it is against the arrows')),
    ...against(Object.keys(devDependencies), inTests).map((name) =>
      violation(name, ', not even in its tests: it is against the arrows'),
    ),
    ...foreign
      .filter((name) => rule.thirdParty !== undefined && !rule.thirdParty.includes(name))
      .map((name) => violation(name, `: it may depend on ${rule.thirdParty?.join(', ') ?? ''} only`)),
  ]
}
