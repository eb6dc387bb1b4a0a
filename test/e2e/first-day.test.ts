import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtCli } from '../helpers/built-cli.ts'
import { credential } from '../helpers/credentials.ts'
import { refusal } from '../helpers/git-hooks.ts'
import { runCli } from '../helpers/run-cli.ts'
import { addFiles, git, tempRepository, tempTree } from '../helpers/temp-tree.ts'

/** As a package manager installs it. */
const install = (root: string): void => {
  addFiles(root, { 'node_modules/.bin/tacet': `#!/bin/sh\nexec '${process.execPath}' '${builtCli}' "$@"\n` })
  chmodSync(join(root, 'node_modules/.bin/tacet'), 0o755)
}

const app = (key: string): string =>
  `import { createServer } from 'node:http'\n\nconst stripeKey = ${key}\ncreateServer((_, answer) => answer.end(typeof stripeKey)).listen(0)\n`

test.skipIf(process.platform === 'win32')(
  'a newcomer is kept from a mistake, and shown how to mend it',
  async () => {
    const secret = credential('stripe-secret-key')
    const server = tempTree()
    git(server, 'init', '--quiet', '--bare', '--initial-branch=main')
    const root = tempRepository({
      'package.json': JSON.stringify({
        name: 'shop',
        type: 'module',
        devDependencies: { '@tacet/cli': '0.1.0' },
      }),
      '.gitignore': 'node_modules/\n.env\n',
    })
    git(root, 'remote', 'add', 'origin', server)
    git(root, 'push', '--quiet', 'origin', 'main')
    install(root)

    const set = await runCli(['init', '--yes', '--pre-push'], { cwd: root })
    expect([set.code, set.stderr]).toEqual([0, ''])

    // The first commit is stopped, and Git has nothing of it.
    addFiles(root, { 'server.js': app(`'${secret}'`) })
    git(root, 'add', '--all')
    const stopped = refusal(() => git(root, 'commit', '--quiet', '--message=server'))
    expect(stopped).toContain('tacet stopped this commit: it brings a secret.')
    expect(stopped.includes(secret)).toBe(false)
    expect(git(root, 'rev-list', '--count', 'HEAD').trim()).toBe('1')

    // What it says: the value goes where Git does not see it, under the name that it gives, and is read from there.
    const [, read] = /server\.js:3 {2}(\S+)/.exec(stopped)!
    const [, name] = /^process\.env\.(\w+)$/.exec(read!)!
    addFiles(root, { 'server.js': app(read!), '.env': `${name}=${secret}\n` })
    for (const [, command] of stopped.matchAll(/^ +\d\. (git add .*)$/gm)) {
      execFileSync('sh', ['-c', command!], { cwd: root })
    }
    git(root, 'commit', '--quiet', '--message=server')
    expect(git(root, 'show', 'HEAD:server.js')).toContain('const stripeKey = process.env.STRIPE_KEY')
    expect((await runCli(['scan', '--history', '--no-cache'], { cwd: root })).code).toBe(0)
    git(root, 'push', '--quiet', 'origin', 'main')

    // Whoever gets past the first hook meets the second.
    writeFileSync(join(root, 'config.js'), `export const stripeKey = '${secret}'\n`)
    git(root, 'add', '--all')
    git(root, 'commit', '--quiet', '--no-verify', '--message=config')
    const pushed = refusal(() => git(root, 'push', '--quiet', 'origin', 'main'))
    expect(pushed).toContain('tacet stopped this push: it brings a secret.')
    expect(pushed).toContain('git commit --amend')
    addFiles(root, { 'config.js': 'export const stripeKey = process.env.STRIPE_KEY\n' })
    git(root, 'add', '--all')
    git(root, 'commit', '--quiet', '--amend', '--message=config')
    git(root, 'push', '--quiet', 'origin', 'main')
    const objects = git(server, 'cat-file', '--batch-all-objects', '--batch-check=%(objectname)')
    for (const id of objects.trim().split('\n')) {
      expect(git(server, 'cat-file', '-p', id).includes(secret)).toBe(false)
    }

    // A false alarm is told so, with the comment that it gives.
    addFiles(root, { 'docs.js': `const shown = '${secret}'\n` })
    git(root, 'add', '--all')
    const alarm = refusal(() => git(root, 'commit', '--quiet', '--message=docs'))
    const [, comment] = /^ {2}(\/\/ tacet:allow .*)$/m.exec(alarm)!
    addFiles(root, { 'docs.js': `${comment}\n${readFileSync(join(root, 'docs.js'), 'utf8')}` })
    git(root, 'add', '--all')
    git(root, 'commit', '--quiet', '--message=docs')
  },
  60_000,
)
