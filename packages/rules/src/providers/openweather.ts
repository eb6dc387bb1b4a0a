import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const openweather = defineRules('OpenWeather', () => [
  {
    id: 'openweather-api-key',
    title: 'OpenWeather API key',
    severity: 'low',
    parts: chars('hex', 32),
    context: { words: ['openweather', 'open_weather', 'owm_api', 'owm_key'], label: 'OPENWEATHER_API_KEY' },
    reference: 'https://openweathermap.org/appid',
    nearMisses: [replacing('OPENWEATHER_API_KEY', 'OPENWEATHER_BUILD_ID')],
  },
])
