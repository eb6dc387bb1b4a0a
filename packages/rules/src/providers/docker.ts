import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const docker = defineRules('Docker', () => [
  {
    id: 'docker-personal-access-token',
    title: 'Docker Hub personal access token',
    severity: 'critical',
    parts: ['dckr_pat_', chars('base64url', 27)],
    reference: 'https://docs.docker.com/security/access-tokens/',
    revoke: 'https://app.docker.com/settings/personal-access-tokens',
    nearMisses: [replacing('dckr_pat_', 'dckr_pet_')],
  },
  {
    id: 'docker-organization-access-token',
    title: 'Docker Hub organization access token',
    severity: 'critical',
    parts: ['dckr_oat_', chars('base64url', 27, 32)],
    reference: 'https://docs.docker.com/enterprise/security/access-tokens/',
    nearMisses: [replacing('dckr_oat_', 'dckr_oak_')],
  },
  {
    id: 'docker-swarm-join-token',
    title: 'Docker Swarm join token',
    severity: 'high',
    parts: ['SWMTKN-1-', chars('base36', 50), '-', chars('base36', 25)],
    reference: 'https://docs.docker.com/engine/swarm/join-nodes/',
    nearMisses: [replacing('SWMTKN-1-', 'SWMTKN-x-')],
  },
  {
    id: 'docker-swarm-unlock-key',
    title: 'Docker Swarm unlock key',
    severity: 'high',
    parts: ['SWMKEY-1-', chars('base64', 43)],
    reference: 'https://docs.docker.com/engine/swarm/swarm_manager_locking/',
    nearMisses: [replacing('SWMKEY-1-', 'SWMKEY-x-')],
  },
])
