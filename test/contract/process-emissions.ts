/** A way in which a program prints a secret: the body of an async function. `key` is the secret. */
export interface Emission {
  readonly name: string
  readonly code: string
}

/** One after the other in one program, each between marks. */
export const emissions: readonly Emission[] = [
  { name: 'console.log', code: `console.log('key is %s', key, { key })` },
  { name: 'console.error', code: `console.error(new Map([['key', key]]))` },
  { name: 'console.table', code: `console.table([{ key }])` },
  { name: 'process.stdout.write', code: `process.stdout.write(key + '\\n')` },
  { name: 'process.stderr.write', code: `process.stderr.write(Buffer.from(key + '\\n'))` },
  {
    name: 'a write in another encoding',
    code: `process.stdout.write(Buffer.from(key + '\\n').toString('hex'), 'hex')`,
  },
  {
    name: 'a write that is awaited',
    code: `await new Promise((done) => process.stdout.write(key + '\\n', done))`,
  },
  {
    name: 'a secret in two writes',
    code: `process.stdout.write('a ' + key.slice(0, 9)); process.stdout.write(key.slice(9) + ' b\\n')`,
  },
  {
    name: 'a secret byte by byte',
    code: `for (const byte of Buffer.from(key + '\\n')) process.stdout.write(Uint8Array.of(byte))`,
  },
  { name: 'base64', code: `console.log(Buffer.from('user:' + key + '!').toString('base64'))` },
  { name: 'what begins like a secret', code: `console.log(key.slice(0, 9)); console.log(key)` },
  { name: 'in colors', code: `console.log('\\u001b[31m' + key + '\\u001b[39m')` },
  { name: 'fs.writeSync of text', code: `fs.writeSync(1, key + '\\n')` },
  {
    name: 'fs.writeSync of a part of bytes',
    code: `const bytes = Buffer.from('<<' + key + '\\n>>')
      if (fs.writeSync(1, bytes, 2, bytes.length - 4) !== bytes.length - 4) throw new Error('it wrote less')
      if (fs.writeSync(1, bytes, { offset: 2, length: bytes.length - 4 }) !== bytes.length - 4) throw new Error('less')`,
  },
  {
    name: 'fs.writevSync',
    code: `fs.writevSync(2, [Buffer.from(key.slice(0, 5)), Buffer.from(key.slice(5) + '\\n')])`,
  },
  {
    name: 'fs.write',
    code: `const bytes = Buffer.from(key + '\\n')
      const written = await new Promise((done, fail) => fs.write(1, bytes, (error, n, same) => {
        if (same !== bytes) fail(new Error('it is another buffer'))
        error ? fail(error) : done(n)
      }))
      if (written !== bytes.length) throw new Error('it wrote less')`,
  },
  { name: 'fs.write, promisified', code: `await promisify(fs.write)(2, key + '\\n', null, 'utf8')` },
  {
    name: 'fs.writev',
    code: `await new Promise((done) => fs.writev(1, [Buffer.from(key), Buffer.from('\\n')], done))`,
  },
  { name: 'a named import of node:fs', code: `writeSync(1, key + '\\n')` },
  { name: 'fs.appendFileSync', code: `fs.appendFileSync(1, key + '\\n')` },
  { name: 'fs.writeFileSync', code: `fs.writeFileSync(2, Buffer.from(key + '\\n'))` },
  { name: 'fs.appendFile', code: `await promisify(fs.appendFile)(1, key + '\\n')` },
  { name: 'fs.writeFile', code: `await promisify(fs.writeFile)(1, key + '\\n', 'utf8')` },
  {
    name: 'fs.createWriteStream',
    code: `const stream = fs.createWriteStream('', { fd: 1, autoClose: false })
      stream.cork(); stream.write(key.slice(0, 7)); stream.write(key.slice(7)); stream.uncork()
      await new Promise((done) => stream.end('\\n', done))`,
  },
  { name: 'process._rawDebug', code: `process._rawDebug('key is %s', key)` },
  {
    name: 'errors that came by structuredClone and by a port',
    code: `const { port1, port2 } = new MessageChannel()
      port1.postMessage(new TypeError(key))
      const { message: sent } = receiveMessageOnPort(port2)
      port1.close()
      console.log(structuredClone(new Error(key, { cause: new Error(key) })).cause.message, sent.message)`,
  },
  {
    name: 'what keeps it inside',
    code: `console.log([key].values(), new Map([[key, key]]).entries(), Promise.resolve(key), new Set([Symbol(key)]))
      console.log(new DOMException(key, key), new AggregateError([new Error(key)], 'all'), new Headers({ key }))`,
  },
  {
    name: 'pino',
    code: `pino({ base: null, timestamp: false }, pino.destination({ sync: true })).info({ headers: { authorization: 'Bearer ' + key } }, 'calling')`,
  },
  {
    name: 'pino, not in sync',
    code: `const destination = pino.destination({ fd: 1, sync: false })
      pino({ base: null, timestamp: false }, destination).warn(key)
      destination.end()
      await once(destination, 'finish')`,
  },
  {
    name: 'a worker',
    code: `const worker = new Worker(
        'const { parentPort, workerData } = require("node:worker_threads");' +
        'console.log(workerData.slice(0, 9) + "…" + workerData); process.stderr.write(workerData + "\\\\n")',
        { eval: true, workerData: key },
      )
      await once(worker, 'exit')`,
  },
  {
    name: 'a diagnostic report',
    code: `console.log(process.report.getReport().environmentVariables.API_KEY)`,
  },
]

/** A program that ends in its own way. */
export interface Crash extends Emission {
  /** `mjs` unless given. */
  readonly kind?: 'cjs' | 'mjs'
  /** Whether nothing can be changed about what is thrown: an adapter may leave out the line of the source. */
  readonly fixed?: boolean
}

export const crashes: readonly Crash[] = [
  { name: 'an error that nobody catches', code: `throw new Error('no access with ' + key)` },
  {
    name: 'an error with properties and a cause, in CommonJS',
    kind: 'cjs',
    code: `const cause = new TypeError(key)
      throw Object.assign(new Error('failed', { cause }), { config: { headers: { authorization: key } } })`,
  },
  {
    name: 'several errors in one',
    code: `throw new AggregateError([new Error(key), new Error('other')], 'all failed')`,
  },
  { name: 'a frozen error', code: `throw Object.freeze(new Error(key))`, fixed: true },
  { name: 'a text that is thrown', code: `throw key`, fixed: true },
  {
    name: 'an error of a class that prints itself',
    code: `class Failure extends Error { #key = key; [Symbol.for('nodejs.util.inspect.custom')]() { return this.#key } }
      throw new Failure('failed')`,
    fixed: true,
  },
  { name: 'what JSON.parse cannot read', code: `JSON.parse('<' + key)`, fixed: true },
  {
    name: 'an error in code that was made of text',
    code: `new Function('const key = ' + JSON.stringify(key) + '; throw new Error("no access")')()`,
    fixed: true,
  },
  {
    name: 'code that was made of text and does not parse',
    code: `eval('const key = ' + JSON.stringify(key) + ' 1')`,
    fixed: true,
  },
  {
    name: 'an error in a module that is an address',
    code: `await import('data:text/javascript,throw new Error(' + JSON.stringify(key) + ')')`,
    fixed: true,
  },
  { name: 'an object that is thrown', code: `throw { key, list: [key] }` },
  {
    name: 'a rejection that nobody handles',
    code: `Promise.reject(new Error(key)); setInterval(() => {}, 1000)`,
  },
  { name: 'a rejection with a text', code: `Promise.reject(key); setInterval(() => {}, 1000)` },
  { name: 'an exit code', code: `console.log(key); process.exit(3)` },
  {
    name: 'an exit in the middle',
    code: `process.stdout.write('ends with ' + key.slice(0, 9)); process.exit(0)`,
  },
  {
    name: 'a signal',
    code: `console.log(key); process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000)`,
  },
  { name: 'a warning', code: `process.emitWarning(key, { code: 'KEY', detail: 'not ' + key })` },
  {
    name: 'an error in a worker',
    code: `new Worker('throw new Error(require("node:worker_threads").workerData)', { eval: true, workerData: key })`,
  },
  {
    name: 'an exception that the program handles itself',
    code: `process.on('uncaughtException', (error) => { console.log(error.message === key, error.message); process.exit(4) })
      setTimeout(() => { throw new Error(key) })`,
  },
  {
    name: 'what is written as it exits',
    code: `process.on('exit', () => { console.log(key); fs.writeSync(2, key.slice(0, 9)) })`,
  },
]

/** Programs whose output must be what it is without us. */
export const innocent: readonly Crash[] = [
  {
    name: 'every byte, and a lot of them',
    code: `const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index))
      for (let round = 0; round < 2000; round++) fs.writeSync(1, bytes)
      process.stderr.write(bytes)`,
  },
  {
    name: 'prompts and colors',
    code: `process.stdout.write('name: '); console.log('\\u001b[1mü\\u001b[22m'); console.error('é'.repeat(100000))`,
  },
  {
    name: 'an error without a secret',
    kind: 'cjs',
    code: `throw Object.assign(new RangeError('too far'), { code: 'E_FAR', list: [1, { deep: { er: { still: 1 } } }] })`,
  },
]
