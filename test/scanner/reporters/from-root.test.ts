import { type Finding, reporters } from '@tacet/scanner'
import type { Log } from 'sarif'
import { describe, expect, it } from 'vitest'
import { repositoryFolder } from '../../../packages/cli/src/repository-folder.ts'
import { joined, makeCoverage, makeFinding, makeHistoric, makeReport } from '../../helpers/findings.ts'
import { git, tempTree } from '../../helpers/temp-tree.ts'

const at = (path: string) => ({ path, line: 1, column: 1, endLine: 1, endColumn: 9 })

const skipped = [{ path: 'lost.ts', reason: 'unreadable' } as const]

const uris = async (findings: readonly Finding[], folder: string, asked: string[] = []) => {
  const report = makeReport(findings, { coverage: makeCoverage({ skipped }) })
  const readText = async (path: string) => {
    asked.push(path)
    return 'first line\n'
  }
  const log = JSON.parse(await joined(reporters.sarif(report, { version: '1.2.3', folder, readText }))) as Log
  const { results = [], invocations } = log.runs[0]!
  const notifications = invocations![0]!.toolExecutionNotifications!
  const related = results.flatMap(({ relatedLocations = [] }) => relatedLocations)
  const places = [...results.flatMap(({ locations = [] }) => locations), ...related].concat(
    notifications.flatMap(({ locations = [] }) => locations),
  )
  return places.map(({ physicalLocation }) => physicalLocation!.artifactLocation!.uri)
}

describe('paths from the root of the repository', () => {
  it.each([
    ['src/a.ts', 'packages/api', 'packages/api/src/a.ts'],
    ['./a.ts', 'packages/api', 'packages/api/a.ts'],
    ['../web/a.ts', 'packages/api', 'packages/web/a.ts'],
    ['a.zip!/../b.ts', 'packages', 'packages/a.zip!/../b.ts'],
    ['../../a.ts', 'packages', '../../a.ts'],
    ['/etc/a.ts', 'packages', 'file:///etc/a.ts'],
    ['-', 'packages', '-'],
    ['src/a.ts', '', 'src/a.ts'],
  ])('%s in %j is %s', async (path, folder, expected) => {
    const [uri] = await uris([makeFinding({ location: at(path) })], folder)
    expect(decodeURIComponent(uri!)).toBe(expected)
  })

  it('are those of all that a report places, and texts are asked for by the paths as given', async () => {
    const asked: string[] = []
    const companion = { ruleId: 'id', title: 'Id', masked: 'i…', location: at('src/id.ts') }
    expect(await uris([makeFinding({ location: at('src/a.ts'), companion })], 'packages/api', asked)).toEqual(
      ['packages/api/src/a.ts', 'packages/api/src/id.ts', 'packages/api/lost.ts'],
    )
    expect(asked).toEqual(['src/a.ts'])
  })

  it('are told to GitHub and GitLab, and to nobody else', async () => {
    const report = makeReport([makeHistoric({ location: at('src/config.ts') }), makeFinding()])
    const options = { version: '1.2.3', folder: 'packages/api' }
    const told = await Promise.all(
      Object.entries(reporters).map(async ([format, reporter]) => {
        const written = await joined(reporter(report, options))
        // The same path is not another place of the secret.
        expect(written).not.toContain('Also at')
        return written.includes('packages/api/src/config.ts') ? [format] : []
      }),
    )
    expect(told.flat()).toEqual(['sarif', 'github', 'gitlab'])
  })
})

describe('the folder within the repository', () => {
  it('is the way from the root, which a repository and a work tree of its own have', () => {
    const root = tempTree({ 'packages/api/a.ts': '', 'own/b/c.ts': '', 'own/.git': 'gitdir: elsewhere\n' })
    expect(repositoryFolder(root)).toBe('')
    git(root, 'init', '--quiet')
    expect(repositoryFolder(root)).toBe('')
    expect(repositoryFolder(`${root}/packages/api`)).toBe('packages/api')
    expect(repositoryFolder(`${root}/own/b`)).toBe('b')
  })
})
