import { resolve } from 'node:path'

/** Where secrets are mounted unless something else is said. */
const MOUNTED_AT = '/mnt/secrets'

export interface MountOptions {
  readonly root?: string
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** The folder of mounted secrets, as an absolute path. */
export function mountedAt({ root, env = process.env }: MountOptions): string {
  return resolve(root ?? (env.TACET_SECRETS_DIR || MOUNTED_AT))
}
