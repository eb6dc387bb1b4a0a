import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const nvidia = defineRules('NVIDIA', () => [
  {
    id: 'nvidia-api-key',
    title: 'NVIDIA NGC or NIM API key',
    severity: 'high',
    parts: ['nvapi-', chars('base64url', 60, 70)],
    reference: 'https://docs.nvidia.com/ngc/',
    revoke: 'https://org.ngc.nvidia.com/setup/api-keys',
    nearMisses: [replacing('nvapi-', 'nwapi-')],
  },
])
