/** What a value of a configuration may be. The check, the JSON schema and the documentation follow from one table. */
export type Shape = TextShape | NumberShape | BooleanShape | ListShape | RecordShape | MapShape | EitherShape

interface Described {
  /** For the editor and the reader. */
  readonly about?: string
}

export interface TextShape extends Described {
  readonly kind: 'text'
  /** Only these. */
  readonly choices?: readonly string[]
  /** Regular expression of the whole, and what it means in words: `a date like 2027-01-31`. */
  readonly pattern?: readonly [source: string, meaning: string]
  readonly longest?: number
}

export interface NumberShape extends Described {
  readonly kind: 'number'
  readonly min: number
  readonly max: number
  /** Default: false, only whole numbers. */
  readonly fraction?: boolean
}

export interface BooleanShape extends Described {
  readonly kind: 'boolean'
}

export interface ListShape extends Described {
  readonly kind: 'list'
  readonly of: Shape | Named
  readonly most: number
  readonly least?: number
}

/** A shape that may be within itself. */
export interface Named {
  readonly name: string
  readonly shape: () => Shape
}

export interface RecordShape extends Described {
  readonly kind: 'record'
  readonly keys: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  /** At least one of them must be there, or with `exactly` one and no more. */
  readonly oneOf?: readonly string[]
  readonly exactly?: boolean
}

/** An object whose keys are names. */
export interface MapShape extends Described {
  readonly kind: 'map'
  readonly of: Shape
  readonly most: number
}

/** Of several shapes that JSON tells apart: a text, a list, an object. */
export interface EitherShape extends Described {
  readonly kind: 'either'
  readonly of: readonly Exclude<Shape, EitherShape>[]
}

export const shapeOf = ({ of }: ListShape): Shape => ('shape' in of ? of.shape() : of)
