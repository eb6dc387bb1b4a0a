import assert from 'node:assert'
import { Console } from 'node:console'
import { createRequire } from 'node:module'
import querystring from 'node:querystring'
import { PassThrough, Writable } from 'node:stream'
import { format, inspect, isDeepStrictEqual } from 'node:util'
import v8 from 'node:v8'
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import { Secret } from '@tacet/runtime'
import { pino } from 'pino'
import { chai, describe, expect, test } from 'vitest'
import winston from 'winston'
import { consoleMethods, deep, type Holder, Plain, shows, value, whole } from '../../helpers/holders.ts'

const ejs = createRequire(import.meta.url)('ejs') as { render(template: string, data: object): string }
function messageOf(fail: () => void): string {
  try {
    fail()
  } catch (error) {
    return inspect(error, whole) + (error as Error).message + JSON.stringify(error)
  }
  return ''
}

function inConsole(print: (console: Console) => void): string {
  const stream = new PassThrough()
  print(new Console({ stdout: stream, stderr: stream, inspectOptions: { depth: null, showHidden: true } }))
  return String(stream.read())
}

function inPino(print: (log: pino.Logger) => void): string {
  const lines: string[] = []
  print(pino({}, { write: (line: string) => void lines.push(line) }))
  return lines.join('')
}

function inWinston(format: winston.Logform.Format, print: (log: winston.Logger) => void): string {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk))
      done()
    },
  })
  print(winston.createLogger({ format, transports: [new winston.transports.Stream({ stream })] }))
  return lines.join('')
}

const { combine, json, prettyPrint, printf, simple, splat } = winston.format
const print = printf(({ message, holder }) => `${message} ${holder}`)

function overPort(holder: Holder): string {
  const { port1, port2 } = new MessageChannel()
  port1.postMessage(deep(holder))
  const received: unknown = receiveMessageOnPort(port2)
  port1.close()
  return inspect(received, whole)
}

const paths: Record<string, (holder: Holder) => string> = {
  'String()': (holder) => String(holder),
  'a template': (holder) => `key ${holder}`,
  concatenation: (holder) => 'key '.concat(holder as unknown as string),
  'the sign +': (holder) => String((holder as unknown as number) + 1),
  'a list joined': (holder) => [holder].join(),
  'a key of an object': (holder) => Object.keys({ [holder as unknown as string]: 1 }).join(),
  'JSON.stringify': (holder) => JSON.stringify(deep(holder).a.b.c.d),
  'JSON.stringify with a replacer': (holder) => JSON.stringify({ holder }, (_, inner: unknown) => inner, 2),
  'util.inspect': (holder) => inspect(deep(holder), whole),
  'util.inspect without custom printing': (holder) =>
    inspect(deep(holder), { ...whole, customInspect: false }),
  'util.inspect of a proxy': (holder) => inspect(new Proxy(holder, {}), { ...whole, customInspect: false }),
  'util.format': (holder) => format('%s %o %O %j', holder, holder, holder, holder),
  'Object.entries': (holder) => inspect(Object.entries(holder), whole),
  spreading: (holder) => inspect({ ...holder }, whole),
  'Object.assign': (holder) => inspect(Object.assign({}, holder), whole),
  'own keys': (holder) =>
    inspect(
      Reflect.ownKeys(holder).map((key) => Reflect.get(holder, key)),
      whole,
    ),
  descriptors: (holder) => inspect(Object.getOwnPropertyDescriptors(holder), whole),
  structuredClone: (holder) => inspect(structuredClone(deep(holder)), whole),
  'v8.serialize': (holder) => v8.serialize(deep(holder)).toString('latin1'),
  'postMessage of a MessageChannel': overPort,
  'an error message': (holder) => inspect(new Error(`failed with ${holder}`)),
  'the cause of an error': (holder) => inspect(new Error('failed', { cause: holder }), whole),
  'a property of an error': (holder) => inspect(Object.assign(new Error('failed'), { holder }), whole),
  'an aggregate error': (holder) => inspect(new AggregateError([holder], 'failed'), whole),
  'assert.deepStrictEqual': (holder) => messageOf(() => assert.deepStrictEqual({ holder }, { holder: 1 })),
  'assert.strictEqual': (holder) => messageOf(() => assert.strictEqual<unknown>(holder, 'other')),
  'assert.ok of a message': (holder) => messageOf(() => assert.ok(false, `${holder}`)),
  'expect().toEqual': (holder) => messageOf(() => expect({ holder }).toEqual({ holder: 'other' })),
  'expect().toBe': (holder) => messageOf(() => expect(holder).toBe('other')),
  'expect().toMatchObject': (holder) =>
    messageOf(() => expect({ holder }).toMatchObject({ holder: { x: 1 } })),
  'chai deep equal': (holder) => messageOf(() => chai.expect({ holder }).to.deep.equal({ holder: 'other' })),
  'chai assert': (holder) => messageOf(() => chai.assert.strictEqual<unknown>(holder, 'other')),
  'pino object': (holder) => inPino((log) => log.info({ holder, deep: deep(holder).a.b.c.d })),
  'pino message': (holder) => inPino((log) => log.info(`used ${holder}`)),
  'pino format': (holder) => inPino((log) => log.info('%s %o %O %j', holder, holder, holder, holder)),
  'pino error': (holder) => inPino((log) => log.error(Object.assign(new Error('failed'), { holder }))),
  'pino child': (holder) => inPino((log) => log.child({ holder }).info('bound')),
  'winston json': (holder) => inWinston(json(), (log) => log.info('used', { holder, list: [holder] })),
  'winston simple': (holder) => inWinston(simple(), (log) => log.info('used', { holder })),
  'winston prettyPrint': (holder) => inWinston(prettyPrint(), (log) => log.info('used', { holder })),
  'winston splat': (holder) =>
    inWinston(combine(splat(), simple()), (log) => log.info('used %s %j', holder, holder)),
  'winston printf': (holder) => inWinston(print, (log) => log.info('used', { holder })),
  'winston child': (holder) => inWinston(json(), (log) => log.child({ holder }).info('bound')),
  'ejs <%= %>': (holder) => ejs.render('<p><%= holder %></p>', { holder }),
  'ejs <%- %>': (holder) => ejs.render('<p><%- holder %></p>', { holder }),
  'ejs of JSON': (holder) => ejs.render('<%- JSON.stringify(holder) %>', { holder }),
  URLSearchParams: (holder) => new URLSearchParams({ key: holder as unknown as string }).toString(),
  'a URL built by hand': (holder) => new URL(`https://example.com/?key=${holder}`).href,
  encodeURIComponent: (holder) => encodeURIComponent(holder as unknown as string),
  'querystring.escape': (holder) => querystring.escape(holder as unknown as string),
  'querystring.stringify': (holder) => querystring.stringify({ key: `${holder}`, ...holder }),
  Headers: (holder) => inspect([...new Headers({ authorization: holder as unknown as string })]),
  FormData: (holder) => {
    const form = new FormData()
    form.append('key', holder as unknown as string)
    return inspect([...form])
  },
  ...Object.fromEntries(
    consoleMethods.flatMap((method) => [
      [`console.${method}`, (holder: Holder) => inConsole((console) => console[method](holder))],
      [
        `console.${method} in depth`,
        (holder: Holder) => inConsole((console) => console[method](deep(holder))),
      ],
    ]),
  ),
  'console.assert': (holder) => inConsole((console) => console.assert(false, 'failed', holder)),
  'console.count': (holder) => inConsole((console) => console.count(holder as unknown as string)),
  'console.timeLog': (holder) =>
    inConsole((console) => {
      console.time('x')
      console.timeLog('x', holder)
      console.timeEnd('x')
    }),
}

describe('a secret is not printed by', () => {
  test.each(Object.entries(paths))('%s', (_, print) => {
    expect(shows(print(new Plain()))).toBe(true)
    const text = print(new Secret('API_KEY', value))
    expect(text.length).toBeGreaterThan(0)
    expect(shows(text)).toBe(false)
  })
})

test('what arrives elsewhere is its name at most', () => {
  const secret = new Secret('API_KEY', value)
  expect(structuredClone(secret)).toEqual({ name: 'API_KEY' })
  expect(v8.deserialize(v8.serialize(secret))).toEqual({ name: 'API_KEY' })
  expect(isDeepStrictEqual({ ...secret }, { name: 'API_KEY' })).toBe(true)
})
