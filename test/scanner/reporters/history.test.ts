import type { History } from '@tacet/scanner'
import { expect, test } from 'vitest'
import { historyWords } from '../../../packages/scanner/src/reporters/history-wording.ts'
import { makeFinding, makeHistoric } from '../../helpers/findings.ts'

const { removedIn: _, ...plain } = makeHistoric().history!
const words = (history: Partial<History>) =>
  historyWords(makeHistoric({ history: { ...plain, versions: 1, ...history } }))

test('nothing without a history', () => {
  expect(historyWords(makeFinding())).toEqual([])
})

test('where a secret came from and where it stands', () => {
  expect(words({ tips: ['refs/heads/main', 'refs/tags/v1'], versions: 3 })).toEqual([
    'Came with aaaaaaaaaa of 2024-05-06 by Ann; in 3 versions',
    'Still in main, v1',
  ])
})

test('where it went, and where else it was', () => {
  const refs = [
    'refs/heads/a',
    'refs/remotes/origin/b',
    'refs/tags/c',
    'stash@{0}',
    'refs/notes/commits',
    'x',
  ]
  expect(
    words({ refs, moreRefs: 5, paths: ['old.ts', 'src/config.ts'], removedIn: { commit: 'c'.repeat(40) } }),
  ).toEqual([
    'Came with aaaaaaaaaa of 2024-05-06 by Ann',
    'Removed by cccccccccc',
    'Reached from a, origin/b, c, stash@{0} and 7 more',
    'Also at old.ts',
  ])
})

test('what is in no commit, and what nothing leads to', () => {
  const finding = makeFinding({
    history: { kind: 'tag-message', object: 'b', versions: 1, paths: [], tips: [], refs: [] },
  })
  expect(historyWords(finding)).toEqual(['In no commit, in the message of a tag', 'No commit leads to it'])
  expect(words({ kind: 'commit-message', email: 'ann@example.com' })[0]).toBe(
    'Came with aaaaaaaaaa of 2024-05-06 by Ann <ann@example.com>, in its message',
  )
})
