import type { Document } from './document.ts'
import { isRecord, type JsonRecord, recordsIn, textsIn } from './json.ts'

/**
 * The environment of a container image, a line for each variable, and the commands that made it, a line for each
 * (OCI image configuration; the same as Docker's).
 */
export function imageConfig(image: JsonRecord): Document | undefined {
  const { config, history, rootfs } = image
  if (!isRecord(rootfs) || !Array.isArray(rootfs.diff_ids)) return undefined
  const env = textsIn(isRecord(config) ? config.Env : undefined)
  const commands = recordsIn(history).map(({ created_by }) => textsIn(created_by).join(''))
  const lines = (texts: readonly string[]): string =>
    texts.map((text) => `${text.replaceAll('\n', ' ')}\n`).join('')
  const without = (key: string, value: unknown): unknown =>
    key === 'Env' || key === 'created_by' ? undefined : value
  return {
    parts: [
      { name: 'env', text: lines(env) },
      { name: 'history', text: lines(commands) },
    ],
    rest: JSON.stringify(image, without),
  }
}
