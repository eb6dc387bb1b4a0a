import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const drone = defineRules('Drone CI', () => [
  {
    id: 'drone-access-token',
    title: 'Drone CI access token',
    severity: 'high',
    parts: chars('lowerAlnum', 32),
    context: {
      words: ['drone_token', 'drone-token', 'drone_server', 'droneci', 'drone_ci', 'drone.io'],
      label: 'DRONE_TOKEN',
    },
    reference: 'https://docs.drone.io/cli/configure/',
    nearMisses: [replacing('DRONE_TOKEN', 'DRONE_VERSION')],
  },
])
