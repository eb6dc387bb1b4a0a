import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const jenkins = defineRules('Jenkins', () => [
  {
    id: 'jenkins-api-token',
    title: 'Jenkins API token',
    severity: 'critical',
    parts: ['11', chars('hex', 32)],
    context: { words: ['jenkins'], label: 'JENKINS_API_TOKEN' },
    reference: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
    nearMisses: [replacing('JENKINS_API_TOKEN', 'JENKINS_BUILD')],
  },
  {
    id: 'jenkins-crumb',
    title: 'Jenkins crumb, good for a session',
    severity: 'low',
    parts: oneOf(chars('hex', 64), chars('hex', 32)),
    context: { words: ['jenkins-crumb'], reach: 32 },
    reference: 'https://www.jenkins.io/doc/book/security/csrf-protection/',
    nearMisses: [replacing('JENKINS-CRUMB', 'JENKINS-IMAGE')],
  },
])
