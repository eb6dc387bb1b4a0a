import type { CommitReference, Finding, History } from '../finding.ts'

const SHOWN_NAMES = 4
const SHOWN_ID = 10

/** `1a2b3c4d5e of 2024-05-01 by Name`. */
const commitWords = ({ commit, date, author, email }: CommitReference): string => {
  const when = date === undefined ? '' : ` of ${date.slice(0, 'yyyy-mm-dd'.length)}`
  const who = [author, email && `<${email}>`].filter(Boolean).join(' ')
  return `${commit.slice(0, SHOWN_ID)}${when}${who === '' ? '' : ` by ${who}`}`
}

const listed = (names: readonly string[], besides = 0): string => {
  const shown = names.slice(0, SHOWN_NAMES).map((name) => name.replace(/^refs\/(?:heads|remotes|tags)\//, ''))
  const more = names.length - shown.length + besides
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}

const holders = {
  file: '',
  'file-name': ', in the name of a file',
  'commit-message': ', in its message',
  'tag-message': ', in the message of a tag',
} satisfies Record<History['kind'], string>

const whereNow = ({ tips, refs, moreTips, moreRefs }: History): string => {
  if (tips.length > 0) return `Still in ${listed(tips, moreTips)}`
  return refs.length > 0 ? `Reached from ${listed(refs, moreRefs)}` : 'No commit leads to it'
}

/** Where a secret came from and went, in a few lines; none when no history was scanned. */
export const historyWords = ({ history, location }: Finding): readonly string[] => {
  if (history === undefined) return []
  const { commit, kind, versions, paths, removedIn } = history
  const others = paths.filter((path) => path !== location.path)
  const count = versions > 1 ? `; in ${versions} versions` : ''
  return [
    commit === undefined
      ? `In no commit${holders[kind]}${count}`
      : `Came with ${commitWords({ ...history, commit })}${holders[kind]}${count}`,
    ...(removedIn === undefined ? [] : [`Removed by ${commitWords(removedIn)}`]),
    whereNow(history),
    ...(others.length > 0 ? [`Also at ${listed(others)}`] : []),
  ]
}
