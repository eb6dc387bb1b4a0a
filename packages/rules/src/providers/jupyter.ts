import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const jupyter = defineRules('Jupyter', () => [
  {
    id: 'jupyter-server-token',
    title: 'Jupyter server token',
    severity: 'medium',
    parts: chars('hex', 48),
    context: { words: ['jupyter', 'localhost:8888', '127.0.0.1:8888'], label: 'JUPYTER_TOKEN' },
    reference: 'https://jupyter-server.readthedocs.io/en/latest/operators/security.html',
    nearMisses: [replacing('JUPYTER_TOKEN', 'JUPYTER_VERSION')],
  },
])
