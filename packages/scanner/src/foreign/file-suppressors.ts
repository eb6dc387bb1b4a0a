import { hash } from 'node:crypto'
import type { Rule } from '@tacet/rules'
import { type Allowance, allowance } from '../custom/allowance.ts'
import { lineAround } from '../custom/lines.ts'
import { rooted } from '../rooted.ts'
import type { Found, Suppression, Suppressor } from '../suppression.ts'
import type { ForeignFile, KnownPlace, KnownValue, TargetedAllow } from './foreign-settings.ts'
import { isSameKind } from './same-kind.ts'

const EMPTY = Buffer.alloc(0)

type Judge = (found: Found, path: string) => Suppression | undefined

/** Hides what a file of another scanner hides. */
export function fileSuppressor({ kind, origin, prefix, ...file }: ForeignFile): Suppressor {
  const said = { kind, where: origin }
  const judges: Judge[] = []
  if (file.itself !== undefined) judges.push((_, path) => (path === file.itself ? said : undefined))
  if (file.allow) judges.push(allowJudge(file.allow, said))
  if (file.places) judges.push(placeJudge(file.places, said))
  if (file.values) judges.push(valueJudge(file.values, said))
  return (found) => {
    const path = rooted(prefix, found.path)
    if (path === undefined) return undefined
    let inCommits: Suppression | undefined
    for (const judge of judges) {
      const suppression = judge(found, path)
      if (suppression?.commits === undefined) {
        if (suppression) return suppression
      } else inCommits ??= suppression
    }
    return inCommits
  }
}

function allowJudge(entries: readonly TargetedAllow[], said: Suppression): Judge {
  const compiled = entries.map((entry): [TargetedAllow, Allowance] => [entry, allowance(entry)])
  return ({ rule, secret, bytes, ...found }, path) => {
    const { start, end } = found.match ?? found.partOf ?? found
    // Of a file that is found by its name nothing else counts.
    const isName = start === end
    const what = {
      path: Buffer.from(path),
      secret: isName ? EMPTY : Buffer.from(secret),
      match: bytes.subarray(start, end),
      line: isName ? EMPTY : lineAround(bytes, start, end),
    }
    const commits: string[] = []
    let reason: string | undefined
    for (const [{ targetRules, description }, { allows }] of compiled) {
      if (targetRules && !targetRules.some((id) => isMeant(id, rule, found.match))) continue
      const answer = allows(what)
      if (answer === true) return described(said, description)
      if (!answer || answer.length === 0) continue
      commits.push(...answer)
      reason ??= description
    }
    return commits.length > 0 ? { ...described(said, reason), commits } : undefined
  }
}

/** A rule of the user's own is known by its id; one of ours by what it finds. */
const isMeant = (id: string, rule: Rule, match: Found['match']): boolean =>
  match ? id === rule.id : isSameKind(id, rule)

const described = (said: Suppression, reason: string | undefined): Suppression =>
  reason ? { ...said, reason } : said

function placeJudge(places: readonly KnownPlace[], said: Suppression): Judge {
  const byPlace = new Map<string, KnownPlace[]>()
  for (const place of places) push(byPlace, `${place.file}:${place.line}`, place)
  return ({ rule, line, match }, path) => {
    const here = byPlace.get(`${path}:${line}`)?.filter(({ ruleId }) => isMeant(ruleId, rule, match)) ?? []
    if (here.length === 0) return undefined
    if (here.some(({ commit }) => commit === undefined)) return said
    return { ...said, commits: here.map(({ commit }) => commit!) }
  }
}

function valueJudge({ algorithm, known }: NonNullable<ForeignFile['values']>, said: Suppression): Judge {
  const byFile = new Map<string, KnownValue[]>()
  for (const value of known) push(byFile, value.file, value)
  return (found, path) => {
    const here = byFile.get(path)
    if (!here) return undefined
    const among = (
      values: readonly KnownValue[],
      texts: Iterable<string | Buffer>,
    ): KnownValue | undefined => {
      const hashes = new Map(values.map((value) => [value.hash, value]))
      for (const text of texts) {
        const value = hashes.get(hash(algorithm, text))
        if (value) return value
      }
      return undefined
    }
    const onLine = here.filter(({ line }) => line === found.line)
    const value =
      among(here, readings(found)) ?? (onLine.length > 0 ? among(onLine, overlapping(found)) : undefined)
    return value && described(said, value.reason)
  }
}

/** More of a line than so many bytes on either side of a secret is not tried. */
const NEAR = 64
const LONGEST_TRIED = 160
const SHORTEST_KNOWN = 3

/** What else of the line may be known: another scanner may take more of it for the secret, or less. */
function* overlapping({ bytes, start, end }: Found): Generator<Buffer, void, undefined> {
  if (end - start > LONGEST_TRIED) return
  const line = lineAround(bytes, start, end)
  const origin = line.byteOffset - bytes.byteOffset
  const [least, most] = [Math.max(origin, start - NEAR), Math.min(origin + line.length, end + NEAR)]
  for (let from = least; from < end; from++) {
    const first = Math.max(from + SHORTEST_KNOWN, start + 1)
    for (let to = first; to <= most; to++) yield bytes.subarray(from, to)
  }
}

/** What others may take for the secret here. */
function* readings({ secret, bytes, partOf }: Found): Generator<string | Buffer, void, undefined> {
  yield secret
  if (partOf) yield bytes.subarray(partOf.start, partOf.end)
  // detect-secrets takes the first line of a key for the secret, without its dashes.
  const [, header] = /^-{4,5} ?(BEGIN [A-Z0-9 ]+?) ?-{4,5}/.exec(secret) ?? []
  if (header) yield header
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
