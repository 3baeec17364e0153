import { Failure } from '../../text/failure.ts'
import type { Message } from '../../text/finding.ts'
import { message } from '../../text/message.ts'
import { type Der, DerError, expect, readOid, readWhole, sequence, TAG } from '../der.ts'
import type { SealExtension } from './seal.ts'

/**
 * Reads one part of a seal or signature; what breaks in it is said with the part's name.
 * @throws Failure `seal-damaged`
 */
export function part<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof DerError) throw damaged(message('{0}读不懂，可能被改动过。', name), cause)
    throw cause
  }
}

export function damaged(sentence: Message, cause?: unknown): Failure {
  return new Failure('seal-damaged', sentence, cause)
}

/** IA5String of printable characters. */
export function readIa5(value: Der | undefined): string {
  const { content } = expect(value, TAG.ia5)
  if (content.some((byte) => byte < 0x20 || byte > 0x7e)) throw new DerError('IA5String')
  return new TextDecoder('latin1').decode(content)
}

export function readUtf8(value: Der | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(expect(value, TAG.utf8).content)
  } catch {
    throw new DerError('UTF8String')
  }
}

/**
 * ExtensionDatas, which files carry with the tag [0] or without one.
 * @param rest what stands behind the fixed fields
 */
export function readExtensions(rest: readonly Der[]): readonly SealExtension[] {
  const [value, ...more] = rest
  if (!value) return []
  if (more.length > 0) throw new DerError('values left over')
  return sequence(value.tag === 0xa0 ? readWhole(value.content) : value).map(readExtension)
}

function readExtension(value: Der): SealExtension {
  const [oid, ...rest] = sequence(value)
  const flag = rest.length === 2 ? expect(rest[0], TAG.boolean).content : Uint8Array.of(0)
  if (rest.length > 2 || flag.length !== 1 || (flag[0] !== 0 && flag[0] !== 0xff)) throw new DerError('extension')
  return { oid: readOid(oid), critical: flag[0] === 0xff, value: expect(rest.at(-1), TAG.octetString).content }
}
