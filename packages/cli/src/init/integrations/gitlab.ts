import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { version } from '../../version.ts'
import { appended, type Change } from '../change.ts'
import type { Integration } from '../integration.ts'
import type { Project } from '../project.ts'

const name = '.gitlab-ci.yml'

const job =
  (): string => `# Looks for secrets: in a merge request in what it adds, else in what is there. GitLab shows them there.
tacet:
  stage: test
  image: node:24
  needs: []
  interruptible: true
  variables:
    # Where the branch starts must be there.
    GIT_DEPTH: 0
  script:
    - |
      set -- --output gitlab=gl-secret-detection-report.json
      if [ -n "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ]; then
        set -- "$@" --range "$CI_MERGE_REQUEST_DIFF_BASE_SHA..$CI_COMMIT_SHA"
      fi
      npx --yes @tacet/cli@${version()} scan "$@"
  artifacts:
    when: always
    expire_in: 30 days
    reports:
      secret_detection: gl-secret-detection-report.json
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`

const planned = (project: Project): Change[] => {
  const before = project.read(name)
  const lines = job()
  if (before !== undefined && /@tacet\/cli|\btacet scan\b/.test(before)) return []
  const file = join(project.root, name)
  if (before === undefined) return [{ kind: 'file', file, after: lines }]
  const document = parseDocument(before, { logLevel: 'silent' })
  const stages: unknown = document.toJS()?.stages
  const fits = stages === undefined || (Array.isArray(stages) && stages.includes('test'))
  // Several documents, as with a spec, are parsed as an error.
  if (document.errors.length > 0 || document.has('tacet') || !fits) {
    const why = `${name} has no stage named test, or cannot be added to safely; add this job:`
    return [{ kind: 'by-hand', why, lines: lines.trimEnd().split('\n') }]
  }
  return [{ kind: 'file', file, before, after: appended(before, `\n${lines}`) }]
}

export const gitlab: Integration = {
  title: 'GitLab CI',
  does: 'checks each merge request, with a report that GitLab shows',
  find: (project) => (project.has(name) ? name : /\bgitlab\./.test(project.remotes) ? 'a remote' : undefined),
  plan: planned,
}
