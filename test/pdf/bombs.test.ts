import assert from 'node:assert/strict'
import { deflateSync } from 'node:zlib'
import { openPdf } from '../../server/src/pdf/file.ts'
import { fromLatin1, latin1 } from '../../server/src/pdf/lexer.ts'
import { reference } from '../../server/src/pdf/objects.ts'
import { appendRevision, bigEndian, lastStartXref, SAMPLE, streamText } from './samplePdf.ts'

const LIMIT = { name: 'Failure', code: 'pdf-limit' }

function flate(dictionary: string, data: string): string {
  return streamText(`${dictionary} /Filter /FlateDecode`, latin1(deflateSync(fromLatin1(data))))
}

/** A revision that is nothing but an xref stream. */
function withTable(text: string, keys: string, data: string): string {
  const start = text.length
  const prev = start > 100 ? `/Prev ${lastStartXref(text)}` : ''
  const table = flate(`/Type /XRef /Root 1 0 R ${prev} ${keys}`, data)
  return `${text}9 0 obj\n${table}\nendobj\nstartxref\n${start}\n%%EOF\n`
}

/** The sample with one object stream of so many small dictionaries, from object 100 on. */
function withContainer(count: number): Uint8Array {
  const heads = Array.from({ length: count }, (_, index) => `${100 + index} ${index * 8} `).join('')
  const container = flate(`/Type /ObjStm /N ${count} /First ${heads.length}`, heads + '<</A 1>>'.repeat(count))
  let text = '%PDF-1.7\n'
  const rows: string[] = []
  const objects = { ...SAMPLE, 40: container }
  for (const [number, object] of Object.entries(objects)) {
    rows.push(`\x01${bigEndian(text.length)}\0\0\0`)
    text += `${number} 0 obj\n${object}\nendobj\n`
  }
  rows.push(`\x01${bigEndian(text.length)}\0\0\0`)
  for (let index = 0; index < count; index++) rows.push(`\x02${bigEndian(40)}${bigEndian(index).slice(1)}`)
  const index = `${Object.keys(objects).map((number) => `${number} 1`)} 41 1 100 ${count}`.replaceAll(',', ' ')
  const start = text.length
  const table = flate(`/Type /XRef /W [1 4 3] /Index [${index}] /Size ${100 + count} /Root 1 0 R`, rows.join(''))
  return fromLatin1(`${text}41 0 obj\n${table}\nendobj\nstartxref\n${start}\n%%EOF\n`)
}

describe('a small PDF that would unfold to a large one', () => {
  it('may not list millions of objects in no bytes at all', () => {
    const pdf = withTable('%PDF-1.7\n', '/Size 8388607 /W [0 0 0]', '')
    assert.throws(() => openPdf(fromLatin1(pdf)), LIMIT)
  })

  it('may not list them in packed zeros', () => {
    const pdf = withTable('%PDF-1.7\n', '/Size 2000000 /W [1 0 0]', '\0'.repeat(2_000_000))
    assert.throws(() => openPdf(fromLatin1(pdf)), LIMIT)
  })

  it('may not list them in many tables', () => {
    let text = '%PDF-1.7\n'
    for (let table = 0; table < 20; table++) text = withTable(text, '/Size 50000 /W [1 0 0]', '\0'.repeat(50_000))
    assert.throws(() => openPdf(fromLatin1(text)), LIMIT)
  })

  it('may list as many objects as a book has', () => {
    const pdf = withContainer(50_000)
    assert.equal(openPdf(pdf).view().entry(50_099)?.kind, 'packed')
  })

  it('unpacks an object stream once for all revisions', () => {
    let pdf = withContainer(3)
    for (let revision = 0; revision < 5; revision++) pdf = appendRevision(pdf, { 200: '<< >>' })
    const file = openPdf(pdf)
    const [first, ...others] = file.revisions.map((_, revision) => file.view(revision).resolve(reference(100)))
    assert.ok(first !== null)
    for (const other of others) assert.equal(other, first)
  })

  it('may not have object streams that unpack to many times the file', () => {
    const nothing = flate('/Type /ObjStm /N 1 /First 4', `7 0 ${' '.repeat(20_000_000)}1`)
    const pdf = appendRevision(withContainer(1), { 50: nothing, 51: nothing, 52: nothing })
    const { view } = openPdf(pdf)
    const unpackAll = () => [50, 51, 52].map((number) => view().packedIn(number))
    assert.throws(unpackAll, LIMIT)
  })
})
