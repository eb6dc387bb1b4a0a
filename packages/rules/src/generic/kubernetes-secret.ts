import { alphabets, textShape } from '@tacet/core'
import { custom, dismissed, lowered } from '../define-rule.ts'
import { pick, text } from '../random.ts'
import type { Candidate, Judgement, Random, Rule, Span } from '../rule.ts'
import { encodeBase64 } from '../structural/base64.ts'
import { judgeValue } from './judge.ts'
import { nameKind } from './names.ts'
import { decoded } from './values.ts'

const raw = String.raw

// As much of a manifest as is looked at on either side of its kind.
const REACH = 8000
const KIND = raw`["']?kind["']?:\s{0,4}["']?Secret["']?(?![\w-])`
const DATA = raw`["']?(?:data|stringData)["']?:`
// Up to the next document, or to what would begin the same again.
const UNTIL_NEXT = raw`(?:(?!${DATA}|\n---|kind["']?:)[^]){0,${REACH}}`

/** Names of what stands beside secrets in a manifest, and is none. */
const PUBLIC_NAME =
  /(?:^|[._-])(?:user(?:_?name)?|login|host(?:name)?|port|name|db_?name|database|url|uri|endpoint|server|address|email|e-mail|region|zone|type|version|enabled|bucket|issuer|domain|realm|scopes?|ca|crt|cert(?:ificate)?|pub|public[._-]?key|client[._-]?id|tenant[._-]?id|account[._-]?id|project[._-]?id)$/i

const YAML_ENTRY =
  /^([ \t]+)(?:- )?["']?([\w.-]{1,120})["']?:[ \t]+(["']?)([^\s"'#][^\r\n]*?)\3[ \t]*(?:#.*)?$/
const YAML_SECTION = /^([ \t]*(?:- )?)["']?(data|stringData)["']?:[ \t]*$/
const JSON_SECTION = /["'](data|stringData)["']:\s*\{([^{}]*)\}/dg
const JSON_ENTRY = /["']([\w.-]{1,120})["']:\s*["']([^"'\\\s]*)["']/dg

/** The entries under `data` and `stringData`, each named `data/NAME` or `stringData/NAME`. */
function entriesIn(manifest: string): Span[] {
  const entries: Span[] = []
  for (const section of manifest.matchAll(JSON_SECTION)) {
    const [from] = section.indices![2]!
    for (const entry of section[2]!.matchAll(JSON_ENTRY)) {
      const [start, end] = entry.indices![2]!
      entries.push({ start: from + start, end: from + end, name: `${section[1]}/${entry[1]}` })
    }
  }
  let at = 0
  let section: { name: string; indent: number } | undefined
  for (const line of manifest.split('\n')) {
    const opened = YAML_SECTION.exec(line.trimEnd())
    const entry = YAML_ENTRY.exec(line.trimEnd())
    if (opened) section = { name: opened[2]!, indent: opened[1]!.length }
    else if (section && entry && entry[1]!.length > section.indent) {
      const start = at + line.indexOf(entry[4]!, line.indexOf(':', entry[1]!.length + entry[2]!.length))
      entries.push({ start, end: start + entry[4]!.length, name: `${section.name}/${entry[2]}` })
    } else if (/^[ \t]*\S/.test(line) && line.search(/\S/) <= (section?.indent ?? 0)) section = undefined
    at += line.length + 1
  }
  return entries
}

/** In a Secret, what is no address and no user's name is a secret, whatever it is called. */
function judgeEntry(candidate: Candidate): Judgement {
  const [section, name = ''] = (candidate.groups.name ?? '').split('/') as [string, string?]
  if (PUBLIC_NAME.test(name)) return dismissed('name of something else')
  const value = section === 'data' ? decoded(candidate.secret) : candidate.secret
  if (/[\r\n]/.test(value) || value.length < 6) return dismissed('a text of its own')
  if (textShape(value) === 'web address' || /^\w+:\/\//.test(value)) return dismissed('an address')
  const said = nameKind(name)
  const judged = judgeValue({ kind: said ?? 'password', name, because: 'data of a Secret' }, candidate)
  if (judged.confidence === 'none' || said) return judged
  return { ...judged, confidence: lowered(judged.confidence, 1) }
}

function manifest(random: Random): string {
  const value = text(random, alphabets.alnum, 24)
  const data = pick(random, [`data:\n  main: ${encodeBase64(value)}`, `stringData:\n  main: ${value}`])
  return `kind: Secret\nmetadata:\n  name: ${text(random, alphabets.lower, 8)}\n${data}\n`
}

export const kubernetesSecret: Rule = custom({
  id: 'kubernetes-secret-data',
  title: 'Data of a Kubernetes Secret',
  provider: 'generic',
  severity: 'high',
  keywords: ['kind: secret', 'kind":"secret"', 'kind": "secret"', 'kind: "secret"'],
  // Tools write the fields in the order of their names: there, the data come before the kind.
  pattern: new RegExp(`(?:${DATA}${UNTIL_NEXT})?${KIND}(?:${UNTIL_NEXT}${DATA}){0,2}${UNTIL_NEXT}`),
  longest: 3 * REACH + 200,
  before: REACH + 40,
  within: entriesIn,
  judge: judgeEntry,
  sample: manifest,
  nearMisses: [
    (yaml) => yaml.replace('Secret', 'ConfigMap'),
    (yaml) => yaml.replace('Secret', 'SealedSecret'),
    (yaml) => yaml.replace(/main: .*/, 'main: ENC[AES256_GCM,data:x]'),
    (yaml) => yaml.replace(/main: .*/, 'main: {{ .Values.main | b64enc }}'),
    (yaml) => yaml.replace('main:', 'username:'),
  ],
  reference: 'https://kubernetes.io/docs/concepts/configuration/secret/',
})
