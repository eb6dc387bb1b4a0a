import { inspect } from 'node:util'
import { createRegistry, env, file, loadSecrets } from '@tacet/runtime'
import { collectGarbage } from './garbage.ts'
import { loggers } from './logger-cases.ts'
import { environment, mountedNames } from './soak-secrets.ts'
import { indiscretion, startServers } from './soak-servers.ts'

// Started as a process of its own: `soak-service plain|tacet VOLUME`. What its loggers write is its standard output.
const [kind, volume = ''] = process.argv.slice(2)
const guarded = kind === 'tacet' ? createRegistry() : undefined
const definitions = [
  ...Object.keys(environment).map((name) => [name, env(name)] as const),
  ...mountedNames.map((name) => [name, file(name)] as const),
]
const secrets = loadSecrets(Object.fromEntries(definitions), {
  root: volume,
  env: environment,
  registry: guarded ?? createRegistry(),
})
let rotations = 0
secrets.onRotate(mountedNames, () => {
  rotations++
})

const logs = await Promise.all(
  Object.entries(loggers).map(([name, make]) => {
    const write = (output: unknown): void => {
      const text = typeof output === 'string' ? output : inspect(output, { depth: 8, maxStringLength: null })
      process.stdout.write(`${name}\t${text.trim().replaceAll('\n', ' ')}\n`)
    }
    return make(write, guarded)
  }),
)

const names = Object.keys(secrets)
let told = 0
/** The next secret, every other time one that is rotated; it is told to the next logger too. */
const tell = () => {
  told++
  const from = told % 2 === 0 ? mountedNames : names
  const name = from[(told >> 1) % from.length]!
  const tale = indiscretion(secrets[name]!.reveal())
  logs[told % logs.length]!({ method: 'GET', tale }, `answering with ${tale.raw}`)
  return tale
}

const ports = await startServers(tell, guarded)
process.on('message', () => {
  collectGarbage()
  const { heapUsed, rss } = process.memoryUsage()
  process.send?.({ heap: heapUsed, resident: rss, rotations })
})
process.on('disconnect', () => process.exit())
process.send?.(ports)
