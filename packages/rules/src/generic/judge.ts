import { placeholder, randomness, textShape } from '@tacet/core'
import { dismissed, lowered } from '../define-rule.ts'
import type { Candidate, Confidence, Judgement } from '../rule.ts'
import { assignee } from './assignment.ts'
import { type NameKind, nameKind } from './names.ts'
import { CODE, GENERATED, INSTALLED, KEPT, lineAround, PROSE, TRANSLATION } from './places.ts'
import { decoded, keyConfidence, passwordConfidence, secretConfidence } from './values.ts'

const confidenceOf: Record<NameKind, (value: string, path: string) => Confidence | undefined> = {
  password: passwordConfidence,
  secret: secretConfidence,
  key: keyConfidence,
}

// In a string of settings: `user=svc password=…`, `username=svc,password=…`. No more than `BEFORE_NAME` is seen of it.
const IN_STRING =
  /(?:^|[ ,;"'])\w{0,8}(?:user(?:name|id)?|uid|host|server|port|name|base|service|mode)=[^\s,;"'`(){}]{1,16}[ ,;]$/i

// "NAME=value" and '--name=value' as strings of their own.
const OPENS_STRING = /["'`](?:--?)?$/

/**
 * Whether a value without quotes can be a literal: in code, outside of comments, URLs, elements and strings, a bare
 * word is a variable.
 */
function bareLiteral({ secret, groups, text, start, end, path }: Candidate, before: string): boolean {
  const { op = '' } = groups
  if (/[?&]$/.test(before) || /<|[^=]>\s*$|\*\*/.test(op)) return true
  if (op.endsWith('=') && IN_STRING.test(before)) return true
  if (op === '=' && OPENS_STRING.test(before) && /["'`]/.test(text.charAt(end))) return true
  if (op === ':' && /\$\{$/.test(before)) return true
  // Strings of Lua and Perl.
  if (/(?:\[\[|q\()$/.test(op)) return true
  if (!CODE.test(path) || /^\s*(?:\/\/|#|\*|--|;|<!--)/.test(lineAround(text, start, end))) return true
  return secret.length >= 16 && /\d/.test(secret) && randomness(secret) > 0.95
}

// Before a name that a blank divides from its value: a dash, or a command that sets a variable.
const TAKES_VALUE = /(?:^|[\s"'(=[,])--?$|(?:^|\n)\s*(?:ENV|ARG|[sS]et(?:[eE]nv| -\w{1,3})?|setx?|\\set) $/

// A function that looks a value up is given its name, not the value.
const LOOKUP =
  /(?:get|read|load|fetch|env|param|prop|config|lookup|find|option|setting|prompt|ask|input|query|select|require|import|format|translate|message|parse|header|cookie|field|column|attr|arg|key|name|file|path|resolve|replace|split|match|test|mock|require)\w*\($|(?:^|[^\w])(?:_|t|i18n|tr)\($/i

// A password may read like a name, a secret may be a UUID.
const possible: Record<NameKind, ReadonlySet<string | undefined>> = {
  password: new Set([undefined, 'identifier', 'words']),
  secret: new Set([undefined, 'uuid']),
  key: new Set([undefined]),
}

interface Value {
  readonly kind: NameKind
  /** Says in the reasons why the value is looked at. */
  readonly because: string
  readonly name?: string
}

/**
 * Judges a value that a name, a header, a command or a statement says to be a password or a secret: what it evidently
 * is instead, how random it is, then what speaks against it.
 */
export function judgeValue({ kind, because, name = '' }: Value, candidate: Candidate): Judgement {
  const { text, start, end, path } = candidate
  const value = decoded(candidate.secret)
  const shape = textShape(value)
  if (!possible[kind].has(shape)) return dismissed(`reads like ${shape}`)
  const kept = kind === 'password' && value.length > 3 && KEPT.test(path)
  const confidence = confidenceOf[kind](value, path) ?? (kept ? 'low' : undefined)
  if (!confidence) return dismissed('made of words')
  const doubt = placeholder(value, { name, path, kept, line: lineAround(text, start, end) })
  if (doubt?.effect === 'drop') return dismissed(doubt.reason)
  if (kept && confidence === 'low') return { confidence: 'medium', reasons: [because, 'kept by a program'] }
  // Hexadecimal constants of examples are short, and what comes with a dependency is not told to its users.
  const isSample = PROSE.test(path) && (/^[\da-f]{8,31}$/i.test(value) || INSTALLED.test(path))
  return doubt
    ? { confidence: lowered(confidence, isSample ? 2 : 1), reasons: [because, doubt.reason] }
    : { confidence, reasons: [because] }
}

// A line of two words, as files of directives have it: `requirepass …`.
const DIRECTIVE = /^\s*(?:[\w.-]+[ \t])?[\w.-]+[ \t]+\S+\s*$/

// A report of tests has a line for each, of some words.
const RESULTS = /(?:^|\n)X?(?:PASS|FAIL): (?:\S{1,100} \w|.*\n(?:X?(?:PASS|FAIL)|UN[A-Z]{3,20}|SKIP|ERROR): )/

// ("name", "value") is a pair, and so are --name, "value" and what is declared with its type.
const PAIRED = /[([{]\s?\\{0,3}["'`]?$|--?$|["'][Ss]tring["'],\s?["']$/

// Robot Framework puts what belongs together side by side.
const COLUMNS = /\.(?:robot|resource)$/i

/** Why what stands between the name and the value does not bind the one to the other, if so. */
function misplacedBy(
  { groups, secret, text, start, end, path }: Candidate,
  name: string,
  before: string,
): string | undefined {
  const { op = '', open, close } = groups
  // To pass is a verb, and the name of an assertion.
  const isVerb = /^\(/.test(op) ? /(?:^|[^a-z])pass$/i : /^\s+$/.test(op) ? /^pass$/i : undefined
  if (isVerb?.test(name) && (PROSE.test(path) || CODE.test(path))) return 'a verb'
  if (name === 'PASS' && RESULTS.test(text)) return 'the result of a test'
  // "AWS::IAM::AccessKey", where no code speaks of a constant.
  if (close && /::$/.test(before)) return 'a kind of resource'
  // Further on in a list, neighbours have nothing to do with each other.
  if (/^,\s*$/.test(op) && !PAIRED.test(before)) return 'item of a list'
  if (/^\r?\n[ \t]*-[ \t]+$/.test(op))
    return /(?:^|\s)- ["']?--$/.test(before) ? undefined : 'another argument'
  const isAlone = /^["'`]?\s{0,8}\]/.test(text.slice(end, end + 10))
  if (/(?<!CDATA|\[)\[\s*$|\n\s*-/.test(op) && !/s$/i.test(name) && !isAlone) return 'list of other things'
  if (/\n\s*(?!value|default)[\w.-]+:\s*$/i.test(op) && !/s$/i.test(name)) return 'member of something else'
  if (/[:=][^:=]*\w\($/.test(op) && LOOKUP.test(op)) return 'looked up elsewhere'
  // | name | value |: the name has a cell for itself.
  if (/^\s*\|\s*$/.test(op) && !/(?:^|\n|\|)\s*["'`*]*$/.test(before)) return 'a cell of other things'
  if (op.startsWith('}')) return COLUMNS.test(path) ? undefined : 'no assignment'
  if (op.trim() !== '' || (op.length > 1 && COLUMNS.test(path))) return undefined
  if ((open && !close) || TAKES_VALUE.test(before)) return undefined
  // In prose, only what words cannot be.
  const isPossible = !PROSE.test(path) || (secret.length >= 20 && secretConfidence(secret) === 'high')
  const directive =
    path !== '' && !CODE.test(path) && isPossible && DIRECTIVE.test(lineAround(text, start, end))
  return directive ? undefined : 'no assignment'
}

/** Judges a match of `assignmentPattern`: first whether its name is one that secrets have. */
export function judgeAssignment(candidate: Candidate): Judgement {
  const { secret, groups, text, start, path } = candidate
  if (GENERATED.test(path)) return dismissed('generated file')
  const { name, before } = assignee(text, start, groups.name ?? '')
  const kind = nameKind(name)
  // Alone, "key" is the name of what a value is found by.
  if (!kind || /^key$/i.test(name)) return dismissed('name of something else')
  const misplaced = misplacedBy(candidate, name, before)
  if (misplaced) return dismissed(misplaced)
  if (TRANSLATION.test(path) && !/\d/.test(secret)) return dismissed('translation')
  if (!groups.open && !bareLiteral(candidate, before)) return dismissed('variable')
  return judgeValue({ kind, name, because: `assigned to a name that says ${kind}` }, candidate)
}
