// Where each message begins and ends in the bytes that an editor sends (LSP 3.17, Base Protocol).
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'

/** Two fields are defined; nobody sends as many bytes of them. */
const MOST_HEADER = 4096
/** A wrong length swallows all that follows; no editor sends a text as long as this. */
const MOST_BODY = 2 ** 28

const CR = 13
const LF = 10
const WHOLE = /^(?:[\w-]+:[^\r\n]*\r\n)+\r\n$/
/** What may still become a whole one. */
const BEGUN = /^(?:[\w-]+:[^\r\n]*\r\n)*(?:[\w-]*|[\w-]+:[^\r\n]*\r?|\r)$/

export interface Framing {
  /**
   * Takes in what has arrived; returns the bodies of the messages that it completes.
   * @throws {Failure} `framing`: nobody can tell any more where a message begins
   */
  take(chunk: Uint8Array): readonly Uint8Array[]
}

export function createFraming(): Framing {
  /** What has arrived and is no message yet. */
  let waiting: Uint8Array[] = []
  let size = 0
  /** How many bytes `waiting` must have before it is worth a look. */
  let wanted = 0
  let body: number | undefined

  return {
    take(chunk) {
      waiting.push(chunk)
      size += chunk.length
      if (size < wanted) return []
      let rest = joined(waiting)
      const bodies: Uint8Array[] = []
      for (;;) {
        if (body === undefined) {
          const end = headerEnd(rest)
          if (end === undefined) break
          body = lengthIn(rest.subarray(0, end))
          rest = rest.subarray(end)
        }
        if (rest.length < body) break
        bodies.push(rest.subarray(0, body))
        rest = rest.subarray(body)
        body = undefined
      }
      waiting = [rest]
      size = rest.length
      wanted = body ?? 0
      return bodies
    },
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0] as Uint8Array
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** Where the body begins; undefined as long as the header may still become one. */
function headerEnd(bytes: Uint8Array): number | undefined {
  for (let at = 3; at < Math.min(bytes.length, MOST_HEADER); at++) {
    if (bytes[at] === LF && bytes[at - 1] === CR && bytes[at - 2] === LF && bytes[at - 3] === CR) return at + 1
  }
  if (bytes.length >= MOST_HEADER || !BEGUN.test(asText(bytes))) throw lost(bytes)
  return undefined
}

function lengthIn(header: Uint8Array): number {
  const text = asText(header)
  const [, digits] = /^content-length:[ \t]*(\d+)[ \t]*\r$/im.exec(text) ?? []
  if (digits === undefined || !WHOLE.test(text)) throw lost(header)
  if (Number(digits) > MOST_BODY)
    throw new Failure('framing', message('编辑器发来的消息自称有 {0} 字节，收不下。校对服务已退出。', digits))
  return Number(digits)
}

function lost(header: Uint8Array): Failure {
  const beginning = JSON.stringify(asText(header.subarray(0, 40)))
  return new Failure('framing', message('编辑器发来的消息没有写明长度，读不下去：{0}。校对服务已退出。', beginning))
}

function asText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
