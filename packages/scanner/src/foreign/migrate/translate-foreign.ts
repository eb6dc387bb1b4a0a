import type { Migration } from './translate.ts'

/**
 * Turns what gitleaks, detect-secrets and secretlint are told by in a folder into a `tacet.json`, and tells what has no
 * equivalent. Nothing is written. What their baselines list is not in it: that takes a scan.
 *
 * @throws ScanError `invalid-config`
 */
export async function translateForeign(folder: string): Promise<Migration> {
  // What reads TOML and expressions is loaded only for this.
  const { translate } = await import('./translate.ts')
  return translate(folder)
}
