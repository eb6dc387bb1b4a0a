import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRegistry } from '@tacet/runtime'
import { redactProcess } from '@tacet/runtime/process'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { finished } from '../../helpers/run-cli.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const register = new URL('../../../packages/runtime/dist/process/register-bundle.js', import.meta.url).href
const express = import.meta.resolve('express')
const key = fakeSecret('register', 40)

interface Run {
  readonly kind?: 'cjs' | 'mjs'
  readonly files?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly flags?: readonly string[]
  /** How it is loaded; by `--import` unless given. */
  readonly by?: '--import' | '--require'
  /** Whether standard output is a pipe of a shell, which can be opened again. */
  readonly piped?: boolean
}

/** Runs a program under register, in a folder of its own. */
async function run(code: string, options: Run = {}) {
  const { kind = 'mjs', files = {}, env = {}, flags = [], by = '--import', piped = false } = options
  const cwd = tempTree({ [`program.${kind}`]: code, ...files })
  const loaded = by === '--import' ? register : fileURLToPath(register)
  const line = [process.execPath, ...flags, by, loaded, `program.${kind}`]
  const [file, ...args] = piped ? ['sh', '-c', '"$0" "$@" | cat', ...line] : line
  const child = spawn(file!, args, {
    cwd,
    env: { PATH: process.env.PATH, TACET_SECRETS_DIR: '/nowhere', API_KEY: key, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { code: exit, stdout, stderr } = await finished(child)
  return { exit, stdout, stderr, cwd, leaks: (stdout + stderr).includes(key) }
}

describe('what is secret', () => {
  test('what the environment had at the start, and what .env files and mounts hold', async () => {
    const [dotenv, mounted] = [fakeSecret('dotenv'), fakeSecret('mounted')]
    const { stdout } = await run(
      `import { readFileSync } from 'node:fs'
      const key = process.env.API_KEY
      delete process.env.API_KEY
      console.log(key, readFileSync('.env', 'utf8'), readFileSync('mounts/token', 'utf8'))`,
      {
        files: { '.env': `DB_PASSWORD=${dotenv}`, 'mounts/token': mounted },
        env: { TACET_SECRETS_DIR: 'mounts', NODE_ENV: 'production' },
      },
    )
    expect(stdout).toBe('[REDACTED:API_KEY] DB_PASSWORD=[REDACTED:DB_PASSWORD] [REDACTED:token]\n')
  })

  test('what TACET_INCLUDE names, and not what TACET_EXCLUDE does', async () => {
    const { stdout } = await run(
      `console.log(process.env.COLOR, process.env.API_KEY.length, process.env.API_KEY)`,
      {
        env: { COLOR: 'teal-ish', TACET_INCLUDE: 'COLOR, OTHER', TACET_EXCLUDE: 'API_KEY' },
      },
    )
    expect(stdout.startsWith('[REDACTED:COLOR] 40 ')).toBe(true)
    expect(stdout.includes(key)).toBe(true)
  })

  test('TACET_SUMMARY has told at the end what was redacted', async () => {
    const { stderr } = await run(`console.log(process.env.API_KEY); console.log(process.env.API_KEY)`, {
      env: { TACET_SUMMARY: '1' },
    })
    expect(stderr).toBe('tacet: redacted 2\n  API_KEY (raw) in stdout: 2\n')
    expect((await run('', { env: { TACET_SUMMARY: '1' } })).stderr).toBe('')
  })

  test('what the program adds to the default registry', async () => {
    const runtime = new URL('../../../packages/runtime/dist/bundle.js', import.meta.url).href
    const { stdout } = await run(
      `import { defaultRegistry } from ${JSON.stringify(runtime)}
      const late = process.env.API_KEY.slice(9) + process.env.API_KEY.slice(0, 9)
      console.log(defaultRegistry.names().join())
      defaultRegistry.add('LATE', late)
      console.log(late)`,
    )
    expect(stdout).toBe('API_KEY\n[REDACTED:LATE]\n')
  })
})

describe('responses', () => {
  test('of node:http, in CommonJS', async () => {
    const { stdout } = await run(
      `const server = require('node:http').createServer((request, response) => {
        response.setHeader('X-Key', process.env.API_KEY)
        response.write(process.env.API_KEY.slice(0, 9))
        response.end(process.env.API_KEY.slice(9))
      })
      server.listen(0, async () => {
        const response = await fetch('http://127.0.0.1:' + server.address().port)
        const body = await response.text()
        console.log(body === '[REDACTED:API_KEY]', response.headers.get('x-key') === '[REDACTED:API_KEY]')
        server.close()
      })`,
      { kind: 'cjs' },
    )
    expect(stdout).toBe('true true\n')
  })

  test('of Express, also under its own adapter', async () => {
    const adapter = new URL('../../../packages/runtime/dist/adapters/express-bundle.js', import.meta.url).href
    const { stdout } = await run(
      `import { once } from 'node:events'
      import express from ${JSON.stringify(express)}
      import { redactResponses } from ${JSON.stringify(adapter)}
      for (const middlewares of [[], [redactResponses()]]) {
        const app = express()
        for (const middleware of middlewares) app.use(middleware)
        app.get('/', (request, response) => response.json({ key: process.env.API_KEY }))
        const server = app.listen(0)
        await once(server, 'listening')
        const response = await fetch('http://127.0.0.1:' + server.address().port)
        const body = await response.text()
        console.log(Number(response.headers.get('content-length')) === body.length, body.includes('REDACTED'))
        server.close()
      }`,
    )
    expect(stdout).toBe('true true\ntrue true\n')
  })
})

describe('responses of node:http2', () => {
  test.each(['a listener of requests', 'a listener of streams'])('%s', async (how) => {
    const onRequest = `server.on('request', (request, response) => {
        response.setHeader('x-own', key)
        response.write(key.slice(0, 9))
        response.end(key.slice(9))
      })`
    const onStream = `server.on('stream', (stream) => {
        stream.respond({ 'x-own': key })
        stream.end(key)
      })`
    const { stdout } = await run(
      `import http2 from 'node:http2'
      const key = process.env.API_KEY
      const server = http2.createServer()
      ${how === 'a listener of requests' ? onRequest : onStream}
      server.listen(0, () => {
        const client = http2.connect('http://localhost:' + server.address().port)
        const request = client.request({ ':path': '/' })
        let answer = ''
        request.on('response', (headers) => { answer += headers['x-own'] + ' ' })
        request.on('data', (piece) => { answer += piece })
        request.on('end', () => {
          console.log(answer === '[REDACTED:API_KEY] [REDACTED:API_KEY]')
          client.close()
          server.close()
        })
      })`,
    )
    expect(stdout).toBe('true\n')
  })
})

describe('diagnostic reports', () => {
  test('that the program writes, that a signal asks for, and of an exception', async () => {
    const { cwd, leaks, exit, stderr } = await run(
      `process.report.writeReport('asked.json')
      setTimeout(() => { throw new Error(process.env.API_KEY) }, 100)
      process.kill(process.pid, 'SIGUSR2')`,
      { flags: ['--report-on-signal', '--report-uncaught-exception'] },
    )
    expect([leaks, exit]).toEqual([false, 1])
    const reports = readdirSync(cwd).filter((name) => name.endsWith('.json'))
    expect(reports.length).toBe(3)
    for (const name of reports) {
      const text = readFileSync(join(cwd, name), 'utf8')
      expect(text.includes(key)).toBe(false)
      expect(JSON.parse(text).environmentVariables.API_KEY).toBe('[REDACTED:API_KEY]')
      expect(stderr).toContain(`Writing Node.js report to file: ${name}\nNode.js report completed\n`)
    }
  })
})

describe('other ways out', () => {
  test('/dev/stdout, opened again', async () => {
    const { stdout, leaks } = await run(
      `import fs from 'node:fs'
      const key = process.env.API_KEY
      fs.appendFileSync('/dev/fd/1', key + '\\n')
      const opened = fs.openSync('/proc/self/fd/1', 'w')
      fs.writeSync(opened, key + '\\n')
      fs.closeSync(opened)
      fs.open('/dev/stdout', 'a', (error, descriptor) => {
        fs.write(descriptor, key + '\\n', () => fs.close(descriptor, () => {}))
      })`,
      { piped: true },
    )
    expect([stdout, leaks]).toEqual(['[REDACTED:API_KEY]\n'.repeat(3), false])
  })

  test('/dev/stdout by node:fs/promises, also by a handle', async () => {
    const { stdout, stderr, exit } = await run(
      `import { appendFile, open, writeFile } from 'node:fs/promises'
      const line = process.env.API_KEY + '\\n'
      await writeFile('/dev/stdout', line)
      await appendFile('/proc/' + process.pid + '/fd/1', [line.slice(0, 9), line.slice(9)])
      const handle = await open('/dev/stdout', 'w')
      const { bytesWritten } = await handle.write(line)
      if (bytesWritten !== line.length) throw new Error('it wrote less')
      await handle.writev([Buffer.from(line.slice(0, 9)), Buffer.from(line.slice(9))])
      await handle.writeFile(line)
      await handle.appendFile(Buffer.from(line))
      await writeFile(handle, line)
      handle.createWriteStream().end(line)`,
      { piped: true },
    )
    expect([stdout, stderr, exit]).toEqual(['[REDACTED:API_KEY]\n'.repeat(8), '', 0])
  })

  test('what was held back of a descriptor that is closed comes out at the end', async () => {
    const { stdout, stderr, exit } = await run(
      `import fs from 'node:fs'
      const opened = fs.openSync('/dev/stdout', 'w')
      fs.writeSync(opened, 'begins with ' + process.env.API_KEY.slice(0, 6))
      fs.closeSync(opened)`,
      { piped: true },
    )
    expect([stdout, stderr, exit]).toEqual([`begins with ${key.slice(0, 6)}`, '', 0])
  })

  test('process.stdout.end, and a stream that is corked', async () => {
    const { stdout } = await run(
      `const key = process.env.API_KEY
      process.stdout.cork()
      process.stdout.write('a')
      process.stdout.write(key.slice(0, 20), 'latin1')
      process.stdout.write(key.slice(20))
      process.stdout.uncork()
      process.stderr.write(key.slice(0, 3), () => process.stdout.write('written'))`,
    )
    expect(stdout).toBe('a[REDACTED:API_KEY]written')
  })

  test('a file keeps what is another file', async () => {
    const { cwd } = await run(
      `import fs from 'node:fs'
      fs.writeFileSync('kept.txt', process.env.API_KEY)
      fs.appendFileSync('kept.txt', process.env.API_KEY)`,
    )
    expect(readFileSync(join(cwd, 'kept.txt'), 'utf8') === key + key).toBe(true)
  })

  test('warnings that Node itself gives', async () => {
    const { stderr, leaks } = await run(
      `process.on(process.env.API_KEY, () => {})
      for (let index = 0; index < 11; index++) process.on(process.env.API_KEY, () => {})`,
    )
    expect(stderr).toContain('MaxListenersExceededWarning')
    expect([stderr.includes('[REDACTED:API_KEY]'), leaks]).toEqual([true, false])
  })

  test('workers write to descriptors as well', async () => {
    const worker = `import fs from 'node:fs'
      fs.writeSync(1, process.env.API_KEY)`
    const { stdout, leaks } = await run(
      `import { Worker } from 'node:worker_threads'
      new Worker('./worker.mjs')`,
      { files: { 'worker.mjs': worker } },
    )
    expect([stdout, leaks]).toEqual(['[REDACTED:API_KEY]', false])
  })

  test('also those that are made of text, when it was required', async () => {
    const { stdout, leaks } = await run(
      `const { Worker } = require('node:worker_threads')
      console.log(process.env.API_KEY)
      new Worker('require("node:fs").writeSync(1, process.env.API_KEY)', { eval: true })`,
      { by: '--require', kind: 'cjs' },
    )
    expect([stdout, leaks]).toEqual(['[REDACTED:API_KEY]\n[REDACTED:API_KEY]', false])
  })
})

describe('the line of the source above an exception', () => {
  test('is kept as Node prints it, where no secret is in it', async () => {
    const { stderr } = await run(`null.access`)
    expect(stderr).toMatch(/program\.mjs:1\nnull\.access\n +\^\n\nTypeError: /)
  })

  test('is left out where one is', async () => {
    const { stderr, leaks, exit } = await run(`const key = ${JSON.stringify(key)}; null.access`)
    expect([stderr.startsWith('TypeError: Cannot read'), leaks, exit]).toEqual([true, false, 1])
  })
})

test('redactProcess is for one registry', () => {
  const registry = createRegistry()
  const before = process.emit
  redactProcess({ registry, responses: false })
  redactProcess({ registry, responses: false })
  expect(() => redactProcess({ registry: createRegistry() })).toThrow('another registry')
  process.emit = before
})
