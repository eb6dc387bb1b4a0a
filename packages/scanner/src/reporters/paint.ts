import { styleText } from 'node:util'
import type { Severity } from '@tacet/rules'

type Style = Parameters<typeof styleText>[0]

/** Styles a text for a terminal, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string

/** @param color Whether the reader's terminal shows styles: whoever writes to it knows. */
export const painter = (color: boolean): Paint =>
  color ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text

export const severityStyles = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
} satisfies Record<Severity, Style>
