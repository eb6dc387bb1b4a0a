import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import inspector from 'node:inspector'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { BroadcastChannel, Worker } from 'node:worker_threads'
import { Secret } from '@tacet/runtime'
import { describe, expect, test } from 'vitest'
import { consoleMethods, deep, type Holder, Plain, shows, value, whole } from '../../helpers/holders.ts'

const runtime = fileURLToPath(new URL('../../../packages/runtime/dist/index.js', import.meta.url))

/** A private field is enough for most paths, and not for a debugger. */
class Private {
  readonly name = 'API_KEY'
  readonly #value = value

  reveal(): string {
    return this.#value
  }
}

describe('a secret is not told to', () => {
  test('a console of a real process', () => {
    const source = `
      const { Secret } = await import(${JSON.stringify(runtime)})
      const { KEY, KIND } = process.env
      const holder = KIND === 'plain' ? { name: 'KEY', value: KEY } : new Secret('KEY', KEY)
      for (const method of ${JSON.stringify(consoleMethods)}) {
        console[method](holder)
        if (method !== 'table') console[method]('%s %o %O %j', holder, holder, holder, holder)
        console[method]({ holder, list: [holder] })
      }
      console.dir({ a: { b: { c: { holder } } } }, { depth: null, showHidden: true })
      console.assert(false, holder)
      process.on('exit', () => { throw new Error('at exit', { cause: holder }) })
    `
    const run = (KIND: string): string => {
      const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
        env: { KEY: value, KIND },
        encoding: 'utf8',
      })
      return stdout + stderr
    }
    expect(shows(run('plain'))).toBe(true)
    const output = run('secret')
    expect(output).toContain('[REDACTED:KEY]')
    expect(output).toContain('at exit')
    expect(shows(output)).toBe(false)
  })

  test('postMessage to a real worker, and its workerData', async () => {
    const source = `
      const { parentPort, workerData } = require('node:worker_threads')
      const { inspect } = require('node:util')
      parentPort.once('message', (message) => parentPort.postMessage(inspect([workerData, message], { depth: null })))
    `
    const received = async (holder: Holder): Promise<string> => {
      const worker = new Worker(source, { eval: true, workerData: deep(holder) })
      worker.postMessage(deep(holder))
      const [text] = (await once(worker, 'message')) as [string]
      await worker.terminate()
      return text
    }
    expect(shows(await received(new Plain()))).toBe(true)
    expect(shows(await received(new Secret('API_KEY', value)))).toBe(false)
  })

  test('a BroadcastChannel', async () => {
    const received = async (holder: Holder): Promise<string> => {
      const [from, to] = [new BroadcastChannel('tacet-hold'), new BroadcastChannel('tacet-hold')]
      const message = new Promise<unknown>((resolve) => {
        to.onmessage = (event) => resolve((event as MessageEvent).data)
      })
      from.postMessage(deep(holder))
      const text = inspect(await message, whole)
      from.close()
      to.close()
      return text
    }
    expect(shows(await received(new Plain()))).toBe(true)
    expect(shows(await received(new Secret('API_KEY', value)))).toBe(false)
  })

  test('a debugger that looks at it, which sees private fields', () => {
    const session = new inspector.Session()
    session.connect()
    const seen = (holder: object): string => {
      const messages: unknown[] = []
      const note = ({ params }: inspector.InspectorNotification<object>): void => {
        messages.push(params)
        const { args } = params as inspector.Runtime.ConsoleAPICalledEventDataType
        const objectId = args[0]!.objectId!
        session.post('Runtime.getProperties', { objectId, generatePreview: true }, (_, properties) => {
          messages.push(properties)
        })
      }
      session.on('Runtime.consoleAPICalled', note)
      inspector.console.log(holder)
      session.off('Runtime.consoleAPICalled', note)
      return JSON.stringify(messages)
    }
    session.post('Runtime.enable')
    expect(shows(seen(new Plain()))).toBe(true)
    expect(shows(seen(new Private()))).toBe(true)
    const secret = seen(new Secret('API_KEY', value))
    expect(secret).toContain('API_KEY')
    expect(shows(secret)).toBe(false)
    session.disconnect()
  })
})
