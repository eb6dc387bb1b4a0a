import { gunzipSync } from 'node:zlib'

/**
 * Which of the values can be read from the output by someone who decodes all that can be decoded. It shares nothing
 * with Tacet: instead of encoding the values it decodes the output.
 */
export function leaked(output: Buffer, values: ReadonlyMap<string, string>): string[] {
  const readings = readingsOf(output.toString('latin1'))
  return [...values]
    .filter(([, value]) => readings.some((text) => text.includes(value)))
    .map(([name]) => name)
}

/** The body as a browser would see it. */
export function decompressed(body: Buffer, encoding: string | undefined): Buffer {
  return encoding === 'gzip' ? gunzipSync(body) : body
}

function readingsOf(text: string): string[] {
  const plain = [text, unescaped(text), unescaped(unescaped(text))]
  const percent = plain.map(percentDecoded)
  const base64 = [0, 1, 2, 3].flatMap((skip) =>
    runs(text, /[A-Za-z0-9+/_-]{16,}/g).map((run) =>
      Buffer.from(run.slice(skip), 'base64').toString('latin1'),
    ),
  )
  const hex = [0, 1].flatMap((skip) =>
    runs(text, /[0-9A-Fa-f]{16,}/g).map((run) => Buffer.from(run.slice(skip), 'hex').toString('latin1')),
  )
  const bytes = runs(text, /\[(?:\d{1,3},){7,}\d{1,3}\]/g).map((run) =>
    Buffer.from(JSON.parse(run) as number[]).toString('latin1'),
  )
  return [...plain, ...percent, ...base64, ...hex, ...bytes]
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\n/g, '\n')
    .replace(/\\(["\\/])/g, '$1')
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function runs(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? []
}
