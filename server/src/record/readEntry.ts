import { type Actor, entryLine, type LogEntry } from './entry.ts'

type Fields = Readonly<Record<string, unknown>>

const HEX = /^[0-9a-f]{64}$/
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** An entry from its line; undefined for anything but the one spelling that {@link entryLine} gives. */
export function readEntry(line: string): LogEntry | undefined {
  const fields = fieldsOf(line)
  if (!fields || !isEntry(fields)) return undefined
  return entryLine(fields) === line ? fields : undefined
}

/** An object from a line of JSON. */
export function fieldsOf(line: string): Fields | undefined {
  try {
    return asFields(JSON.parse(line))
  } catch {
    return undefined
  }
}

function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

function isEntry(fields: Fields): fields is Fields & LogEntry {
  const { schema, seq, time, actor, action, step, opinion, document, attachments, previous, signature } = fields
  return (
    schema === 1 &&
    Number.isSafeInteger(seq) &&
    (seq as number) > 0 &&
    typeof time === 'string' &&
    TIME.test(time) &&
    !Number.isNaN(Date.parse(time)) &&
    isActor(asFields(actor)) &&
    isText(action) &&
    isOptional(step, isText) &&
    isOptional(opinion, isText) &&
    isDigest(asFields(document)) &&
    Array.isArray(attachments) &&
    attachments.every((each) => isAttachment(asFields(each))) &&
    isDigestList(previous) &&
    isOptional(signature, (value) => isText(value) && BASE64.test(value))
  )
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isOptional(value: unknown, isRight: (value: unknown) => boolean): boolean {
  return value === undefined || isRight(value)
}

function isHex(value: unknown): value is string {
  return typeof value === 'string' && HEX.test(value)
}

function isActor(fields: Fields | undefined): fields is Fields & Actor {
  return (
    fields !== undefined &&
    isText(fields.name) &&
    isText(fields.organ) &&
    isOptional(fields.post, isText) &&
    isOptional(fields.certificate, isHex)
  )
}

function isDigest(fields: Fields | undefined): boolean {
  return fields !== undefined && isHex(fields.sha256) && isHex(fields.sm3) && isOptional(fields.number, isText)
}

function isAttachment(fields: Fields | undefined): boolean {
  return fields !== undefined && isText(fields.name) && isHex(fields.sha256)
}

/** Sorted and without repetition: the same parents are written in one way only. */
export function isDigestList(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.every((each, index) => isHex(each) && (index === 0 || (value[index - 1] as string) < each))
  )
}
