import { unknown } from '../closest.ts'
import { entriesOf, type Node } from './document.ts'
import {
  type BooleanShape,
  type EitherShape,
  type ListShape,
  type MapShape,
  type NumberShape,
  type RecordShape,
  type Shape,
  shapeOf,
  type TextShape,
} from './shape.ts'

const LONGEST_TEXT = 1000

/** Told what is wrong with a node. */
export type Report = (node: Node, message: string) => void

/** Reports all that a node has and should not have, or lacks. */
export function checkShape(node: Node, shape: Shape, report: Report): void {
  const fitting = shape.kind === 'either' ? shape.of.find((each) => typeOf(each) === node.type) : shape
  if (!fitting || typeOf(fitting) !== node.type) {
    const names = shape.kind === 'either' ? shape.of.map(nameOf).join(' or ') : nameOf(shape)
    report(node, `this should be ${names}, and is ${nameOfNode(node)}`)
    return
  }
  if (fitting.kind === 'record') checkRecord(node, fitting, report)
  else if (fitting.kind === 'map') checkMap(node, fitting, report)
  else if (fitting.kind === 'list') checkList(node, fitting, report)
  else {
    const wrong = wrongWith(node, fitting)
    if (wrong !== undefined) report(node, wrong)
  }
}

function wrongWith(node: Node, shape: TextShape | NumberShape | BooleanShape): string | undefined {
  if (shape.kind === 'boolean') return undefined
  if (shape.kind === 'number') {
    const value = Number(node.value)
    const isWhole = shape.fraction || Number.isInteger(value)
    return isWhole && value >= shape.min && value <= shape.max ? undefined : `this should be ${nameOf(shape)}`
  }
  const text = String(node.value)
  const { choices, longest = LONGEST_TEXT, pattern } = shape
  if (choices && !choices.includes(text)) return unknown('value', text, choices)
  if (text === '') return 'this is empty: give a text, or leave it out'
  if (text.length > longest) return `this is longer than ${longest} characters`
  return !pattern || new RegExp(`^(?:${pattern[0]})$`).test(text) ? undefined : `this should be ${pattern[1]}`
}

function checkList(node: Node, shape: ListShape, report: Report): void {
  const items = node.children ?? []
  if (items.length < (shape.least ?? 0))
    report(node, 'this list is empty: give at least one, or leave it out')
  if (items.length > shape.most) report(node, `this list has more than ${shape.most} entries`)
  const of = shapeOf(shape)
  for (const item of items.slice(0, shape.most)) checkShape(item, of, report)
}

function checkMap(node: Node, { most, of }: MapShape, report: Report): void {
  if ((node.children?.length ?? 0) > most) report(node, `this has more than ${most} entries`)
  checkTwice(node, report)
  for (const { value } of entriesOf(node)) checkShape(value, of, report)
}

function checkRecord(node: Node, shape: RecordShape, report: Report): void {
  checkTwice(node, report)
  const given = new Set<string>()
  for (const { key, name, value } of entriesOf(node)) {
    const known = Object.hasOwn(shape.keys, name) ? shape.keys[name] : undefined
    if (known) {
      given.add(name)
      checkShape(value, known, report)
    } else report(key, unknown('key', name, Object.keys(shape.keys)))
  }
  for (const name of shape.required ?? []) {
    if (!given.has(name)) report(node, `this needs ${JSON.stringify(name)}`)
  }
  const { oneOf, exactly = false } = shape
  if (!oneOf) return
  const there = oneOf.filter((name) => given.has(name))
  const all = oneOf.map((name) => JSON.stringify(name)).join(', ')
  if (there.length === 0) report(node, `this needs one of ${all}`)
  else if (exactly && there.length > 1) report(node, `this may have only one of ${all}`)
}

/** JSON lets the last of two have its way, and nobody sees which. */
function checkTwice(node: Node, report: Report): void {
  const seen = new Set<string>()
  for (const { key, name } of entriesOf(node)) {
    if (seen.has(name)) report(key, `${JSON.stringify(name)} is there twice: keep one`)
    seen.add(name)
  }
}

const types = {
  text: 'string',
  number: 'number',
  boolean: 'boolean',
  list: 'array',
  record: 'object',
  map: 'object',
} as const

const typeOf = ({ kind }: EitherShape['of'][number]): string => types[kind]

function nameOf(shape: Exclude<Shape, EitherShape>): string {
  if (shape.kind === 'number') {
    return `${shape.fraction ? 'a number' : 'a whole number'} from ${shape.min} to ${shape.max}`
  }
  if (shape.kind === 'text') return shape.choices ? `one of ${shape.choices.join(', ')}` : 'a text'
  if (shape.kind === 'boolean') return 'true or false'
  return shape.kind === 'list' ? 'a list' : 'an object'
}

const nodeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

const nameOfNode = ({ type, value }: Node): string => nodeNames[type] ?? `${value}`
