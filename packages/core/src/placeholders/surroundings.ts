import type { Effect } from './shape.ts'

export interface Surroundings {
  /** The name that the value is assigned to. */
  readonly name?: string
  /** The line that holds the value. */
  readonly line?: string
  /** Relative path with `/`. */
  readonly path?: string
  /** It stands where a program keeps what it uses: there, a weak value or an example word is in use as well. */
  readonly kept?: boolean
}

const PATH_OF_TEMPLATE =
  /(?:^|[/._-])(?:examples?|samples?|templates?|dist|defaults?|skeleton|stubs?|tpl)(?=[./_-]|$)/i
const PATH_OF_TESTS =
  /(?:^|\/)(?:tests?|__tests__|specs?|fixtures?|testdata|test-data|mocks?|__mocks__|examples?|samples?|docs?|demos?|e2e|cypress|storybook|vendor|third_party|node_modules|cassettes?)\/|[._-](?:test|spec|mock|stories)s?\.[a-z]+$|_test\.[a-z]+$|(?:^|\/)test_\w+\.py$/i
const PATH_OF_DOCUMENTATION =
  /\.(?:mdx?|rst|adoc|ipynb)$|(?:^|\/)(?:readme|install|changes|changelog|history|news|notice|licen[cs]e|usage)[\w.-]*\.txt$|(?:^|\/)man\/(?:[\w.@]+\/)?man\d\w*\/|\.info$/i
const LINE_OF_EXAMPLE =
  /\b(?:e\.g\.|for (?:example|instance)|looks like|such as|dummy|fake|not a real|do not use)(?!\w)/i
const LINE_OF_TEST =
  /\b(?:expect|assert\w*|toBe|should|mock|stub|sinon|jest\.fn|vi\.fn|faker|randomBytes|uuid|Factory)\s*[.(]/
const EXAMPLE_HOSTS = String.raw`(?:[\w-]{1,63}\.){0,5}(?:example\.(?:com|org|net)|(?:acme|contoso|fabrikam|foo|yourdomain|company)\.com|domain\.tld)\b`
const LOGIN_AT_EXAMPLE_HOST = new RegExp(String.raw`:[^@/\s]{0,100}@${EXAMPLE_HOSTS}`, 'i')
const EXAMPLE_HOST = new RegExp(`//${EXAMPLE_HOSTS}`, 'i')
const LOCAL_HOST =
  /(?:\/\/|@)(?:localhost|127\.0\.0\.1|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal|[\w-]+\.(?:local|test|invalid|example|internal|localhost))(?![\w.])/i

interface Place {
  readonly part: Exclude<keyof Surroundings, 'kept'>
  readonly pattern: RegExp
  readonly effect: Effect
  readonly reason: string
}

const places: readonly Place[] = [
  { part: 'line', pattern: LOGIN_AT_EXAMPLE_HOST, effect: 'drop', reason: 'login at an example host' },
  { part: 'line', pattern: EXAMPLE_HOST, effect: 'lower', reason: 'example host' },
  {
    part: 'name',
    pattern: /^(?:TEST|MOCK|FAKE|DUMMY|EXAMPLE|SAMPLE)_|publishable/i,
    effect: 'lower',
    reason: 'name says test or public',
  },
  { part: 'line', pattern: LOCAL_HOST, effect: 'lower', reason: 'local host' },
  { part: 'line', pattern: LINE_OF_EXAMPLE, effect: 'lower', reason: 'line says example' },
  { part: 'line', pattern: LINE_OF_TEST, effect: 'lower', reason: 'assertion or mock' },
  { part: 'path', pattern: PATH_OF_TEMPLATE, effect: 'lower', reason: 'example file' },
  { part: 'path', pattern: PATH_OF_TESTS, effect: 'lower', reason: 'tests, examples or code of others' },
  { part: 'path', pattern: PATH_OF_DOCUMENTATION, effect: 'lower', reason: 'documentation' },
]

/** What the surroundings say, drops first. */
export function placeOf(surroundings: Surroundings): Omit<Place, 'part' | 'pattern'> | undefined {
  if (surroundings.kept) return undefined
  return places.find(({ part, pattern }) => pattern.test(surroundings[part] ?? ''))
}
