import { createHash } from 'node:crypto'
import { type Finding, reporters } from '@tacet/scanner'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { joined, makeFinding, makeHidden, makeHistoric, makeReport } from '../../helpers/findings.ts'
import { openPage } from '../../helpers/page.ts'

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
  readonly passes: readonly unknown[]
}

const time = new Date('2026-02-03T04:05:06Z')

const write = (findings: readonly Finding[], outcome: Parameters<typeof makeReport>[1] = {}) =>
  joined(reporters.html(makeReport(findings, outcome), { version: '1.2.3', time }))

const open = async (...args: Parameters<typeof write>) => openPage(await write(...args))

const at = (path: string) => ({ path, line: 3, column: 5, endLine: 3, endColumn: 9 })

const stillThere = (): Finding => {
  const { removedIn: _, ...history } = makeHistoric().history!
  return makeHistoric({
    ruleId: 'other-key',
    severity: 'low',
    confidence: 'low',
    location: at('lib/Other.ts'),
    history: { ...history, author: 'Cleo', date: '2025-01-02T00:00:00Z', tips: ['refs/heads/main'] },
  })
}

const findings = [makeFinding({ owner: '@acme/payments' }), makeHidden(), makeHistoric(), stillThere()]

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('the HTML report', () => {
  it('lets nothing be loaded, and only its own style and script count', async () => {
    const { document } = await open(findings)
    const policy = document
      .querySelector('meta[http-equiv="Content-Security-Policy"]')!
      .getAttribute('content')!
    const [style, ...styles] = document.querySelectorAll('style')
    const [script, ...scripts] = document.querySelectorAll('script')
    expect([...styles, ...scripts]).toEqual([])
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${sha256(style!.textContent)}`,
      `script-src ${sha256(script!.textContent)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(document.querySelectorAll('[src], link, iframe, object, embed, [style]')).toHaveLength(0)
    expect(style!.textContent).not.toMatch(/url\(|@import/)
    for (const element of document.querySelectorAll('*')) {
      for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^on/)
    }
  })

  it('shows hostile texts as they are', async () => {
    const hostile = '"><img src=x onerror=a()><script>a()</script>\' </style> &lt; ]]>'
    const { document, errors } = await open([
      makeFinding({
        ruleId: hostile,
        title: hostile,
        location: at(hostile),
        excerpt: `${hostile}exam…`,
        focus: hostile.length,
        revoke: 'javascript:a()',
        reference: hostile,
      }),
    ])
    expect(errors).toEqual([])
    expect(document.querySelectorAll('img')).toHaveLength(0)
    expect(document.querySelectorAll('script')).toHaveLength(1)
    const [article] = document.querySelectorAll('article')
    expect(article!.dataset).toMatchObject({ rule: hostile, path: hostile })
    expect(article!.querySelector('pre')!.textContent).toBe(`${hostile}exam…`)
    expect(article!.querySelector('mark')!.textContent).toBe('exam…')
    expect(article!.querySelectorAll('a')).toHaveLength(0)
  })

  it('writes the gravest first, with what is known of each', async () => {
    const { document } = await open([stillThere(), makeHidden()])
    const [first, second] = document.querySelectorAll('article')
    expect(first!.textContent).toContain('joined strings, in base64')
    expect(first!.textContent).toContain('Example id id-7…')
    expect(first!.querySelector('a')!.href).toBe('https://example.com/keys/revoke')
    expect(second!.textContent).toContain('Came with aaaaaaaaaa of 2025-01-02 by Cleo; in 2 versions')
  })

  it('tells when secrets came and went, and where each is', async () => {
    const { document } = await open(findings)
    const rows = [...document.querySelectorAll('details li')].map(({ textContent }) =>
      textContent.trim().split(/\s*\n\s*/),
    )
    expect(rows).toEqual([
      ['Example key src/config.ts:12', 'came 2024-05-06, went 2024-06-07'],
      ['Example key lib/Other.ts:3', 'came 2025-01-02, still there'],
    ])
    const bars = [...document.querySelectorAll('rect')].map((bar) =>
      ['x', 'width'].map((name) => Number.parseFloat(bar.getAttribute(name)!)),
    )
    // One month of twenty-one, and thirteen of them.
    expect(bars.map((numbers) => numbers.map(Math.round))).toEqual([
      [0, 5],
      [38, 62],
    ])
    const links = [...document.querySelectorAll('details a')].map((link) => link.getAttribute('href')!)
    expect(links.map((link) => document.querySelector(`${link} .place`)!.textContent)).toEqual([
      'src/config.ts:12:16',
      'lib/Other.ts:3:5',
    ])
  })

  it('tells how many secrets there were at a time, each once however many places hold it', async () => {
    const gone = makeHistoric()
    const elsewhere = makeHistoric({ location: at('copy.ts') })
    const { document } = await open([gone, elsewhere, makeHistoric({ fingerprint: 'another' }), stillThere()])
    expect(document.querySelector('figcaption')!.textContent).toContain(
      'At most 2 at a time, on 2024-05-06; 1 now.',
    )
  })

  it('marks the months or the years between the first and the last, however long that is', async () => {
    const marks = async (from: string) => {
      const finding = makeHistoric({ history: { ...stillThere().history!, date: from } })
      const { document } = await open([finding])
      return [...document.querySelectorAll('.axis text')].map(({ textContent }) => textContent)
    }
    expect(await marks('2025-10-20T00:00:00Z')).toEqual(['2025-11', '2025-12', '2026-01'])
    expect(await marks('2024-11-20T00:00:00Z')).toEqual(['2025-01', '2025-04', '2025-07', '2025-10'])
    expect(await marks('2007-11-20T00:00:00Z')).toEqual(['2010-01', '2015-01', '2020-01'])
    expect(await marks('2026-02-03T04:00:00Z')).toEqual([])
  })

  it('says where the same secret was shown before', async () => {
    const { document } = await open([makeFinding(), makeFinding({ location: at('copy.ts') })])
    const [first, second] = document.querySelectorAll('article')
    expect(first!.textContent).not.toContain('Same as')
    expect(second!.querySelector('a[href="#f1"]')!.textContent).toBe('src/config.ts:12:16')
  })

  it('has no timeline without a history, and no filters without findings', async () => {
    expect(await write([makeFinding()])).not.toContain('came and went')
    expect(await write([])).not.toMatch(/<form|<script/)
  })

  it('shows everything without its script', async () => {
    const { document } = openPage(await write(findings), false)
    expect(document.querySelector('form')!.hidden).toBe(true)
    expect(document.querySelectorAll('article:not([hidden])')).toHaveLength(4)
  })

  it.each([
    ['rule', 'other-key', 1],
    ['author', 'Cleo', 1],
    ['author', 'Ann', 1],
    ['owner', '@acme/payments', 1],
    ['severity', 'high', 3],
    ['confidence', 'high', 3],
    ['path', 'LIB/other', 1],
    ['path', 'nowhere', 0],
  ])('filters by %s: %s', async (name, value, count) => {
    const { window, document, errors } = await open(findings)
    const control = document.querySelector(`[name=${name}]`)!
    const shown = () => document.querySelectorAll('article:not([hidden])').length
    expect(document.querySelector('form')!.hidden).toBe(false)
    control.value = value
    control.dispatchEvent(new window.Event('input', { bubbles: true }))
    expect(shown()).toBe(count)
    expect(document.querySelector('output')!.textContent).toBe(`${count} of 4 findings shown`)
    document.querySelector('form')!.reset()
    await new Promise<void>((done) => window.setTimeout(done))
    expect(shown()).toBe(4)
    expect(errors).toEqual([])
  })

  it('breaks no rule of axe', async () => {
    const { window } = await open(findings, { stopped: 'interrupted' })
    window.eval(axe.source)
    // Contrast needs a browser that paints.
    const options = JSON.stringify({ rules: { 'color-contrast': { enabled: false } } })
    const { violations, passes } = (await window.eval(`axe.run(${options})`)) as AxeResults
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
    expect(passes.length).toBeGreaterThan(20)
  })

  it('holds no value', async () => {
    const value = 'dev-only-not-a-real-key'
    expect(await write([makeFinding({ value })])).not.toContain(value)
  })

  it('warns when there may be more', async () => {
    expect(await write([])).not.toContain('there may be more')
    expect(await write([], { stopped: 'interrupted' })).toContain('there may be more')
  })
})
