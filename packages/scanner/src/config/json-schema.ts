import type { RecordShape, Shape } from './shape.ts'
import { table } from './table.ts'

/** The JSON schema (draft 2020-12) of a `tacet.json`, for editors. */
export function jsonSchema(): object {
  const definitions: Definitions = {}
  const whole = ofShape(table, definitions)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'tacet.json',
    ...whole,
    $defs: definitions,
  }
}

/** Shapes that may be within themselves, by their names. */
type Definitions = Record<string, object>

function ofShape(shape: Shape, definitions: Definitions): object {
  const about = shape.about === undefined ? {} : { description: shape.about }
  const inner = (each: Shape): object => ofShape(each, definitions)
  switch (shape.kind) {
    case 'text':
      if (shape.choices) return { enum: shape.choices, ...about }
      return {
        type: 'string',
        minLength: 1,
        maxLength: shape.longest ?? 1000,
        ...(shape.pattern ? { pattern: `^(?:${shape.pattern[0]})$` } : {}),
        ...about,
      }
    case 'number':
      return { type: shape.fraction ? 'number' : 'integer', minimum: shape.min, maximum: shape.max, ...about }
    case 'boolean':
      return { type: 'boolean', ...about }
    case 'list': {
      const { of, least, most } = shape
      if ('shape' in of && !definitions[of.name]) {
        definitions[of.name] = {}
        definitions[of.name] = inner(of.shape())
      }
      return {
        type: 'array',
        items: 'shape' in of ? { $ref: `#/$defs/${of.name}` } : inner(of),
        ...(least ? { minItems: least } : {}),
        maxItems: most,
        ...about,
      }
    }
    case 'map':
      return { type: 'object', maxProperties: shape.most, additionalProperties: inner(shape.of), ...about }
    case 'either':
      return { anyOf: shape.of.map(inner), ...about }
    case 'record':
      return { ...ofRecord(shape, inner), ...about }
  }
}

function ofRecord(
  { keys, required, oneOf, exactly = false }: RecordShape,
  inner: (shape: Shape) => object,
): object {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(keys).map(([name, shape]) => [name, inner(shape)])),
    additionalProperties: false,
    ...(required ? { required } : {}),
    ...(oneOf ? { [exactly ? 'oneOf' : 'anyOf']: oneOf.map((name) => ({ required: [name] })) } : {}),
  }
}
