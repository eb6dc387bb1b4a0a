import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Finding, reporters } from '@tacet/scanner'
import axe from 'axe-core'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium, startChromium } from '../../helpers/chromium.ts'
import { joined, makeFinding, makeHidden, makeHistoric, makeReport } from '../../helpers/findings.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

interface Opened {
  readonly page: Page
  /** What the page asked for, itself left out. */
  readonly requests: string[]
  readonly complaints: string[]
}

const hostile = `"><img src="http://127.0.0.1:9/a" onerror="window.ran=1"><script>window.ran=1</script>' </style>`

const day = 86_400_000

const many = (count: number): Finding[] =>
  Array.from({ length: count }, (_, index) => {
    const history = makeHistoric().history!
    const date = new Date(Date.UTC(2019, 0, 1) + index * day).toISOString()
    return makeHistoric({
      ruleId: `rule-${index % 40}`,
      severity: (['critical', 'high', 'medium', 'low'] as const)[index % 4]!,
      fingerprint: `secret-${index}`,
      location: {
        path: `packages/p${index % 17}/f${index}.ts`,
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 9,
      },
      history: { ...history, author: `Author ${index % 23}`, date },
    })
  })

const cases = {
  'no finding': [],
  'one finding': [makeFinding()],
  'findings of a history': [makeHistoric(), makeHidden(), ...many(6)],
  '2,000 findings': many(2000),
}

const reason = 'no Chromium at the usual places: set CHROME_PATH'

describe(`the HTML report in Chromium${chromium === undefined ? ` (skipped: ${reason})` : ''}`, () => {
  let browser: Browser

  beforeAll(async () => {
    if (chromium !== undefined) browser = await startChromium()
  })
  afterAll(() => browser?.close())

  const open = async (findings: readonly Finding[], scheme: 'light' | 'dark' = 'light', width = 1000) => {
    const options = { version: '1.2.3', time: new Date('2026-02-03T04:05:06Z') }
    const file = join(tempTree(), 'report.html')
    writeFileSync(file, await joined(reporters.html(makeReport(findings), options)))
    const page = await browser.newPage()
    const opened: Opened = { page, requests: [], complaints: [] }
    const url = `${pathToFileURL(file)}`
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== url) opened.requests.push(request.url())
    })
    page.on('console', (message) => opened.complaints.push(message.text()))
    page.on('pageerror', (error) => opened.complaints.push(`${error}`))
    await page.setViewport({ width, height: 800 })
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await page.goto(url)
    return opened
  }

  const count = (page: Page): Promise<unknown> =>
    page.evaluate("document.querySelectorAll('article:not([hidden])').length")

  describe.skipIf(chromium === undefined)('which paints it', () => {
    it.each(
      Object.keys(cases).flatMap((name) =>
        (['light', 'dark'] as const).map((scheme) => [name, scheme] as const),
      ),
    )('breaks no rule of axe: %s, %s', async (name, scheme) => {
      const { page, requests, complaints } = await open(cases[name as keyof typeof cases], scheme)
      // The policy lets no script in, and this one need not come as one.
      await page.setBypassCSP(true)
      // What is far down is not painted, and so is not looked at: all of a long report would take minutes.
      const some = `[...document.querySelectorAll('article, details li')].slice(12).forEach((item) => item.remove())`
      await page.evaluate(`${some}; ${axe.source}`)
      const { violations, passes } = (await page.evaluate('axe.run()')) as {
        violations: readonly Violation[]
        passes: readonly { readonly id: string }[]
      }
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
      expect(passes.map(({ id }) => id)).toContain('color-contrast')
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] })
      await page.close()
    })

    it('can be walked through with the keyboard, from the link that skips to the findings', async () => {
      const { page } = await open(cases['findings of a history'])
      const focused = (): Promise<unknown> =>
        page.evaluate(
          `(({ localName, name, className, textContent }) => name || className || localName + ' ' + textContent.trim())(document.activeElement)`,
        )
      await page.keyboard.press('Tab')
      expect(await focused()).toBe('skip')
      const stops: unknown[] = []
      for (let stop = 0; stop < 7; stop++) {
        await page.keyboard.press('Tab')
        stops.push(await focused())
      }
      expect(stops).toEqual([
        'severity',
        'confidence',
        'rule',
        'author',
        'path',
        'button Show all',
        'summary Each of them, the first to come first',
      ])
      for (let stop = 0; stop < 7; stop++)
        await page.keyboard.down('Shift').then(() => page.keyboard.press('Tab'))
      await page.keyboard.up('Shift')
      expect(await focused()).toBe('skip')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate("document.activeElement.closest('article').id")).toBe('f1')
      await page.close()
    })

    it('is filtered with the keyboard, and says so to who cannot see it', async () => {
      const { page } = await open(cases['2,000 findings'])
      await page.focus('[name=path]')
      await page.keyboard.type('P3/')
      expect(await count(page)).toBe(118)
      expect(await page.$eval('output', (output) => output.textContent)).toBe('118 of 2000 findings shown')
      await page.select('[name=author]', 'Author 3')
      await page.select('[name=severity]', 'low')
      const all = `[...document.querySelectorAll('article:not([hidden])')].every(({ dataset }) =>
        dataset.author === 'Author 3' && dataset.severity === 'low' && dataset.path.startsWith('packages/p3/'))`
      expect(await page.evaluate(all)).toBe(true)
      expect(await count(page)).toBeGreaterThan(0)
      expect(await page.evaluate("document.querySelectorAll('details li:not([hidden])').length")).toBe(
        await count(page),
      )
      await page.keyboard.type('nowhere')
      expect(await count(page)).toBe(0)
      expect(await page.$eval('#none', (words) => words.checkVisibility())).toBe(true)
      await page.focus('button')
      await page.keyboard.press('Enter')
      await page.waitForFunction("document.querySelectorAll('article[hidden]').length === 0")
      await page.close()
    })

    it.each([360, 1000])('is never wider than a window of %i', async (width) => {
      const long = `${'a-very-long-name'.repeat(12)}.ts`
      const location = { path: long, line: 1, column: 1, endLine: 1, endColumn: 9 }
      const { page } = await open(
        [...cases['findings of a history'], makeHistoric({ location, title: long })],
        'light',
        width,
      )
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      await page.close()
    })

    it('runs nothing that a path, an author or a line brings along, and asks the network for nothing', async () => {
      const finding = makeHistoric({
        ruleId: hostile,
        title: hostile,
        excerpt: `${hostile}exam…`,
        location: { path: hostile, line: 1, column: 1, endLine: 1, endColumn: 2 },
        history: { ...makeHistoric().history!, author: hostile, paths: [hostile] },
        reference: 'javascript:window.ran=1',
      })
      const { page, requests, complaints } = await open([finding, finding])
      expect(await page.evaluate('window.ran')).toBeUndefined()
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] })
      expect(await page.$eval('article .place', (place) => place.textContent)).toContain(hostile)
      await page.select('[name=author]', hostile)
      expect(await count(page)).toBe(2)
      await page.close()
    })
  })
})
