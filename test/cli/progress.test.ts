import { describe, expect, it } from 'vitest'
import { frame, progressBar, progressLines } from '../../packages/cli/src/progress.ts'
import { RecordedOutput } from '../helpers/terminal.ts'

const erase = '\r\u001b[K'

describe('a frame of the progress bar', () => {
  it('shows the share, the count, the bytes and the rate', () => {
    expect(frame({ files: 50, total: 200, bytes: 1_500_000 }, 1000, 100)).toBe(
      '█████░░░░░░░░░░░░░░░  25%  50/200 files  1.5 MB  1.5 MB/s',
    )
  })

  it('tells the time that is left, once it can', () => {
    const at = (milliseconds: number, files: number) =>
      frame({ files, total: 100, bytes: 0 }, milliseconds, 100).split('/s')[1]
    expect(at(1999, 50)).toBe('')
    expect(at(2000, 50)).toBe('  2 s left')
    expect(at(60_000, 50)).toBe('  1 min left')
    expect(at(60_000, 1)).toBe('  1 h 39 min left')
    expect(at(60_000, 0)).toBe('')
    expect(at(60_000, 100)).toBe('')
  })

  it('has no share while the total is unknown', () => {
    expect(frame({ files: 50, bytes: 1000 }, 1000, 100)).toBe('50 files  1 KB  1 KB/s')
  })

  it('has no rate before time has passed, and never more than all', () => {
    expect(frame({ files: 3, total: 2, bytes: 0 }, 0, 100)).toBe(`${'█'.repeat(20)} 100%  3/2 files  0 bytes`)
  })

  it('leaves the last column of a narrow terminal free', () => {
    expect(frame({ files: 50, total: 200, bytes: 1 }, 1, 12)).toHaveLength(11)
  })
})

describe('the progress bar', () => {
  it('draws over itself, no more often than can be seen, and goes away', () => {
    const output = new RecordedOutput({ isTTY: true })
    let time = 0
    const bar = progressBar(output, () => time)
    for (time = 0; time <= 200; time += 20) bar.update({ files: time, bytes: 0 })
    bar.clear()
    bar.clear()
    const frames = output.written.split(erase).slice(1)
    expect(frames.map((text) => text.split(' ')[0])).toEqual(['0', '80', '160', ''])
  })

  it('comes back at once after it made room', () => {
    const output = new RecordedOutput({ isTTY: true })
    const bar = progressBar(output, () => 5)
    bar.update({ files: 1, bytes: 0 })
    bar.clear()
    bar.update({ files: 2, bytes: 0 })
    expect(output.written).toBe(`${erase}1 files  0 bytes${erase}${erase}2 files  0 bytes`)
  })
})

describe('progress in a log', () => {
  it('is a line every ten seconds, with the time that is left', () => {
    const output = new RecordedOutput()
    let time = 0
    const lines = progressLines(output, () => time)
    for (time = 0; time <= 25_000; time += 1000) {
      lines.update({ files: time / 1000, total: 100, bytes: time * 1000 })
      lines.clear()
    }
    expect(output.written).toBe(
      'tacet: 10/100 files  10 MB  1 MB/s  2 min left\ntacet: 20/100 files  20 MB  1 MB/s  2 min left\n',
    )
  })
})
