import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createFraming } from '../../server/src/node/framing.ts'
import { Failure } from '../../server/src/text/failure.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (each: Uint8Array) => new TextDecoder().decode(each)
const framed = (body: string) => `Content-Length: ${bytes(body).length}\r\n\r\n${body}`

/** Bodies of the messages, and `lost` where their beginning could not be found any more. */
function taken(chunks: readonly Uint8Array[]): readonly string[] {
  const framing = createFraming()
  const bodies: string[] = []
  for (const chunk of chunks) {
    try {
      bodies.push(...framing.take(chunk).map(text))
    } catch (error) {
      assert.ok(error instanceof Failure && error.code === 'framing')
      return [...bodies, 'lost']
    }
  }
  return bodies
}

function cut(whole: Uint8Array, lengths: readonly number[]): readonly Uint8Array[] {
  const chunks: Uint8Array[] = []
  let at = 0
  for (const length of lengths) {
    chunks.push(whole.subarray(at, at + length))
    at += length
  }
  return [...chunks, whole.subarray(at)]
}

describe('framing', () => {
  it('finds the same messages however their bytes arrive', () => {
    const bodies = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 6 })
    fc.assert(
      fc.property(bodies, fc.array(fc.nat(40)), (sent, lengths) => {
        assert.deepEqual(taken(cut(bytes(sent.map(framed).join('')), lengths)), sent)
      }),
    )
  })

  it('reads fields in any order and spelling', () => {
    const header = 'content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:  2 \r\n\r\n'
    assert.deepEqual(taken([bytes(`${header}{}`)]), ['{}'])
  })

  const unframed = {
    'a message without a header': '{"jsonrpc":"2.0","id":1,"method":"shutdown"}',
    'a header that is none': 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'no length': 'Content-Type: text/plain\r\n\r\n{}',
    'an empty header': '\r\n\r\n{}',
    'a length in words': 'Content-Length: two\r\n\r\n{}',
    'a length below nothing': 'Content-Length: -2\r\n\r\n{}',
    'four gigabytes': 'Content-Length: 4294967296\r\n\r\n{}',
    'a length that no number holds': `Content-Length: ${'9'.repeat(400)}\r\n\r\n{}`,
    'line feeds alone': 'Content-Length: 2\n\n{}',
    'a header that never ends': 'X-Nothing: at all\r\n'.repeat(1000),
    'a field that never ends': `X-Nothing: ${'at all '.repeat(1000)}`,
    'a length too short by one': `${framed('{}').replace('2', '1')}${framed('{}')}`,
  }
  for (const [name, sent] of Object.entries(unframed)) {
    it(`is lost, and at once: ${name}`, () => {
      assert.equal(taken([bytes(sent)]).at(-1), 'lost')
      assert.equal(taken(cut(bytes(sent), Array(sent.length).fill(1))).at(-1), 'lost')
    })
  }

  it('waits as long as what has arrived may become a message', () => {
    for (const begun of [
      '',
      'C',
      'Content-Length',
      'Content-Length: 2\r',
      'Content-Length: 2\r\n\r',
      framed('{}').slice(0, -1),
    ])
      assert.deepEqual(taken([bytes(begun)]), [], begun)
  })
})
