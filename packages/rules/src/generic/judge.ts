import { placeholder, randomness, textShape } from '@tacet/core'
import { dismissed, lowered } from '../define-rule.ts'
import type { Candidate, Confidence, Judgement } from '../rule.ts'
import { assignee } from './assignment.ts'
import { type NameKind, nameKind } from './names.ts'
import { CODE, GENERATED, lineAround, TRANSLATION } from './places.ts'
import { decoded, keyConfidence, passwordConfidence, secretConfidence } from './values.ts'

const confidenceOf: Record<NameKind, (value: string, path: string) => Confidence | undefined> = {
  password: passwordConfidence,
  secret: secretConfidence,
  key: keyConfidence,
}

/** Whether a value without quotes can be a literal: in code, outside of comments, a bare word is a variable. */
function bareLiteral(value: string, line: string, path: string): boolean {
  if (!CODE.test(path) || /^\s*(?:\/\/|#|\*|--|;|<!--)/.test(line)) return true
  return value.length >= 16 && /\d/.test(value) && randomness(value) > 0.95
}

// Before a name that a blank divides from its value: a dash, or a command that sets a variable.
const TAKES_VALUE = /-$|(?:^|\n)\s*(?:ENV|ARG|[sS]et[eE]nv|setx?|\\set) $/

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
  const confidence = confidenceOf[kind](value, path)
  if (!confidence) return dismissed('made of words')
  const doubt = placeholder(value, { name, path, line: lineAround(text, start, end) })
  if (doubt?.effect === 'drop') return dismissed(doubt.reason)
  return doubt
    ? { confidence: lowered(confidence, 1), reasons: [because, doubt.reason] }
    : { confidence, reasons: [because] }
}

/** Judges a match of `assignmentPattern`: first whether its name is one that secrets have. */
export function judgeAssignment(candidate: Candidate): Judgement {
  const { secret, groups, text, start, end, path } = candidate
  if (GENERATED.test(path)) return dismissed('generated file')
  const { name, before } = assignee(text, start, groups.name ?? '')
  const kind = nameKind(name)
  if (!kind) return dismissed('name of something else')
  // ("name", "value") is a pair; further on in a list, neighbours have nothing to do with each other.
  if (groups.op?.startsWith(',') && !/[([{]\s?\\{0,3}["'`]?$/.test(before)) return dismissed('item of a list')
  if (/\[\s*$|\n\s*-/.test(groups.op ?? '') && !/s$/i.test(name)) return dismissed('list of other things')
  if (groups.op?.trim() === '' && !TAKES_VALUE.test(before)) return dismissed('no assignment')
  if (TRANSLATION.test(path) && !/\d/.test(secret)) return dismissed('translation')
  if (!groups.open && !bareLiteral(secret, lineAround(text, start, end), path)) return dismissed('variable')
  return judgeValue({ kind, name, because: `assigned to a name that says ${kind}` }, candidate)
}
