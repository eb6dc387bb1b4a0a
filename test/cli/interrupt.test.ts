import { execFileSync } from 'node:child_process'
import { chmodSync, watch } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { credential } from '../helpers/credentials.ts'
import { commit } from '../helpers/history.ts'
import { finished, startCli } from '../helpers/run-cli.ts'
import { git, tempRepository, tempTree } from '../helpers/temp-tree.ts'

test.skipIf(process.platform === 'win32')(
  'Ctrl-C ends a scan of histories at once, with what was found by then',
  async () => {
    const root = tempTree()
    for (const name of ['first', 'second']) {
      const inner = tempRepository({ 'a.ts': `token = '${credential('npm-access-token', 1)}'\n` })
      commit(inner, { 'a.ts': 'clean\n' })
      git(root, 'clone', '--quiet', inner, name)
    }
    // A Git that never comes to the end of the second one.
    const bin = tempTree({
      git: '#!/bin/sh\ncase "$*" in *second*--objects*) echo > "$MARK"; exec tail -f /dev/null ;; esac\nexec "$REAL" "$@"\n',
    })
    chmodSync(join(bin, 'git'), 0o755)
    const seen = tempTree()
    const listing = new Promise<void>((resolve) => {
      const watcher = watch(seen, () => {
        watcher.close()
        resolve()
      })
    })
    const child = startCli(['scan', '--history', 'first', 'second', '--no-cache', '--format', 'json'], {
      cwd: root,
      env: {
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        REAL: execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim(),
        MARK: join(seen, 'mark'),
      },
    })
    const ended = finished(child)
    await Promise.race([listing, ended])
    child.kill('SIGINT')
    const { code, stdout, stderr } = await ended
    expect(code).toBe(130)
    expect(stderr).toContain('The scan ended early: interrupted.')
    const report = JSON.parse(stdout) as { complete: boolean; findings: { location: { path: string } }[] }
    expect(report.findings.map(({ location }) => location.path)).toEqual(['first/a.ts'])
    expect(report.complete).toBe(false)
  },
)
