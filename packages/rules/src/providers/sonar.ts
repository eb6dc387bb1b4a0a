import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const sonar = defineRules('SonarQube', () => [
  {
    id: 'sonar-token',
    title: 'SonarQube or SonarCloud token',
    severity: 'high',
    parts: oneOf([oneOf('squ_', 'sqp_', 'sqa_'), chars('hex', 40)], ['sqco_', chars('alnum', 59)]),
    reference: 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/',
    nearMisses: [(token) => token.replace('sq', 'sx')],
  },
  {
    id: 'sonar-legacy-token',
    title: 'SonarQube or SonarCloud token (old form)',
    severity: 'high',
    parts: chars('lowerAlnum', 40),
    context: { words: ['sonar'], label: 'SONAR_TOKEN' },
    reference: 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/',
    nearMisses: [replacing('SONAR_TOKEN', 'SONAR_REVISION')],
  },
])
