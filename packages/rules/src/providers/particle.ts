import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const particle = defineRules('Particle', () => [
  {
    id: 'particle-access-token',
    title: 'Particle access token',
    severity: 'medium',
    parts: chars('hex', 40),
    context: {
      words: ['particle_token', 'particle_access', 'particle.io', 'particle-token', 'particleaccess'],
      label: 'PARTICLE_ACCESS_TOKEN',
    },
    reference: 'https://docs.particle.io/reference/cloud-apis/api/',
    nearMisses: [replacing('PARTICLE_ACCESS_TOKEN', 'PARTICLE_COMMIT')],
  },
])
