import { seededRandom } from '@tacet/rules'

const words = `the request of user finished in time with status and was sent from gateway to worker queue
  order item total price created updated name city country street note page size next previous error retry`.split(
  /\s+/,
)

/** Log lines or JSON as services emit them: words, numbers, ids, nothing secret. */
export function ordinaryText(length: number, seed = 1): string {
  const random = seededRandom(seed)
  const word = () => words[Math.floor(random() * words.length)]!
  const lines: string[] = []
  for (let size = 0; size < length; size += lines.at(-1)!.length + 1) {
    lines.push(
      JSON.stringify({
        level: 30,
        time: 1_700_000_000_000 + Math.floor(random() * 1e9),
        id: Math.floor(random() * 2 ** 48).toString(16),
        msg: Array.from({ length: 12 }, word).join(' '),
        [word()]: random(),
      }),
    )
  }
  return lines.join('\n').slice(0, length)
}

/** Sizes of the answers that the servers under load give, in bytes; each is a route of its own. */
export const ANSWER_SIZES = [1_000, 10_000, 1_000_000] as const

/** A JSON value that takes about so many bytes. */
export function ordinaryJson(bytes: number): unknown[] {
  const rows = ordinaryText(bytes).split('\n').slice(0, -1)
  return rows.map((row): unknown => JSON.parse(row))
}
