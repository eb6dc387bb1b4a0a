import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const jfrog = defineRules('JFrog', () => [
  {
    id: 'jfrog-api-key',
    title: 'JFrog Artifactory API key',
    severity: 'critical',
    parts: ['AKCp', chars('alnum', 68, 70)],
    reference: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
    nearMisses: [replacing('AKCp', 'AKCq')],
  },
  {
    id: 'jfrog-reference-token',
    title: 'JFrog reference token',
    severity: 'critical',
    parts: ['cmVmdGtuO', chars('alnum', 55, 59)],
    reference: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
    nearMisses: [replacing('cmVmdGtuO', 'cmVmdGtuX')],
  },
  {
    id: 'jfrog-identity-token',
    title: 'JFrog identity token or API key (old form)',
    severity: 'critical',
    parts: chars('alnum', 64, 73),
    context: { words: ['jfrog', 'artifactory'], label: 'JFROG_TOKEN' },
    reference: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
    nearMisses: [replacing('JFROG_TOKEN', 'JFROG_DIGEST')],
  },
])
