import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const jenkins = defineRules('Jenkins', [
  {
    id: 'jenkins-api-token',
    title: 'Jenkins API token',
    severity: 'critical',
    parts: ['11', chars('hex', 32)],
    context: { words: ['jenkins'], label: 'JENKINS_API_TOKEN' },
    reference: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
    nearMisses: [replacing('JENKINS_API_TOKEN', 'JENKINS_BUILD')],
  },
])
