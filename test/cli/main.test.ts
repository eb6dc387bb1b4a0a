import { Readable, Writable } from 'node:stream'
import { main } from '@tacet/cli'
import { describe, expect, it } from 'vitest'
import { commandHelp } from '../../packages/cli/src/help.ts'
import { scanCommand } from '../../packages/cli/src/scan-command.ts'
import { credential } from '../helpers/credentials.ts'
import { tempTree } from '../helpers/temp-tree.ts'
import { makeTerminal, RecordedOutput } from '../helpers/terminal.ts'

const line = `const token = '${credential('npm-access-token')}'\n`

const erase = '\r\u001b[K'

describe('main', () => {
  it('shows a progress bar on a terminal, and takes it away before the report and at the end', async () => {
    // Both streams on one screen, as a user has them.
    const screen = new RecordedOutput({ isTTY: true })
    const cwd = tempTree({ 'a.ts': line })
    const { terminal } = makeTerminal({ stdout: screen, stderr: screen })
    const code = await main(['scan', '--no-color', cwd], terminal)
    expect(code).toBe(1)
    expect(screen.written).toContain(' files  ')
    for (const shown of screen.written.split('\n')) {
      // Whatever a line of the report shows, the bar before it was erased.
      expect(shown.slice(shown.lastIndexOf(erase) + erase.length)).not.toMatch(/\/s$/)
      if (shown.includes('npm-access-token')) expect(shown.lastIndexOf(erase)).toBeGreaterThan(0)
    }
  })

  it.each([
    ['--no-progress', {}],
    ['--quiet', {}],
    ['--no-color', { CI: 'true' }],
    ['--no-color', { TERM: 'dumb' }],
  ])('shows no bar with %s in %j', async (option, env) => {
    const { terminal, stderr } = makeTerminal({ env })
    expect(await main(['scan', option, tempTree({ 'a.ts': line })], terminal)).toBe(1)
    expect(stderr.written).toBe('')
  })

  it('stops a scan that is aborted, and reports what it found', async () => {
    const controller = new AbortController()
    async function* input(): AsyncGenerator<Buffer> {
      yield Buffer.from(line)
      yield Buffer.from('export {}\n'.repeat(1_000_000))
      controller.abort()
      // What comes next never comes.
      await new Promise(() => {})
    }
    const { terminal, stdout } = makeTerminal({ stdin: Readable.from(input()), signal: controller.signal })
    expect(await main(['scan', '-', '-f', 'json'], terminal)).toBe(2)
    expect(JSON.parse(stdout.written)).toMatchObject({ complete: false, stopped: 'interrupted' })
  })

  it('says that a report could not be written, and why', async () => {
    const full = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
    })
    const { terminal, stderr } = makeTerminal({ stdout: full })
    expect(await main(['scan', '--no-progress', tempTree({ 'a.ts': line })], terminal)).toBe(2)
    expect(stderr.written).toMatch(/^tacet: cannot write the report \(ENOSPC\): check /)
  })

  it.each([['scan', '--\u001b[2J'], ['scan', '\u001b[2J'], ['\u001b[2J'], ['scan', '-f', '\u001b[2J']])(
    'shows what was typed without what a terminal would obey: %j',
    async (...args) => {
      const { terminal, stderr } = makeTerminal()
      expect(await main(args, terminal)).toBe(2)
      expect(stderr.written).not.toContain('\u001b')
      expect(stderr.written).toContain('[2J')
    },
  )

  it('tells a fault of its own by its frames, without the message, which may quote what was scanned', async () => {
    const stdin = new Readable({
      read() {
        this.destroy(new TypeError('dev-only-not-a-real-key'))
      },
    })
    const { terminal, stderr } = makeTerminal({ stdin })
    expect(await main(['scan', '-', '--no-progress'], terminal)).toBe(2)
    expect(stderr.written).toMatch(/^tacet: internal error \(TypeError\)\. .*\n(\s+at .*\n)+$/)
    expect(stderr.written).not.toContain('dev-only-not-a-real-key')
  })
})

describe('the help of tacet scan', () => {
  const help = commandHelp(scanCommand)

  it('fits in a terminal of 80 columns', () => {
    expect(help.split('\n').filter((row) => row.length > 80)).toEqual([])
  })

  it('lists every option once, with its choices and its default', () => {
    for (const [name, option] of Object.entries(scanCommand.options)) {
      expect(help.split(`--${name} `).length - 1, name).toBeGreaterThanOrEqual(1)
      if ('choices' in option) for (const choice of option.choices) expect(help).toContain(choice)
      if ('default' in option) expect(help).toContain(`(default: ${option.default})`)
    }
  })
})
