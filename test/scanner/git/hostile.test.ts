import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commit, scanHistory, theFinding } from '../../helpers/history.ts'
import { collect, paths, testKey } from '../../helpers/scanning.ts'
import { addFiles, git, tempRepository, tempTree } from '../../helpers/temp-tree.ts'

const key = testKey('one')
const posix = test.skipIf(process.platform === 'win32')

describe('a hostile repository', () => {
  posix('runs nothing, whatever its configuration names', async () => {
    const root = tempRepository({
      'a.txt': `${key}\n`,
      '.gitattributes': '* filter=evil diff=evil merge=evil\n',
    })
    git(root, 'tag', '--annotate', '--message=tag', 'v1')
    const trace = join(root, '.git', 'ran')
    const script = join(root, '.git', 'evil.sh')
    writeFileSync(script, `#!/bin/sh\ntouch '${trace}'\n`)
    chmodSync(script, 0o755)
    const included = join(root, '.git', 'included')
    writeFileSync(
      included,
      `[core]\n\tfsmonitor = ${script}\n\tpager = ${script}\n[diff]\n\texternal = ${script}\n`,
    )
    const settings = {
      'core.fsmonitor': script,
      'core.pager': script,
      'pager.log': script,
      'core.sshCommand': script,
      'core.gitProxy': script,
      'core.askPass': script,
      'core.alternateRefsCommand': script,
      'core.hooksPath': join(root, '.git'),
      'diff.external': script,
      'diff.evil.textconv': script,
      'diff.evil.command': script,
      'filter.evil.clean': script,
      'filter.evil.smudge': script,
      'filter.evil.process': script,
      'gpg.program': script,
      'log.showSignature': 'true',
      'alias.cat-file': `!${script}`,
      'alias.rev-list': `!${script}`,
      'credential.helper': script,
      'include.path': included,
      'includeIf.gitdir:/.path': included,
      'remote.origin.url': `ext::${script}`,
      'remote.origin.promisor': 'true',
      'remote.origin.partialclonefilter': 'blob:none',
      'extensions.partialClone': 'origin',
      'core.repositoryFormatVersion': '1',
      'protocol.allow': 'always',
      'protocol.ext.allow': 'always',
    }
    // An object that is missing would be fetched, by a transport that is a program.
    addFiles(root, { 'b.txt': 'gone soon' })
    git(root, 'add', 'b.txt')
    git(root, 'commit', '--quiet', '--message=b')
    const gone = git(root, 'rev-parse', 'HEAD:b.txt').trim()
    for (const [name, value] of Object.entries(settings)) git(root, 'config', '--add', name, value)
    rmSync(join(root, '.git', 'objects', gone.slice(0, 2), gone.slice(2)))
    for (const hook of [
      'fsmonitor-watchman',
      'post-index-change',
      'post-checkout',
      'reference-transaction',
    ]) {
      writeFileSync(join(root, '.git', hook), `#!/bin/sh\ntouch '${trace}'\n`, { mode: 0o755 })
    }
    // The script does leave a trace where it is let.
    expect(() => git(root, 'cat-file', 'blob', gone)).toThrow()
    expect(existsSync(trace)).toBe(true)
    rmSync(trace)
    for (const history of [
      true,
      { unreachable: true },
      { range: 'HEAD~1..HEAD' },
      { since: '2000-01-01' },
    ] as const) {
      await scanHistory(root, history)
    }
    addFiles(root, { 'a.txt': `changed\n${testKey('two')}\n` })
    git(
      root,
      '-c',
      'core.fsmonitor=false',
      '-c',
      'filter.evil.clean=cat',
      '-c',
      'filter.evil.process=',
      'add',
      'a.txt',
    )
    rmSync(trace, { force: true })
    expect((await collect({ cwd: root, staged: true })).findings).toHaveLength(1)
    expect(existsSync(trace)).toBe(false)
  })

  test('cannot hide a file behind a replace ref', async () => {
    const root = tempRepository({ 'a.txt': `${key}\n` })
    const id = git(root, 'rev-parse', 'HEAD:a.txt').trim()
    addFiles(root, { clean: 'clean\n' })
    git(root, 'replace', id, git(root, 'hash-object', '-w', 'clean').trim())
    expect(git(root, 'cat-file', 'blob', id)).toBe('clean\n')
    expect(paths((await scanHistory(root)).findings)).toEqual(['a.txt'])
  })

  test('cannot hide commits behind a graft', async () => {
    const root = tempRepository({ 'a.txt': `${key}\n` })
    const last = commit(root, { 'a.txt': 'clean\n' })
    rmSync(join(root, '.git', 'logs'), { recursive: true })
    mkdirSync(join(root, '.git', 'info'), { recursive: true })
    writeFileSync(join(root, '.git', 'info', 'grafts'), `${last}\n`)
    expect(git(root, 'rev-list', '--count', 'HEAD').trim()).toBe('1')
    expect(paths((await scanHistory(root)).findings)).toEqual(['a.txt'])
  })

  test('cannot hide what is in its work tree behind another', async () => {
    const root = tempRepository({ 'a.txt': `${key}\n` })
    git(root, 'config', 'core.worktree', tempTree())
    expect(theFinding((await scanHistory(root)).findings, key).history!.tips).toEqual(['refs/heads/main'])
  })

  test('cannot make a name of an author forge a line of the report', async () => {
    const root = tempRepository()
    addFiles(root, { 'a.txt': `${key}\n` })
    git(root, 'add', 'a.txt')
    git(root, '-c', 'user.name=Eve\u001b[2K', 'commit', '--quiet', '--message=x')
    const { findings } = await scanHistory(root)
    expect(theFinding(findings, key).history!.author).toContain('Eve')
  })
})
