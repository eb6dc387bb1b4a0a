import type { Finding } from '../finding.ts'
import { isHiding, type Suppression } from '../suppression.ts'
import type { ScanConfig } from './scan-config.ts'

/**
 * What the configurations make of a finding: hidden, of another severity, with an owner. What stands in several paths
 * of a history is hidden where all of them hide it.
 *
 * @returns undefined when it would not be told of without a configuration either
 */
export function judgeFinding(config: ScanConfig, finding: Finding): Finding | undefined {
  const { policy, place } = config
  const { shapes = [], ...told } = finding
  const { ruleId, confidence, history, location } = finding
  const shown = history && history.paths.length > 0 ? history.paths : [location.path]
  const paths = shown.map(place)
  let hiding: Suppression | undefined
  const standing = paths.filter((path) => {
    if (!config.fits(ruleId, path)) return false
    const answer = policy.hides(path, { ruleId, confidence, shapes, commit: history?.commit })
    if (answer !== undefined && answer !== 'drop') hiding ??= answer
    return answer === undefined
  })
  if (standing.length === 0 && !hiding) return undefined
  const [first = paths[0]!] = standing
  const severity = policy.effective(first, ruleId).severity?.value
  const owner = policy.owner(first)?.value
  const isHidden = finding.suppression !== undefined && isHiding(finding.suppression, history?.commit)
  return {
    ...told,
    ...(severity === undefined ? {} : { severity }),
    ...(owner === undefined ? {} : { owner }),
    ...(isHidden || standing.length > 0 || !hiding ? {} : { suppression: hiding }),
  }
}
