import type { Skip } from '../../packages/scanner/src/coverage.ts'
import { type ExpandOptions, expand } from '../../packages/scanner/src/sources/containers/expand.ts'

/** What a container holds: each file's path with its text, one byte a unit, in order; and what was skipped. */
export interface Expanded {
  readonly files: readonly (readonly [path: string, text: string])[]
  readonly skipped: readonly Skip[]
}

/** Expands bytes, cut into pieces of this size. */
export async function expanded(
  path: string,
  bytes: Uint8Array,
  { pieces = 4096, ...options }: ExpandOptions & { readonly pieces?: number } = {},
): Promise<Expanded> {
  const files: [string, string][] = []
  const skipped: Skip[] = []
  for await (const part of expand(path, path, cut(bytes, pieces), options)) {
    if ('reason' in part) skipped.push(part)
    else {
      let text = ''
      const { content } = part
      for await (const chunk of Buffer.isBuffer(content) ? [content] : content)
        text += chunk.toString('latin1')
      files.push([part.path, text])
    }
  }
  return { files, skipped }
}

export async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size))
}
