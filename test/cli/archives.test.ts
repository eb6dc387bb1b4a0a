import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { tarOf, zipOf } from '../helpers/archives.ts'
import { credential } from '../helpers/credentials.ts'
import { runCli } from '../helpers/run-cli.ts'
import { tempTree } from '../helpers/temp-tree.ts'

const line = `token = '${credential('npm-access-token')}'\n`

interface Report {
  readonly findings: readonly { readonly location: { readonly path: string } }[]
}

const paths = (stdout: string): string[] =>
  (JSON.parse(stdout) as Report).findings.map(({ location }) => location.path)

const war = async () => zipOf({ 'lib/x.jar': await zipOf({ 'x.properties': line }), 'web.xml': line })

describe('tacet scan', () => {
  test('looks into archives, as deep as it is told', async () => {
    const cwd = tempTree({ 'app.war': await war(), 'a.txt': line })
    const scan = async (...args: string[]) =>
      paths((await runCli(['scan', '--format', 'json', ...args], { cwd })).stdout)
    expect(await scan()).toEqual(['a.txt', 'app.war!/lib/x.jar!/x.properties', 'app.war!/web.xml'])
    expect(await scan('--archive-depth', '1')).toEqual(['a.txt', 'app.war!/web.xml'])
    expect(await scan('--no-archives')).toEqual(['a.txt'])
  })

  test('looks into what is piped into it', async () => {
    const input = gzipSync(await tarOf({ 'srv/app.war': await war() }))
    const { code, stdout } = await runCli(['scan', '-'], { cwd: tempTree(), input })
    expect(code).toBe(1)
    expect(stdout).toContain('-!/srv/app.war!/lib/x.jar!/x.properties:1:10')
  })

  test('tells what it could not look at, and that is no failure', async () => {
    const zip = await zipOf({ 'a.txt': 'locked', 'b.txt': 'text' })
    zip.writeUInt16LE(1, 6)
    const { code, stdout } = await runCli(['scan', '--verbose'], { cwd: tempTree({ 'x.zip': zip }) })
    expect(code).toBe(0)
    expect(stdout).toContain('encrypted: x.zip!/a.txt (needs a password)')
  })
})
