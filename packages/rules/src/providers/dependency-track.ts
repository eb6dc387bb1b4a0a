import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const dependencyTrack = defineRules('Dependency-Track', () => [
  {
    id: 'dependency-track-api-key',
    title: 'Dependency-Track API key',
    severity: 'high',
    parts: ['odt_', chars('alnum', 32, 80, '_')],
    reference: 'https://docs.dependencytrack.org/integrations/rest-api/',
    nearMisses: [replacing('odt_', 'odx_')],
  },
])
