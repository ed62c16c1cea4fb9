import { run } from './run.js'

/** What the server serves under `/console/`: without these, owners see nothing. */
const needed = ['index.html', 'linked.html', 'ledgerpost-console.js', 'icon.svg']

/** Says which files of the console the server's tarball lacks. */
export function checkShipsConsole(tarballs: ReadonlyMap<string, string>): readonly string[] {
  const tarball = tarballs.get('@ledgerpost/server')
  if (tarball === undefined) return ['The server was not packed']
  const files = new Set(run('tar', ['--list', '--file', tarball], '.').split('\n'))
  return needed
    .map((file) => `package/dist/console/${file}`)
    .filter((file) => !files.has(file))
    .map((file) => `The server's tarball lacks ${file}`)
}
