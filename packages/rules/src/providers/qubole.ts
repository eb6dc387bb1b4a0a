import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const qubole = defineRules('Qubole', () => [
  {
    id: 'qubole-api-key',
    title: 'Qubole API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 64),
    context: { words: ['qubole'], label: 'QUBOLE_API_KEY' },
    nearMisses: [replacing('QUBOLE_API_KEY', 'QUBOLE_REGION')],
  },
])
