import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRegistry, type Definitions, env, file, loadSecrets, readSecrets } from '@tacet/runtime'
import { compare } from './compare.ts'
import { makeSecrets } from './secrets.ts'
import { printTable, ratio } from './table.ts'

/** As many variables, and as many files. */
const COUNT = 100

/** What it costs a service to start with `loadSecrets`, compared with reading the same by hand. */
export function benchLoad(): void {
  const root = mkdtempSync(join(tmpdir(), 'tacet-bench-'))
  try {
    const values = makeSecrets(2 * COUNT)
    const variables: Record<string, string> = {}
    const definitions: Record<string, Definitions[string]> = {}
    for (let index = 0; index < COUNT; index++) {
      variables[`VARIABLE_${index}`] = values[index]!
      definitions[`variable${index}`] = env(`VARIABLE_${index}`)
      writeFileSync(join(root, `file-${index}`), `${values[COUNT + index]}\n`)
      definitions[`file${index}`] = file(`file-${index}`)
    }
    const options = { env: variables, root }
    const byHand = () => {
      const loaded: string[] = []
      for (let index = 0; index < COUNT; index++) {
        loaded.push(variables[`VARIABLE_${index}`]!)
        loaded.push(readFileSync(join(root, `file-${index}`), 'utf8').trimEnd())
      }
      return loaded
    }
    const expected = byHand().join()
    const check = (loaded: unknown): void => {
      if ((loaded as string[]).join() !== expected) throw new Error('wrong values were loaded')
    }
    const timings = compare([
      { name: 'by hand', run: byHand, check },
      {
        name: 'readSecrets',
        run: () =>
          readSecrets(definitions, options).readings.map(
            ({ outcome }) => 'value' in outcome && outcome.value,
          ),
        check,
      },
      {
        name: 'loadSecrets, which registers them',
        run: () => {
          const secrets = loadSecrets(definitions, { ...options, registry: createRegistry() })
          return Object.values(secrets).map((secret) => secret?.reveal())
        },
        check,
      },
    ])
    const rows = timings.map(({ name, nanoseconds, ratio: times }) => [
      name,
      `${(nanoseconds / 1e6).toFixed(2)} ms`,
      ratio(times),
    ])
    printTable(`Load: ${COUNT} variables and ${COUNT} files`, ['', 'time', '÷ by hand'], rows)
  } finally {
    rmSync(root, { recursive: true })
  }
}
