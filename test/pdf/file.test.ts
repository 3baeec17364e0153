import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { openPdf, type PdfView } from '../../server/src/pdf/file.ts'
import { fromLatin1, latin1 } from '../../server/src/pdf/lexer.ts'
import { dictionary, isDictionary, isStream, type PdfObject, reference } from '../../server/src/pdf/objects.ts'
import { readPages } from '../../server/src/pdf/pages.ts'
import { createUpdate } from '../../server/src/pdf/update.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { fuzzRuns } from '../support/fuzz.ts'
import { judge, needJudge } from '../support/judges.ts'
import { withScratch } from '../support/scratch.ts'
import { appendRevision, makePdf, SAMPLE } from './samplePdf.ts'

/** Lets qpdf write the sample in another way. */
function rewrite(options: readonly string[], pdf = makePdf()): Uint8Array {
  return withScratch((folder) => {
    const [from, to] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')]
    writeFileSync(from, pdf)
    const run = judge('qpdf', [...options, from, to])
    assert.equal(run.code, 0, run.stderr)
    return new Uint8Array(readFileSync(to))
  })
}

function contentOf(view: PdfView, page: number): string {
  const dictionary = view.resolve(readPages(view)[page])
  assert.ok(isDictionary(dictionary))
  const content = view.resolve(dictionary.entries.get('Contents'))
  assert.ok(isStream(content))
  return latin1(content.data)
}

describe('opening a PDF', () => {
  it('reads a classic table', () => {
    const file = openPdf(makePdf())
    assert.equal(file.revisions.length, 1)
    assert.equal(contentOf(file.view(), 1), '0 1 0 rg 100 100 50 50 re f')
  })

  const forms = [
    {
      name: 'xref and object streams',
      options: ['--object-streams=generate', '--stream-data=uncompress'],
      kind: 'stream',
    },
    { name: 'a linearised file', options: ['--linearize', '--stream-data=uncompress'], kind: 'table' },
    {
      name: 'a linearised file with streams',
      options: ['--linearize', '--object-streams=generate', '--stream-data=uncompress'],
      kind: 'stream',
    },
  ] as const
  for (const { name, options, kind } of forms)
    it(`reads ${name}, updates it, and qpdf agrees`, function () {
      needJudge(this, 'qpdf')
      const before = rewrite(options)
      const file = openPdf(before)
      assert.equal(file.revisions.length, 1)
      assert.equal(file.revisions[0]?.sections[0]?.kind, kind)
      assert.equal(contentOf(file.view(), 0).trim(), '0 0 1 rg 100 500 300 200 re f')
      const update = createUpdate(file)
      const added = update.add(dictionary({ Added: 1 }))
      const { bytes } = update.write()
      assert.deepEqual(bytes.subarray(0, before.length), before)
      const after = openPdf(bytes)
      assert.equal(after.revisions.length, 2)
      assert.deepEqual(after.view().resolve(added), dictionary({ Added: 1 }))
      assert.equal(after.view(0).resolve(added), null)
      const run = withScratch((folder) => {
        writeFileSync(join(folder, 'c.pdf'), bytes)
        return judge('qpdf', ['--check', join(folder, 'c.pdf')])
      })
      assert.match(run.stdout, /No syntax or stream encoding errors/, run.stderr)
    })

  it('reads a hybrid file: the additional stream fills in what the table calls free', () => {
    const file = openPdf(makeHybrid())
    assert.equal(file.view().resolve(reference(5)), 42)
  })

  it('keeps every revision as it was', () => {
    const pdf = appendRevision(appendRevision(makePdf(), { 20: '(one)' }), { 20: '(two)' })
    const file = openPdf(pdf)
    const texts = [0, 1, 2].map((revision) => file.view(revision).resolve(reference(20)))
    assert.deepEqual(texts.map(textOf), [undefined, 'one', 'two'])
    assert.deepEqual(
      file.revisions.map(({ end }) => latin1(pdf.subarray(end - 5, end))),
      ['%%EOF', '%%EOF', '%%EOF'],
    )
  })

  it('gives new objects numbers that no revision has used', () => {
    const file = openPdf(appendRevision(makePdf(), { 77: '(x)' }))
    assert.deepEqual(createUpdate(file).add(null), reference(78))
  })

  it('recognises an encrypted file', function () {
    needJudge(this, 'qpdf')
    const encrypted = rewrite(['--encrypt', '', 'owner', '256', '--'])
    assert.throws(() => openPdf(encrypted), { code: 'pdf-encrypted' })
  })

  it('refuses what is no PDF', () => {
    for (const bytes of [new Uint8Array(), fromLatin1('<html>'), fromLatin1('(%PDX-1.7)')])
      assert.throws(() => openPdf(bytes), { code: 'pdf-not-pdf' })
  })

  const text = latin1(makePdf())
  const damages: readonly (readonly [string, string])[] = [
    ['a table that is not where it should be', text.replace(/startxref\n\d+/, 'startxref\n7')],
    ['an offset behind the end', text.replace(/startxref\n\d+/, 'startxref\n99999999')],
    ['no end', text.slice(0, text.indexOf('startxref'))],
    ['no trailer', text.replace('trailer', 'trayler')],
    ['a table that lists an object twice', text.replace('5 1\n', '4 1\n')],
    ['an object behind the end of the file', text.replace(/(\n9 1\n)\d{10}/, '$10000099999')],
    ['a ring of tables', text.replace('/ID', `/Prev ${/startxref\n(\d+)/.exec(text)?.[1]} /ID`)],
    ['a table without end', text.replace('\n9 1\n', '\n9 99999999\n')],
    ['no root', text.replace('/Root', '/Rooo')],
  ]
  for (const [name, damaged] of damages)
    it(`refuses ${name}`, () => {
      assert.throws(() => openPdf(fromLatin1(damaged)), { code: 'pdf-damaged' })
    })

  it('refuses an object that is not the one the table says, a ring of references, and a ring of pages', () => {
    assert.throws(() => openPdf(fromLatin1(text.replace('\n9 0 obj', '\n8 0 obj'))), { code: 'pdf-damaged' })
    const ring = openPdf(makePdf({ ...SAMPLE, 20: '21 0 R', 21: '20 0 R' }))
    assert.throws(() => ring.view().resolve(reference(20)), { code: 'pdf-damaged' })
    const pages = openPdf(makePdf({ ...SAMPLE, 2: '<< /Type /Pages /Kids [2 0 R 3 0 R] >>' }))
    assert.throws(() => readPages(pages.view()), { code: 'pdf-damaged' })
    const length = openPdf(makePdf({ ...SAMPLE, 20: '<< /Length 20 0 R >>\nstream\n\nendstream' }))
    assert.throws(() => length.view().resolve(reference(20)), { code: 'pdf-damaged' })
  })

  it('answers any damage with a file or a Failure', function () {
    this.timeout(120_000)
    needJudge(this, 'qpdf')
    const sources = [makePdf(), rewrite(['--object-streams=generate'])]
    const change = fc.record({ at: fc.nat(100_000), byte: fc.nat(255), cut: fc.nat(3) })
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.array(change, { minLength: 1, maxLength: 5 }), (source, changes) => {
        let bytes = Uint8Array.from(source)
        for (const { at, byte, cut } of changes) {
          const place = at % bytes.length
          bytes[place] = byte
          if (cut === 1 && place > 9)
            bytes = Uint8Array.from([...bytes.subarray(0, place), ...bytes.subarray(place + 1)])
        }
        readAll(bytes)
      }),
      { numRuns: fuzzRuns(500) },
    )
  })
})

function textOf(object: PdfObject): string | undefined {
  return typeof object === 'object' && object?.kind === 'string' ? latin1(object.bytes) : undefined
}

/** Everything that reading can come across. */
function readAll(bytes: Uint8Array): void {
  try {
    const view = openPdf(bytes).view()
    readPages(view)
    for (let number = 0; number < 40; number++) view.resolve(reference(number))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}

/** A table that calls object 5 free, and an xref stream that knows better (ISO 32000-1 7.5.8.4). */
function makeHybrid(): Uint8Array {
  let text =
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] >>\nendobj\n'
  const places = ['1 0 obj', '2 0 obj'].map((mark) => text.indexOf(mark))
  const packed = text.length
  text += '4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length 6 >>\nstream\n5 0 42\nendstream\nendobj\n'
  const hidden = text.length
  const rows = `\x01${String.fromCharCode(packed >> 8, packed & 255)}\x00\x02\x00\x04\x00`
  text += `6 0 obj\n<< /Type /XRef /W [1 2 1] /Index [4 2] /Size 7 /Root 1 0 R /Length 8 >>\nstream\n${rows}\nendstream\nendobj\n`
  const table = text.length
  const entries = places.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 6\n0000000003 65535 f \n${entries}${'0000000000 65535 f \n'.repeat(3)}`
  text += `trailer\n<< /Size 7 /Root 1 0 R /XRefStm ${hidden} >>\nstartxref\n${table}\n%%EOF\n`
  return fromLatin1(text)
}
