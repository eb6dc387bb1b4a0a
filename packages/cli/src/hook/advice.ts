import { type Finding, printable } from '@tacet/scanner'
import { isEnvFile, languageOf } from './languages.ts'
import { variableName } from './variable-name.ts'

export type HookName = 'pre-commit' | 'pre-push' | 'pre-receive'

const mostNamed = 5

/** A list that is not longer than a reader reads. */
const few = (items: readonly string[]): string[] =>
  items.length <= mostNamed
    ? [...items]
    : [...items.slice(0, mostNamed - 1), `… and ${items.length - mostNamed + 1} more`]

/** A path as it can be typed in a shell. */
const typed = (path: string): string => {
  const shown = printable(path)
  return /^[\w./@%+,:-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`
}

/** The file on the disk: what is in an archive is in the archive. */
const fileOf = ({ location }: Finding): string => location.path.split('!/')[0]!

/** How to read a value that is not in the file any more. */
const replacements = (findings: readonly Finding[]): string[] => {
  const lines = findings.flatMap((finding) => {
    const file = fileOf(finding)
    const read = languageOf(file).read
    if (read === undefined || isEnvFile(file)) return []
    return `${printable(file)}:${finding.location.line}  ${read(variableName(finding))}`
  })
  return few([...new Set(lines)])
}

const envFileSteps = (files: readonly string[]): string[] =>
  files
    .filter(isEnvFile)
    .flatMap((file) => [
      `${printable(file)} is for your machine alone: keep the file, but take it out of Git:`,
      `   git rm --cached ${typed(file)}`,
      `   echo ${typed(file)} >> .gitignore`,
    ])

const removal = (findings: readonly Finding[], files: readonly string[]): string[] => {
  const kept = envFileSteps(files)
  if (files.every(isEnvFile)) return kept
  const how = replacements(findings)
  return [
    ...kept,
    'Take the value out of the file. Put it where Git does not see it, and read it from there: an environment',
    'variable, or a file under /mnt/secrets.',
    ...how.map((line) => `   ${line}`),
  ]
}

/** Messages of commits and tags are in no file. */
const isInMessage = ({ location }: Finding): boolean => location.path.startsWith('.git/')

const messageStep = [
  'A message holds it, too or alone. Write another one: git commit --amend for that of the last commit; for that',
  'of a tag, git tag --delete NAME and tag again.',
]

const short = (commit: string): string => commit.slice(0, 10)

/** How to change commits that are made already. */
const rewriting = (findings: readonly Finding[]): string[] => {
  const commits = [...new Set(findings.flatMap(({ history }) => history?.commit ?? []))]
  const first = commits[0] === undefined ? 'COMMIT' : short(commits[0])
  return [
    `A new commit is not enough: it stays in ${commits.length > 1 ? 'those' : 'the one'} that brought it: ${few(commits.map(short)).join(', ') || 'see above'}.`,
    '   if that is your last one:  git add --all && git commit --amend',
    `   else:                      git rebase --interactive ${first}^   and mark it with "edit"`,
  ]
}

/** The lines of a numbered list: a line that begins with a blank belongs to the one before it. */
const numbered = (steps: readonly (readonly string[])[]): string[] =>
  steps.flatMap((lines, index) =>
    lines.map((line, at) => (at === 0 ? `  ${index + 1}. ${line}` : `     ${line}`)),
  )

const remedies = (hook: HookName, findings: readonly Finding[]): string[] => {
  const inFiles = findings.filter((finding) => !isInMessage(finding))
  const files = [...new Set(inFiles.map(fileOf))]
  const first = files.length > 0 ? [removal(inFiles, files)] : []
  if (hook !== 'pre-commit') {
    const messages = inFiles.length < findings.length ? [messageStep] : []
    const rewrite = files.length > 0 ? [rewriting(inFiles)] : []
    return numbered([...first, ...rewrite, ...messages, ['Push again.']])
  }
  const changed = files.filter((file) => !isEnvFile(file))
  const added = changed.length > mostNamed ? '--all' : changed.map(typed).join(' ')
  return numbered([...first, ...(changed.length > 0 ? [[`git add ${added}`]] : []), ['Commit again.']])
}

const revocation = (findings: readonly Finding[], hook: HookName): string[] => {
  const pages = [...new Set(findings.flatMap(({ revoke }) => revoke ?? []))]
  const when =
    hook === 'pre-commit'
      ? 'If it was pushed, sent or shared before: revoke it first'
      : 'If anyone else can have seen it: revoke it first'
  return [
    `${when}, for taking it out does not make it secret again.`,
    ...few(pages).map((page) => `  ${printable(page)}`),
  ]
}

/** What counts besides the findings: a server may not let those who push decide. */
type Counting = Partial<Record<'no-allow-comments' | 'no-baseline', boolean>>

const falseAlarm = (findings: readonly Finding[], hook: HookName, counting: Counting): string[] => {
  const finding = findings[0]!
  const file = fileOf(finding)
  const isPlain = file === finding.location.path && (finding.history?.kind ?? 'file') === 'file'
  const { comment } = isPlain && !counting['no-allow-comments'] ? languageOf(file) : {}
  // What is not on the disk any more is still in the history.
  const baseline =
    hook === 'pre-commit'
      ? `tacet baseline --reason "why this is no secret" ${typed(file)} && git add .tacet-baseline`
      : 'tacet audit --history'
  const then = hook === 'pre-commit' ? 'commit again' : 'change the commit as above'
  const ways: (readonly [string, string])[] = []
  if (comment !== undefined) {
    const allow = `${comment[0]}tacet:allow ${finding.ruleId} -- why this is no secret${comment[1]}`
    ways.push(['say so in the line above it, with your reason', allow])
  }
  // That of a server is on the server.
  if (hook !== 'pre-receive' && !counting['no-baseline']) ways.push(['record it in the baseline', baseline])
  return ways.flatMap(([how, line], index) => [
    index === 0 ? `If it is no secret: ${how}, and ${then}:` : `or ${how}:`,
    `  ${line}`,
  ])
}

/** How to do what was stopped all the same, and what comes of it. */
const bypasses: Readonly<Record<HookName, readonly string[]>> = {
  'pre-commit': [
    'To commit all the same: git commit --no-verify.',
    'The secret is then in the history, in every clone of it, and has to be revoked.',
  ],
  'pre-push': [
    'To push all the same: git push --no-verify.',
    'Whoever can read the repository then has the secret: revoke it.',
  ],
  'pre-receive': ['This check is made by the server: only who runs it can let the push through.'],
}

/** How to do what was stopped all the same, when nobody knows whether there is a secret. */
export const bypassOf = (hook: HookName): string => bypasses[hook][0]!

/** What to do about a commit or a push that was stopped, for someone who never had that happen. */
export const advice = (hook: HookName, findings: readonly Finding[], counting: Counting): string => {
  const paragraphs = [
    ['What to do:', ...remedies(hook, findings)],
    revocation(findings, hook),
    falseAlarm(findings, hook, counting),
    bypasses[hook],
  ]
  const texts = paragraphs.flatMap((lines) => lines.join('\n') || [])
  return `${texts.join('\n\n')}\n`
}
