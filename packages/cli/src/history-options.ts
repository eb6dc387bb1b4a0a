import type { OptionTable, Values } from './arguments.ts'

/** The options of `tacet scan` that choose what of a repository to scan. */
export const historyOptions = {
  history: {
    type: 'boolean',
    summary: 'Scan the history of the repositories: every object of all branches, tags, stashes and reflogs',
  },
  staged: { type: 'boolean', summary: 'Scan what is staged, as it would be committed: its added lines' },
  range: {
    type: 'string',
    value: 'A..B',
    summary: 'Scan only what the commits of a range bring in; implies --history, as do the next four',
  },
  since: { type: 'string', value: 'DATE', summary: 'Scan only what commits after a date bring in' },
  branch: { type: 'string', value: 'NAME', summary: 'Scan only what a branch, a tag or a commit leads to' },
  'commits-from': {
    type: 'string',
    value: 'FILE',
    summary: 'Scan only what these commits bring in, one on a line; - for standard input',
  },
  unreachable: { type: 'boolean', summary: 'Scan also what nothing leads to any more, as a dropped stash' },
  'allow-shallow': { type: 'boolean', summary: 'Scan a shallow clone, whose older history is not there' },
  'allow-missing': { type: 'boolean', summary: 'Put up with objects that a partial clone left out' },
  cache: {
    type: 'string',
    value: 'DIR',
    summary: 'Where to remember which objects of a history are clean; in the cache of the user unless given',
  },
  'no-cache': { type: 'boolean', summary: 'Look at all objects again, and remember nothing' },
  'show-emails': { type: 'boolean', summary: 'Tell the e-mail addresses of the authors of commits' },
} as const satisfies OptionTable

const selecting = ['history', 'staged', 'range', 'since', 'branch', 'commits-from', 'unreachable'] as const

/** Whether it is a scan of objects rather than of files. */
export const asksForHistory = (values: Values<typeof historyOptions>): boolean =>
  selecting.some((name) => values[name] !== undefined)
