import type { Rule } from '@tacet/rules'

/** Words that say nothing about whose credential it is. */
const NOISE = new Set(
  (
    'access account admin api app auth authorization bearer client code config credential credentials deploy deployment ' +
    'id integration key legacy live oauth pass password pat personal preset project public refresh restricted rule scoped ' +
    'secret secretlint service session short sk test token url user v1 v2 web'
  ).split(' '),
)
/** What others call it, and what we do. */
const SYNONYMS: Readonly<Record<string, string>> = {
  gcp: 'google',
  privatekey: 'private',
  basicauth: 'basic',
  databaseconnectionstring: 'database',
  npmrc: 'npm',
  hf: 'huggingface',
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !NOISE.has(word))
    .map((word) => SYNONYMS[word] ?? word)

/**
 * Whether a rule of another scanner may find what this rule finds: it has its id, or names the same provider, or one of
 * them finds whatever looks like a secret.
 */
export function isSameKind(foreignId: string, { id, provider }: Pick<Rule, 'id' | 'provider'>): boolean {
  if (foreignId === id || provider === 'generic') return true
  if (/generic|entropy|pattern|keyword/i.test(foreignId)) return true
  const own = new Set([...wordsOf(id), ...wordsOf(provider)])
  return wordsOf(foreignId).some((word) => own.has(word))
}
