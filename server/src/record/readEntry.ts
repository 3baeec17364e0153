import { type Actor, type DocumentDigest, entryLine, type LogEntry } from './entry.ts'

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
  const { actor, action, step, opinion, flow, document, attachments, signature } = fields
  return (
    isBase(fields) &&
    isActor(actor) &&
    isText(action) &&
    isOptional(step, isText) &&
    isOptional(opinion, isText) &&
    isOptional(flow, isFlow) &&
    isDigest(document) &&
    Array.isArray(attachments) &&
    attachments.every((each) => isAttachment(asFields(each))) &&
    isOptional(signature, (value) => isText(value) && BASE64.test(value))
  )
}

/** Whether a line has what those of any chain have. */
export function isBase({ schema, seq, time, previous }: Fields): boolean {
  return (
    schema === 1 &&
    Number.isSafeInteger(seq) &&
    (seq as number) > 0 &&
    typeof time === 'string' &&
    TIME.test(time) &&
    !Number.isNaN(Date.parse(time)) &&
    isDigestList(previous)
  )
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

export function isOptional(value: unknown, isRight: (value: unknown) => boolean): boolean {
  return value === undefined || isRight(value)
}

function isHex(value: unknown): value is string {
  return typeof value === 'string' && HEX.test(value)
}

export function isActor(value: unknown): value is Actor {
  const fields = asFields(value)
  return (
    fields !== undefined &&
    isText(fields.name) &&
    isText(fields.organ) &&
    isOptional(fields.post, isText) &&
    isOptional(fields.certificate, isHex)
  )
}

function isFlow(value: unknown): boolean {
  const fields = asFields(value)
  return fields !== undefined && isText(fields.name) && isHex(fields.sha256)
}

export function isDigest(value: unknown): value is DocumentDigest {
  const fields = asFields(value)
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
