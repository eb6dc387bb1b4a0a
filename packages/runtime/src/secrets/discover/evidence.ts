import { parts, placeholder, randomness, type TextShape, textShape } from '@tacet/core'
import { keyConfidence, type NameKind, nameKind } from '@tacet/rules/names'

/** A named text that may be a secret. */
export interface Suspect {
  readonly name: string
  readonly value: string
  /** Whether it stands in the folder for secrets, which says of anything random that it is one. */
  readonly mounted: boolean
}

/** What was made of it: none of it holds the value, but for `secrets`. */
export type Evidence =
  | {
      /** In words, as `its name says password`. */
      readonly why: string
      /** What is secret: the whole value, and what a rule found within it. */
      readonly secrets: readonly (string | Uint8Array)[]
    }
  | { readonly against: string }

/** A name that says secret is not believed when the value is evidently one of these. */
const elsewhere: ReadonlySet<TextShape> = new Set([
  'path',
  'file name',
  'host name',
  'web address',
  'IP address',
  'media type',
  'public key',
])

function isElsewhere(value: string): boolean {
  const shape = textShape(value)
  return shape !== undefined && elsewhere.has(shape)
}

/** What the operating system, the shell, npm and Kubernetes set, apart from the credentials of npm's own settings. */
const HARMLESS =
  /^(?:PATH|HOME|PWD|OLDPWD|SHELL|SHLVL|USER|USERNAME|LOGNAME|HOSTNAME|LANG|LANGUAGE|LC_\w+|TERM(?:_PROGRAM\w*|INFO)?|COLORTERM|TZ|DISPLAY|EDITOR|PAGER|TMPDIR|TEMP|TMP|_|MANPATH|LS_COLORS|LD_(?:LIBRARY_PATH|PRELOAD)|XDG_\w+|SSH_(?:AUTH_SOCK|AGENT_PID|CLIENT|CONNECTION|TTY|ASKPASS)|INIT_CWD|NODE|NODE_(?:ENV|PATH|VERSION)|YARN_VERSION|npm_(?!config_.*(?:auth|password|token)).*|KUBERNETES_(?:SERVICE|PORT)\w*)$/i

/** Whether a variable of this name is never looked at. */
export const isHarmless = (name: string): boolean => HARMLESS.test(name)

/** What the rules find in a value. */
export interface Recognised {
  readonly secrets: readonly string[]
  /** Of the rule that found the first. */
  readonly title: string
  /** What spoke against the first match of a rule, when no rule found anything. */
  readonly doubt: string | undefined
}

/** Asks the rules. They are many, and take longer to load than all else: they are asked when nothing else can tell. */
export type Recognise = (suspect: Suspect) => Recognised

const NOTHING: Recognised = { secrets: [], title: '', doubt: undefined }

/** One word: no part of it is a secret apart from the rest. */
const BARE = /^[\w.~+/=-]+$/

/** More random than this, a text of so many characters is hardly anything but drawn at random. */
const DRAWN_RANDOMNESS = 0.97
const DRAWN_LENGTH = 20

/** Whether nothing can be said against its being secret: most secrets are so, and are judged without loading more. */
function isDrawn(text: string): boolean {
  return text.length >= DRAWN_LENGTH && BARE.test(text) && randomness(text) > DRAWN_RANDOMNESS
}

/** Words, numbers and names made of them, such as hosts, paths, versions: a token is longer, or mixes what it is made of. */
const PLAIN = /^[./:@,_~-]*(?:(?:(?:[A-Z]?[a-z]{1,19}|[A-Z]{1,20})\d{0,4}|\d{1,9})(?:[./:@,_~-]+|$))*$/

/** Judges by the name and by the value; undefined when neither suggests a secret. */
export function evidence(suspect: Suspect, recognise: Recognise): Evidence | undefined {
  const { name, value, mounted } = suspect
  const kind = nameKind(name)
  const text = value.trim()
  if (kind && kind !== 'key' && isDrawn(text)) return { why: `its name says ${kind}`, secrets: [value] }
  const against = kind && doubt(name, text, kind)
  if (kind && !against && BARE.test(text)) return { why: `its name says ${kind}`, secrets: [value] }
  const found = PLAIN.test(text) ? NOTHING : recognise(suspect)
  // Rules see the whole line and know example values, so they have to agree with nothing else.
  if (found.secrets.length > 0) {
    const why = kind && kind !== 'key' ? `its name says ${kind}` : `it looks like: ${found.title}`
    return { why, secrets: [value, ...found.secrets] }
  }
  if (kind && !against) return { why: `its name says ${kind}`, secrets: [value] }
  const login = address(text)
  if (login?.password) return { why: 'it is an address with a password', secrets: [value] }
  if (mounted && keyConfidence(text) && !isElsewhere(text))
    return { why: 'it is random, and mounted with secrets', secrets: [value] }
  const because = against ?? login?.doubt ?? found.doubt
  return because === undefined ? undefined : { against: because }
}

/** What is to be said of the password in an address (`redis://:…@cache`), which rules may find too weak to report. */
function address(
  value: string,
): { readonly password: boolean; readonly doubt: string | undefined } | undefined {
  if (!value.includes('://')) return undefined
  const found = parts(value)
  const weak = found.leftOut.find(({ part }) => part === 'password')
  return {
    password: found.parts.some(({ kind }) => kind === 'password'),
    doubt: weak && `it is an address with a password, but of that: ${weak.reason}`,
  }
}

/** Why a value is hardly what its name promises, or undefined when nothing speaks against it. */
function doubt(name: string, value: string, kind: NameKind): string | undefined {
  if (value === '') return 'it is empty'
  const shown = placeholder(value, { name })
  if (shown?.effect === 'drop') return `it is a placeholder: ${shown.reason}`
  if (isElsewhere(value)) return `its name says ${kind}, but its value reads like: ${textShape(value)}`
  if (kind === 'key' && !keyConfidence(value)) return 'its name says key, but its value is not random'
  return undefined
}
