import { join } from 'node:path'

/** Where a program keeps what it can do without: `XDG_CACHE_HOME`, `LOCALAPPDATA` on Windows, else `~/.cache`. */
export const cacheDirectory = (
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | undefined => {
  const named = env.XDG_CACHE_HOME || (platform === 'win32' ? env.LOCALAPPDATA : undefined)
  if (named) return join(named, 'tacet')
  return env.HOME ? join(env.HOME, '.cache', 'tacet') : undefined
}
