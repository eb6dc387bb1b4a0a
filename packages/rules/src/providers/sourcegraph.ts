import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, optional } from '../parts.ts'

export const sourcegraph = defineRules('Sourcegraph', () => [
  {
    id: 'sourcegraph-access-token',
    title: 'Sourcegraph access token',
    severity: 'high',
    parts: ['sgp_', optional(oneOf(chars('anyHex', 16), 'local'), '_'), chars('anyHex', 40)],
    reference: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
    nearMisses: [replacing('sgp_', 'sgx_')],
  },
  {
    id: 'sourcegraph-legacy-token',
    title: 'Sourcegraph access token (old form)',
    severity: 'high',
    parts: chars('anyHex', 40),
    context: { words: ['sourcegraph'], label: 'SOURCEGRAPH_TOKEN' },
    reference: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
    nearMisses: [replacing('SOURCEGRAPH_TOKEN', 'SOURCEGRAPH_REVISION')],
  },
  {
    id: 'sourcegraph-license-key',
    title: 'Sourcegraph license key token',
    severity: 'high',
    parts: ['slk_', chars('hex', 64)],
    nearMisses: [replacing('slk_', 'slx_')],
  },
])
