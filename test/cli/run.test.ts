import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { main } from '@tacet/cli'
import { describe, expect, test } from 'vitest'
import { builtCli } from '../helpers/built-cli.ts'
import { fakeSecret } from '../helpers/fake-secret.ts'
import { type CliOptions, finished, runCli, startCli } from '../helpers/run-cli.ts'
import { tempTree } from '../helpers/temp-tree.ts'
import { makeTerminal } from '../helpers/terminal.ts'

const key = fakeSecret('tacet run', 40)
const nowhere = { TACET_SECRETS_DIR: '/nowhere' }

const run = (args: readonly string[], options: Partial<CliOptions> = {}) =>
  runCli(['run', ...args], { cwd: tempTree(), ...options, env: { ...nowhere, API_KEY: key, ...options.env } })

/** Waits until the process has printed the text. */
async function printed(child: ChildProcess, text: string): Promise<string> {
  let output = ''
  for await (const [chunk] of on(child)) {
    output += chunk
    if (output.includes(text)) return output
  }
  throw new Error('it ended before')
}

async function* on(child: ChildProcess): AsyncGenerator<[string]> {
  child.stdout!.setEncoding('utf8')
  const next = () => new Promise<string>((resolve) => child.stdout!.once('data', resolve))
  for (;;) yield [await next()]
}

/** Runs a command on a terminal, and types something there once it is asked for. */
function atTerminal(asked: string, typed: string, command: readonly string[]) {
  const cwd = tempTree({
    'press.py': `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
seen = b''
pressed = False
while True:
    try:
        chunk = os.read(terminal, 1024)
    except OSError:
        break
    if not chunk:
        break
    seen += chunk
    if not pressed and b'${asked}' in seen:
        os.write(terminal, b'${typed}')
        pressed = True
sys.stdout.write(seen.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`,
  })
  const args = ['press.py', process.execPath, builtCli, 'run', ...command]
  const child = spawn('python3', args, { cwd, env: { ...process.env, ...nowhere, API_KEY: key } })
  child.stderr.resume()
  return finished(child)
}

describe('tacet run', () => {
  test('redacts what shells print, also traced', async () => {
    const script = 'set -x; echo "a $API_KEY b"; printf %s "$API_KEY" | base64 -w 0; env | grep API >&2'
    const { stdout, stderr, code } = await run(['sh', '-c', script])
    expect(stdout).toMatch(/^a \[REDACTED:API_KEY\] b\n\[REDACTED:API_KEY\]/)
    expect(stderr).toContain('API_KEY=[REDACTED:API_KEY]\n')
    expect(stderr).toContain('+ echo a [REDACTED:API_KEY] b\n')
    expect((stdout + stderr).includes(key)).toBe(false)
    expect(code).toBe(0)
  })

  test.each([
    [['sh', '-c', 'exit 7'], 7, ''],
    [['no-such-command-here'], 127, 'tacet: there is no command "no-such-command-here"'],
    [['./plain.txt'], 126, 'tacet: cannot execute "./plain.txt" (EACCES)'],
    [['.'], 126, 'tacet: cannot execute "." (EACCES)'],
    [[], 125, 'tacet: name the command to run'],
    [
      ['--secrets-from', 'envy', '--', 'true'],
      125,
      'tacet: unknown place of secrets "envy": did you mean env?',
    ],
    [['--secret-from', 'env', '--', 'true'], 125, 'did you mean --secrets-from?'],
    [['sh', '-c', 'kill -SEGV $$'], 139, ''],
  ])('%j exits with %d', async (args, expected, message) => {
    const cwd = tempTree({ 'plain.txt': 'no program' })
    chmodSync(join(cwd, 'plain.txt'), 0o644)
    const { code, stderr } = await run(args, { cwd })
    expect(stderr).toContain(message)
    expect(code).toBe(expected)
  })

  test('leaves the options of the command to it', async () => {
    const program = tempTree({ 'show.cjs': 'console.log(process.argv.slice(2).join())' })
    const { stdout } = await run([process.execPath, 'show.cjs', '--help', '-v', '--', '--exclude'], {
      cwd: program,
    })
    expect(stdout).toBe('--help,-v,--,--exclude\n')
  })

  test('finds secrets in .env and among mounted files, and only where it is told to', async () => {
    const [dotenv, mounted] = [fakeSecret('dotenv'), fakeSecret('mounted')]
    const cwd = tempTree({ '.env': `DB_PASSWORD=${dotenv}\n`, 'mounts/token': `${mounted}\n` })
    const env = { TACET_SECRETS_DIR: join(cwd, 'mounts'), NODE_ENV: 'production' }
    const show = ['cat', '.env', 'mounts/token']
    const all = await run(show, { cwd, env })
    expect(all.stdout).toBe('DB_PASSWORD=[REDACTED:DB_PASSWORD]\n[REDACTED:token]\n')
    const some = await run(['--secrets-from', 'env,.env', ...show], { cwd, env })
    expect(some.stdout.endsWith(`[REDACTED:DB_PASSWORD]\n${mounted}\n`)).toBe(true)
    const none = await run(['--exclude', 'DB_PASSWORD,token,API_KEY', ...show], { cwd, env })
    expect(none.stdout.includes(dotenv) && none.stdout.includes(mounted)).toBe(true)
    expect(none.stderr).toBe('tacet: found no secret, so nothing is redacted: see -v and --include\n')
  })

  test('tells what is redacted, and what was, without a value', async () => {
    const args = ['-v', '--summary', '--include', 'COLOR', 'sh', '-c', 'echo $COLOR $API_KEY']
    const { stdout, stderr } = await run(args, { env: { COLOR: 'teal-ish' } })
    expect(stdout).toBe('[REDACTED:COLOR] [REDACTED:API_KEY]\n')
    expect(stderr).toContain('COLOR (environment): it is included')
    expect(stderr).toContain('tacet: redacted 2\n')
    expect(stderr).toContain('  API_KEY (raw) in stdout: 1\n')
    expect(stderr.includes(key)).toBe(false)
  })

  test('tries first which outputs are covered', async () => {
    const alone = await run(['--self-test'])
    expect(alone.code).toBe(0)
    expect(alone.stderr).toContain('covered      standard output\n  covered      standard error\n')
    expect(alone.stderr).toMatch(/not covered {2}files, sockets and the terminal itself/)
    const { stdout, stderr, code } = await run(['--self-test', 'sh', '-c', 'echo "$API_KEY"; exit 3'])
    expect([stdout, code]).toEqual(['[REDACTED:API_KEY]\n', 3])
    expect(stderr).toBe(alone.stderr)
  })

  test('hands its standard input over, bytes and all', async () => {
    const input = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 128))
    const { stdout } = await run(['cat'], { input })
    expect(Buffer.from(stdout).equals(input)).toBe(true)
  })

  test('gives the command pipes, which can be opened again', async () => {
    const { stdout, code } = await run(['sh', '-c', 'echo one; echo two > /dev/stdout'])
    expect([stdout, code]).toEqual(['one\ntwo\n', 0])
  })

  test('lets a prompt out at once, before there is more', async () => {
    const child = startCli(['run', 'sh', '-c', 'printf "name: "; read x; echo "hello $x"'], {
      cwd: tempTree(),
      env: { ...nowhere, API_KEY: key },
    })
    // Nothing more is printed until it is answered.
    expect(await printed(child, 'name: ')).toBe('name: ')
    const answer = printed(child, 'hello ')
    child.stdin!.end('Ada\n')
    expect(await answer).toBe('hello Ada\n')
  })

  test('copies 50 MB, no faster than it is read', async () => {
    const size = 50_000_000
    const child = startCli(['run', 'sh', '-c', `head -c ${size} /dev/zero; echo "$API_KEY"`], {
      cwd: tempTree(),
      env: { ...nowhere, API_KEY: key },
    })
    let bytes = 0
    let end = Buffer.alloc(0)
    for await (const chunk of child.stdout! as AsyncIterable<Buffer>) {
      bytes += chunk.length
      end = Buffer.concat([end, chunk]).subarray(-30)
    }
    expect(bytes).toBe(size + '[REDACTED:API_KEY]\n'.length)
    expect(end.toString().endsWith('[REDACTED:API_KEY]\n')).toBe(true)
  })

  test('ends with its command when the reader leaves, as in any pipe', async () => {
    const script = '"$0" "$1" run -- yes "$API_KEY" | head -n 2; exit "$PIPESTATUS"'
    const env = { PATH: process.env.PATH, ...nowhere, API_KEY: key }
    const [stdout, stderr, code] = await new Promise<[string, string, number]>((resolve) =>
      execFile('bash', ['--norc', '-c', script, process.execPath, builtCli], { env }, (error, out, err) =>
        resolve([out, err, Number(error?.code ?? 0)]),
      ),
    )
    expect([stdout, stderr]).toEqual(['[REDACTED:API_KEY]\n'.repeat(2), ''])
    // 128 + SIGPIPE
    expect(code).toBe(141)
  })

  test('says that an output cannot be written, and why', async () => {
    const full = new Transform({
      transform: (_chunk, _encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
    })
    const { terminal, stderr } = makeTerminal({ stdout: full, env: { PATH: process.env.PATH } })
    expect(await main(['run', 'echo', 'a'], terminal)).toBe(125)
    expect(stderr.written).toContain('tacet: cannot write what the command prints (ENOSPC)')
  })
})

describe('signals', () => {
  const start = (script: string) =>
    startCli(['run', 'bash', '-c', script], { cwd: tempTree(), env: { ...nowhere, API_KEY: key } })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2'] as const)('passes %s on', async (name) => {
    const child = start(
      `trap 'echo "got it $API_KEY"; exit 5' ${name}; echo ready; while :; do sleep 0.05; done`,
    )
    await printed(child, 'ready')
    child.kill(name)
    const { stdout, code } = await finished(child)
    expect([stdout, code]).toEqual(['got it [REDACTED:API_KEY]\n', 5])
  })

  test('a second Ctrl-C gets there too', async () => {
    const child = start(`trap 'echo first; trap "exit 6" INT' INT; echo ready; while :; do sleep 0.05; done`)
    await printed(child, 'ready')
    child.kill('SIGINT')
    await printed(child, 'first')
    child.kill('SIGINT')
    expect((await finished(child)).code).toBe(6)
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('ends by %s when the command does', async (name) => {
    const child = start(`kill -${name.slice(3)} $$; sleep 60`)
    const [code, signal] = await once(child, 'exit')
    expect([code, signal]).toEqual([null, name])
  })

  test('does not wait any more for what the command left behind', async () => {
    const child = start('sleep 60 & echo "left $!"')
    const left = Number((await printed(child, '\n')).match(/left (\d+)/)![1])
    try {
      child.kill('SIGTERM')
      await once(child, 'exit')
    } finally {
      process.kill(left)
    }
  })

  test('on a terminal, Ctrl-C reaches the command once', async () => {
    const script =
      'count=0; trap "count=\\$((count + 1))" INT; echo ready; while [ $count = 0 ]; do sleep 0.05; done; ' +
      'sleep 0.2; echo "count $count"; exit 9'
    const { stdout, code } = await atTerminal('ready', '\\x03', ['bash', '-c', script])
    expect(stdout).toContain('count 1')
    expect(code).toBe(9)
  })

  test('on a terminal, a prompt is whole that ends as a secret begins', async () => {
    // Were the last letter held back, nothing would ever be answered.
    const asked = `Name${key.slice(0, 1)}`
    const script = `printf ${asked}; read name; echo "hello $name, $API_KEY"`
    const { stdout, code } = await atTerminal(asked, 'ada\\n', ['sh', '-c', script])
    expect(stdout).toContain('hello ada, [REDACTED:API_KEY]')
    expect(code).toBe(0)
  })
})
