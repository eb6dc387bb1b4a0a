import { expression } from '../custom/expression.ts'
import { hasShape } from './glob.ts'

/** What a value has to look like: all that is given must hold. */
export interface ValueShape {
  /** The whole of it, `*` standing for any characters. */
  readonly value?: string
  /** RE2 syntax, searched for in it. */
  readonly valueRegex?: string
}

/** Tells which of the shapes a value has, by their numbers. */
export function shapesOf(shapes: readonly ValueShape[]): (value: string) => readonly number[] {
  const tests = shapes.map(({ value: shape, valueRegex }) => {
    const regex = valueRegex === undefined ? undefined : expression(valueRegex)
    return (value: string) =>
      (shape === undefined || hasShape(shape, value)) && (!regex || regex.test(Buffer.from(value)))
  })
  return (value) => tests.flatMap((test, number) => (test(value) ? [number] : []))
}
