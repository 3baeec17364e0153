import assert from 'node:assert/strict'
import fc from 'fast-check'
import { fromLatin1, latin1 } from '../../server/src/pdf/lexer.ts'
import { dictionary, name, type PdfObject, reference } from '../../server/src/pdf/objects.ts'
import { parseObject } from '../../server/src/pdf/parser.ts'
import { createSink, serialize } from '../../server/src/pdf/serialize.ts'
import { Failure } from '../../server/src/text/failure.ts'

function parseText(text: string): PdfObject {
  return parseObject({ bytes: fromLatin1(text), placed: false }, 0).value
}

function write(object: PdfObject): string {
  const sink = createSink(0)
  serialize(object, sink)
  return latin1(sink.whole())
}

function bytesOf(text: string): number[] {
  const object = parseText(text)
  assert.ok(typeof object === 'object' && object?.kind === 'string')
  return [...object.bytes]
}

describe('PDF objects', () => {
  const plain: readonly (readonly [string, PdfObject])[] = [
    ['true', true],
    ['null', null],
    ['-1.5', -1.5],
    ['+.5', 0.5],
    ['4.', 4],
    ['/Name', name('Name')],
    ['/A#20B', name('A B')],
    ['/', name('')],
    ['12 0 R', reference(12)],
    ['% a comment\n7', 7],
  ]
  for (const [text, value] of plain)
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseText(text), value)
    })

  const strings: readonly (readonly [string, string])[] = [
    ['(a(b)c)', 'a(b)c'],
    ['(a\\)b)', 'a)b'],
    ['(\\101\\12)', 'A\n'],
    ['(\\1019)', 'A9'],
    ['(a\\\nb)', 'ab'],
    ['(a\r\nb)', 'a\nb'],
    ['<48 65>', 'He'],
    ['<4>', '@'],
    ['<>', ''],
  ]
  for (const [text, value] of strings)
    it(`reads the string ${JSON.stringify(text)}`, () => {
      assert.deepEqual(bytesOf(text), [...Buffer.from(value, 'latin1')])
    })

  it('tells numbers from a reference', () => {
    assert.deepEqual(parseText('[1 0 R 2 0 3]'), { kind: 'array', items: [reference(1), 2, 0, 3] })
  })

  it('marks a dictionary in which a key stands twice, whatever its spelling', () => {
    const twice = parseText('<< /Root 1 0 R /R#6fot 2 0 R >>')
    assert.equal(typeof twice === 'object' && twice?.kind === 'dictionary' && twice.repeated, true)
  })

  for (const broken of ['', '(', '<4', '<4x>', '[1', '<< /A', '<< 1 2 >>', 'xyz', '>>', '--1'])
    it(`refuses ${JSON.stringify(broken)}`, () => {
      assert.throws(() => parseText(broken), { code: 'pdf-damaged' })
    })

  it('refuses nesting without end, and does not exhaust the stack', () => {
    for (const open of ['[', '<</A', '[<</A'])
      assert.throws(() => parseText(open.repeat(100_000)), { code: 'pdf-damaged' })
  })

  it('reads what it has written', () => {
    const leaf: fc.Arbitrary<PdfObject> = fc.oneof(
      fc.constantFrom<PdfObject>(null, true, false),
      fc.integer(),
      fc.integer({ min: -99999, max: 99999 }).map((value) => value / 1000),
      fc.string({ unit: 'binary-ascii' }).map((text) => name(text.replaceAll('\0', ''))),
      fc.record({
        kind: fc.constant('string' as const),
        bytes: fc.uint8Array({ maxLength: 9 }),
        hex: fc.boolean(),
      }),
      fc.nat(9999).map((number) => reference(number)),
    )
    const { tree } = fc.letrec<{ tree: PdfObject }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }).map((items): PdfObject => ({ kind: 'array', items })),
        fc
          .dictionary(
            fc.string({ minLength: 1, maxLength: 3 }).filter((key) => key !== '__proto__'),
            tie('tree'),
            { maxKeys: 4 },
          )
          .map(dictionary),
      ),
    }))
    fc.assert(fc.property(tree, (object) => assert.deepEqual(strip(parseText(write(object))), strip(object))))
  })

  it('answers any bytes with an object or a Failure', () => {
    const scraps = fc.array(
      fc.constantFrom('<<', '>>', '[', ']', '(', ')', '<', '>', '/A', '1', '0', 'R', ' ', '%', '\n', '\\'),
    )
    fc.assert(
      fc.property(scraps, (pieces) => {
        try {
          parseText(pieces.join(''))
        } catch (error) {
          if (!(error instanceof Failure)) throw error
        }
      }),
      { numRuns: 5000 },
    )
  })
})

/** Whether a string is written as hex is a matter of taste, and prototypes of dictionaries differ. */
function strip(object: PdfObject): unknown {
  if (typeof object !== 'object' || object === null) return object
  if (object.kind === 'string') return [...object.bytes]
  if (object.kind === 'array') return object.items.map(strip)
  if (object.kind === 'dictionary') return [...object.entries].map(([key, value]) => [key, strip(value)])
  return object
}
