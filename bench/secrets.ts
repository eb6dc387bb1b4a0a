import { seededRandom } from '@tacet/rules'
import { createRegistry, type Registry } from '@tacet/runtime'

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index))
const alphabet = [...letters, ...letters.map((letter) => letter.toUpperCase()), ...Array(10).keys()].map(
  String,
)

/** Secrets as services have them: 24 to 64 letters and digits, the same for the same count. */
export function makeSecrets(count: number): string[] {
  const random = seededRandom(count)
  return Array.from({ length: count }, () => token(random, 24 + Math.floor(random() * 41)))
}

export function registryOf(secrets: readonly string[]): Registry {
  const registry = createRegistry()
  for (const [index, secret] of secrets.entries()) registry.add(`SECRET_${index}`, secret)
  if (registry.size !== secrets.length) throw new Error('a secret was refused')
  return registry
}

/** The secret with one unit in its middle changed: as much work as there can be for nothing. */
export function nearMiss(secret: string): string {
  const middle = secret.length >>> 1
  return `${secret.slice(0, middle)}~${secret.slice(middle + 1)}`
}

/** Letters and digits. */
export function token(random: () => number, length: number): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]!).join('')
}
