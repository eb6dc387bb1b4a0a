import { genericRules, providerRules, type Rule, rules, structuralRules } from '@tacet/rules'
import { createScan } from '@tacet/scanner'
import { median } from './compare.ts'
import { printTable, ratio } from './table.ts'
import { makeTree, type Tree } from './tree.ts'

const ROUNDS = 7
const FEW = 60
/** Whose credentials are leaked most. */
const COMMON =
  `AWS GitHub GitLab Slack Stripe Google OpenAI npm PyPI Twilio SendGrid Mailgun Mailchimp Telegram Discord
  Shopify DigitalOcean Heroku Cloudflare Azure Anthropic Square PayPal Docker Databricks`.split(/\s+/)

/** What all rules cost a scan of a work tree, compared with sixty of them, and what they find in clean packages. */
export async function benchRules(): Promise<void> {
  const tree = makeTree()
  try {
    const sets = [
      { name: `${FEW} rules`, rules: fewRules(), times: [] as number[], found: [] as string[] },
      { name: `${rules.length} rules`, rules, times: [] as number[], found: [] as string[] },
    ]
    for (let round = 0; round < ROUNDS; round++) {
      // Each goes first as often as the other.
      for (const set of round % 2 === 0 ? sets : [...sets].reverse()) {
        const start = process.hrtime.bigint()
        set.found = await scan(tree, set.rules)
        set.times.push(Number(process.hrtime.bigint() - start) / 1e9)
      }
    }
    const [few, all] = sets
    if (tree.planted.some((path) => !all!.found.some((found) => found.startsWith(path)))) {
      throw new Error('a planted credential was not found')
    }
    const strays = all!.found.filter((found) => !tree.planted.some((path) => found.startsWith(path)))
    printTable(
      `Rules: scan of a work tree, ${tree.files} files, ${(tree.bytes / 1e6).toFixed(0)} MB`,
      ['', 'wall s', `wall ÷ ${FEW} rules`, 'findings besides the planted'],
      sets.map(({ name, times, found }) => [
        name,
        median(times).toFixed(2),
        ratio(median(times.map((time, round) => time / few!.times[round]!))),
        String(found.filter((place) => strays.includes(place)).length),
      ]),
    )
    for (const stray of strays) console.log(stray)
  } finally {
    tree.remove()
  }
}

/** The structural and generic rules, and those of common providers up to the number. */
function fewRules(): readonly Rule[] {
  const always = [...structuralRules, ...genericRules]
  const common = COMMON.flatMap((provider) => providerRules.filter((rule) => rule.provider === provider))
  return [...common.slice(0, FEW - always.length), ...always]
}

/** Where something was found, and by which rule. */
async function scan({ root }: Tree, chosen: readonly Rule[]): Promise<string[]> {
  const { findings } = await createScan({ cwd: root, paths: ['.'], rules: chosen }).collect()
  return findings.map(
    ({ location, ruleId, confidence }) => `${location.path}:${location.line} ${ruleId} ${confidence}`,
  )
}
