import { createRequire } from 'node:module'

/** What tests use of an element. jsdom's own types would put those of a browser into every test. */
export interface PageElement {
  readonly textContent: string
  readonly dataset: Readonly<Record<string, string>>
  readonly href: string
  readonly hidden: boolean
  value: string
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number }
  getAttribute(name: string): string | null
  getAttributeNames(): string[]
  dispatchEvent(event: unknown): void
  reset(): void
}

interface PageWindow {
  readonly document: Pick<PageElement, 'querySelector' | 'querySelectorAll'>
  readonly Event: new (type: string, options: { bubbles: boolean }) => unknown
  setTimeout(callback: () => void): void
  eval(source: string): unknown
}

const { JSDOM, VirtualConsole } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (html: string, options: object) => { readonly window: PageWindow }
  VirtualConsole: new () => { on(event: string, listener: (error: unknown) => void): void }
}

/** A page as a browser has it, and what went wrong in its scripts, if they are run. */
export const openPage = (html: string, runsScripts = true) => {
  const errors: string[] = []
  const virtualConsole = new VirtualConsole()
  virtualConsole.on('jsdomError', (error) => errors.push(String(error)))
  const options = runsScripts ? { runScripts: 'dangerously', virtualConsole } : { virtualConsole }
  const { window } = new JSDOM(html, options)
  return { window, document: window.document, errors }
}
