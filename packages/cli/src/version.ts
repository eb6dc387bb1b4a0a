import { readFileSync } from 'node:fs'

/** The version in the package's manifest, which stands one folder up from the sources and from the build. */
export const version = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return (manifest as { readonly version: string }).version
}
