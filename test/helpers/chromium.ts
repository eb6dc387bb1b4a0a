import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, launch } from 'puppeteer-core'

const known = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  process.env.PROGRAMFILES && join(process.env.PROGRAMFILES, 'Google/Chrome/Application/chrome.exe'),
]

/** Where Chromium, or Chrome, is; undefined when it is at none of the usual places. `CHROME_PATH` tells another. */
export const chromium = known.find((path) => path !== undefined && existsSync(path))

export const startChromium = (): Promise<Browser> =>
  launch({
    executablePath: chromium!,
    // Chromium has no sandbox for root, who runs the tests in a container.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
