import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'

/** A file that is to be written. */
export interface FileChange {
  readonly kind: 'file'
  /** Absolute. */
  readonly file: string
  /** Left out: there is no such file yet. */
  readonly before?: string
  readonly after: string
  /** Whether the system has to run it. */
  readonly executable?: boolean
}

/** A setting of the repository, of this clone alone. */
export interface SettingChange {
  readonly kind: 'setting'
  readonly name: string
  readonly value: string
}

/** What has to be done by hand, since Tacet cannot tell what it would break. */
export interface ByHand {
  readonly kind: 'by-hand'
  readonly why: string
  readonly lines: readonly string[]
}

export type Change = FileChange | SettingChange | ByHand

/** The line end that a text has. */
const endOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

/** A text with the line ends of another. */
export const withEndsOf = (model: string, text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll('\n', endOf(model))

/** A text with lines at its end, after a line end of its own. */
export const appended = (text: string, lines: string): string => {
  const gap = text === '' || text.endsWith('\n') ? '' : '\n'
  return text + withEndsOf(text, `${gap}${lines}`)
}

/**
 * What a change does to a file, as `diff -u` shows it.
 *
 * @param name - what to call the file
 */
export const diffOf = ({ before, after }: FileChange, name: string): string => {
  const unix = (text: string) => text.replaceAll('\r\n', '\n')
  const from = before === undefined ? '/dev/null' : `a/${name}`
  const [old, fresh] = [unix(before ?? ''), unix(after)]
  return createTwoFilesPatch(from, `b/${name}`, old, fresh, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  })
}
