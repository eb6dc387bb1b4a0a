import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pypi = defineRules('PyPI', () => [
  {
    id: 'pypi-api-token',
    title: 'PyPI API token',
    severity: 'critical',
    parts: ['pypi-AgEIcHlwaS5vcmc', chars('base64url', 50, 1000)],
    reference: 'https://pypi.org/help/#apitoken',
    revoke: 'https://pypi.org/manage/account/',
    nearMisses: [replacing('pypi-Ag', 'pypi-Bg')],
  },
  {
    id: 'pypi-test-api-token',
    title: 'TestPyPI API token',
    severity: 'low',
    parts: ['pypi-AgENdGVzdC5weXBpLm9yZw', chars('base64url', 50, 1000)],
    reference: 'https://test.pypi.org/help/#apitoken',
    revoke: 'https://test.pypi.org/manage/account/',
    nearMisses: [replacing('pypi-Ag', 'pypi-Bg')],
  },
])
