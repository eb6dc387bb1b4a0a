import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const zoom = defineRules('Zoom', () => [
  {
    id: 'zoom-client-secret',
    title: 'Zoom client secret',
    severity: 'critical',
    parts: chars('alnum', 32),
    context: {
      words: ['zoom_client', 'zoom_secret', 'zoom_api', 'zoomclient', 'zoom-client', 'zoom_sdk'],
      label: 'ZOOM_CLIENT_SECRET',
    },
    reference: 'https://developers.zoom.us/docs/internal-apps/s2s-oauth/',
    nearMisses: [replacing('ZOOM_CLIENT_SECRET', 'ZOOM_REGION')],
  },
])
