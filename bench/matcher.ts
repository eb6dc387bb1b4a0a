import { compare } from './compare.ts'
import { ordinaryText } from './ordinary.ts'
import { makeSecrets, nearMiss, registryOf } from './secrets.ts'
import { printTable, ratio } from './table.ts'

const SIZE = 4_000_000

/** Matcher throughput on ordinary text and on near misses, for growing numbers of secrets. */
export function benchMatcher(): void {
  const text = ordinaryText(SIZE)
  const bytes = Buffer.from(text)
  const rows: string[][] = []
  for (const count of [10, 100, 1000]) {
    const secrets = makeSecrets(count)
    const matcher = registryOf(secrets).matcher()
    // The secret at the end shows that the engine looks: it must find that one, and nothing else.
    const planted = secrets.at(-1)!
    const hostile = repeat(secrets.map(nearMiss).join(' '), SIZE)
    const encoded = repeat(
      secrets.map((secret) => Buffer.from(nearMiss(secret)).toString('base64')).join(' '),
      SIZE,
    )
    const inputs: [string, string | Buffer][] = [
      ['bytes', Buffer.concat([bytes, Buffer.from(planted)])],
      ['text', text + planted],
      ['bytes, near misses', Buffer.from(hostile + planted)],
      ['text, near misses', hostile + planted],
      ['bytes, near misses in base64', Buffer.from(`${encoded} ${planted}`)],
    ]
    const timings = compare(
      inputs.map(([name, input]) => ({
        name,
        run: () => (typeof input === 'string' ? matcher.find(input) : matcher.findBytes(input)),
        check(result) {
          const found = result as ReturnType<typeof matcher.find>
          if (found.length !== 1 || found[0]!.end !== input.length) throw new Error(`${name}: wrong matches`)
        },
      })),
      9,
    )
    for (const [index, { name, nanoseconds, ratio: times }] of timings.entries()) {
      const speed = inputs[index]![1].length / nanoseconds
      rows.push([`${count} secrets, ${name}`, `${speed.toFixed(2)} GB/s`, ratio(times)])
    }
  }
  printTable('Matcher: no match but one at the end', ['', 'throughput', 'time ÷ bytes'], rows)
}

function repeat(text: string, length: number): string {
  return `${text} `.repeat(Math.ceil(length / text.length)).slice(0, length)
}
