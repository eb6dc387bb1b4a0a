import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const kubernetes = defineRules('Kubernetes', () => [
  {
    id: 'kubernetes-bootstrap-token',
    title: 'Kubernetes bootstrap token',
    severity: 'high',
    parts: [chars('lowerAlnum', 6), '.', chars('lowerAlnum', 16)],
    context: { words: ['kubeadm', 'bootstrap_token', 'bootstrap-token'], label: 'KUBEADM_TOKEN' },
    reference: 'https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/',
    nearMisses: [replacing('_TOKEN', '_IMAGE')],
  },
])
