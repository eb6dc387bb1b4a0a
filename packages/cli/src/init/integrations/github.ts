import { join } from 'node:path'
import { version } from '../../version.ts'
import type { Integration } from '../integration.ts'

const name = '.github/workflows/tacet.yml'

/** Actions are named by their commits: a tag can be moved. */
const workflow =
  (): string => `# Looks for secrets: in a pull request at what it adds, else at what was pushed.
name: tacet
on:
  push:
    branches: [main, master]
  pull_request:
permissions:
  contents: read
jobs:
  secrets:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          # Only what a branch adds is scanned, but where it starts must be there.
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0
        with:
          node-version: 24
      - name: What the pull request adds
        if: github.event_name == 'pull_request'
        run: npx --yes @tacet/cli@${version()} scan --range "$BASE..$HEAD"
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
          HEAD: \${{ github.event.pull_request.head.sha }}
      - name: What is there
        if: github.event_name != 'pull_request'
        run: npx --yes @tacet/cli@${version()} scan
`

export const github: Integration = {
  title: 'GitHub Actions',
  does: 'check each pull request, with annotations',
  find: (project) =>
    project.has('.github/workflows')
      ? '.github/workflows'
      : /\bgithub\.com\b/.test(project.remotes)
        ? 'a remote'
        : undefined,
  plan: (project) => {
    const before = project.read(name)
    if (before !== undefined) {
      const usesTacet = /\btacet(?:\/cli)?(?:@[\w.-]+)? scan\b|uses:.*\btacet\b/.test(before)
      return usesTacet
        ? []
        : [
            {
              kind: 'by-hand',
              why: `${name} is there, and does something else; let a job run`,
              lines: ['npx --yes @tacet/cli scan'],
            },
          ]
    }
    return [{ kind: 'file', file: join(project.root, name), after: workflow() }]
  },
}
