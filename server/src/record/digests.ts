import { BLANK } from '../model/docNumberForm.ts'
import { readSeriesNumber } from '../model/seriesNumber.ts'
import type { Crypto } from '../ports/crypto.ts'
import { hex } from '../text/hex.ts'
import { splitText } from './canonicalText.ts'
import type { DocumentDigest, LogEntry } from './entry.ts'

/** Digests of a document, by which an entry says what it is about. */
export async function digestDocument(source: string, crypto: Crypto): Promise<DocumentDigest> {
  const { canonical, later } = splitText(source)
  const number = numberIn(later)
  const bytes = new TextEncoder().encode(canonical)
  const [sha256, sm3] = await Promise.all([crypto.digest('SHA-256', bytes), crypto.digest('SM3', bytes)])
  return { sha256: hex(sha256), sm3: hex(sm3), ...(number === undefined ? {} : { number }) }
}

/** 发文字号, or else 令号, from the lines that the canonical text leaves out; as it should be written, once it is whole. */
function numberIn(lines: readonly string[]): string | undefined {
  const written = (key: string) => {
    const line = lines.find((each) => each.startsWith(key))
    return line
      ?.replace(/^[^:：]*[:：]/, '')
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
  }
  const text = [written('发文字号'), written('令号')].find((each) => each !== undefined && !BLANK.test(each))
  return text === undefined ? undefined : (readSeriesNumber(text)?.written ?? text)
}

/** Whether a document has a place for its number and nothing whole in it. A 公文 without that place gets none (纪要, 公报). */
export function awaitsNumber(source: string): boolean {
  const { later } = splitText(source)
  return numberIn(later) === undefined && later.some((line) => /^(?:发文字号|令号)/.test(line))
}

type Attachments = LogEntry['attachments']

/** Name of the first attachment that changed, came or went; undefined while all are the same. */
export function changedAttachment(before: Attachments, now: Attachments): string | undefined {
  const digestIn = (list: Attachments, wanted: string) => list.find(({ name }) => name === wanted)?.sha256
  return [...before, ...now].find(({ name }) => digestIn(before, name) !== digestIn(now, name))?.name
}

/** Whether the texts are the same; numbers may differ. */
export function isSameDocument(a: DocumentDigest, b: DocumentDigest): boolean {
  return a.sha256 === b.sha256 && a.sm3 === b.sm3
}
