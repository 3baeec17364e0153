import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPdf, type PdfView } from '../../server/src/pdf/file.ts'
import { fromLatin1, latin1 } from '../../server/src/pdf/lexer.ts'
import { isStream } from '../../server/src/pdf/objects.ts'
import { readPages } from '../../server/src/pdf/pages.ts'
import { readAnyway } from '../../server/src/pdf/rebuild.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { patch, rulesOf, sign, verify } from '../sign/signing.ts'
import { judge, needJudge } from '../support/judges.ts'
import { withScratch } from '../support/scratch.ts'
import { bigEndian, lastStartXref, makePdf, SAMPLE, streamText } from './samplePdf.ts'

/** What a program makes of the sample; the folder is gone afterwards. */
function made(program: string, args: (from: string, to: string) => readonly string[]): Uint8Array {
  return withScratch((folder) => {
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
    writeFileSync(from, makePdf())
    judge(program, args(from, to))
    return new Uint8Array(readFileSync(to))
  })
}

function inFile<T>(pdf: Uint8Array, use: (path: string) => T): T {
  return withScratch((folder) => {
    writeFileSync(join(folder, 'f.pdf'), pdf)
    return use(join(folder, 'f.pdf'))
  })
}

/** As office programs write it: a complete file, then an empty table whose /XRefStm lists objects of the first part. */
function hybrid(): Uint8Array {
  const packed = streamText('/Type /ObjStm /N 1 /First 5', '12 0 << /A 1 >>')
  const objects = { ...SAMPLE, 11: packed, 13: '(placeholder)' }
  const plain = latin1(makePdf(objects))
  const start = plain.indexOf('\n13 0 obj') + 1
  const stream = `13 0 obj\n${streamText('/Type /XRef /W [1 4 1] /Index [12 1] /Size 14 /Root 1 0 R', `\x02${bigEndian(11)}\0`)}\nendobj\n`
  const end = plain.indexOf('endobj\n', start) + 'endobj\n'.length
  const moved = plain.slice(0, start) + stream + plain.slice(end)
  const table = moved.lastIndexOf('xref\n0 1')
  const fixed = moved.replace(/startxref\n\d+/, `startxref\n${table}`)
  const trailer = `xref\n0 0\ntrailer\n<< /Size 14 /Root 1 0 R /Prev ${table} /XRefStm ${start} >>\n`
  return fromLatin1(`${fixed}${trailer}startxref\n${fixed.length}\n%%EOF\n`)
}

const SOURCES: Readonly<Record<string, { readonly needs?: string; readonly make: () => Uint8Array }>> = {
  'a classic table': { make: () => makePdf() },
  'a hybrid file': { make: hybrid },
  'a linearised file': { needs: 'qpdf', make: () => made('qpdf', (from, to) => ['--linearize', from, to]) },
  'object streams': { needs: 'qpdf', make: () => made('qpdf', (from, to) => ['--object-streams=generate', from, to]) },
  'a linearised file with object streams': {
    needs: 'qpdf',
    make: () => made('qpdf', (from, to) => ['--linearize', '--object-streams=generate', from, to]),
  },
  'a file that mutool has cleaned': { needs: 'mutool', make: () => made('mutool', (from, to) => ['clean', from, to]) },
  'a file that mutool has packed': {
    needs: 'mutool',
    make: () => made('mutool', (from, to) => ['clean', '-gggz', from, to]),
  },
  'junk behind its end': { make: () => fromLatin1(`${latin1(makePdf())}\0\0 served by a proxy`) },
}

describe('a PDF as other programs write it', () => {
  for (const [name, { needs, make }] of Object.entries(SOURCES))
    it(`is signed twice and verified, and other judges agree: ${name}`, async function () {
      for (const program of ['qpdf', 'pdfsig', needs ?? 'qpdf']) needJudge(this, program)
      const pdf = make()
      assert.equal(readAnyway(pdf, readPages).rebuilt, false)
      const signed = await sign(await sign(pdf))
      assert.deepEqual(signed.subarray(0, pdf.length), pdf, 'what stood there stays byte for byte')
      const verdict = await verify(signed)
      assert.deepEqual([verdict.valid, verdict.trusted, rulesOf(verdict)], [true, true, []])
      inFile(signed, (path) => {
        const check = judge('qpdf', ['--check', path])
        assert.equal(check.code, 0, check.stdout + check.stderr)
        assert.equal(judge('pdfsig', ['-nocert', path]).stdout.match(/Signature is Valid/g)?.length, 2)
      })
    })
})

/** Damage that viewers mend, each in its own way. */
const DAMAGE: Readonly<Record<string, { readonly make: () => Uint8Array; readonly says: RegExp }>> = {
  'junk before its header': {
    make: () => fromLatin1(`HTTP/1.1 200 OK\r\n\r\n${latin1(makePdf())}`),
    says: /之前多出了不属于 PDF 的数据/,
  },
  'offsets that an editor of text has moved': {
    make: () => fromLatin1(latin1(makePdf()).replaceAll('endobj\n', 'endobj\r\n')),
    says: /第 \d+ 字节处/,
  },
  'a table that is cut off': {
    make: () => makePdf().subarray(0, latin1(makePdf()).lastIndexOf('trailer')),
    says: /没有文件尾，文件可能没有传完/,
  },
  'a last part that was lost': { make: () => makePdf().subarray(0, 1400), says: /没有文件尾/ },
  'an offset that leads astray': {
    make: () => {
      const text = latin1(makePdf())
      return fromLatin1(text.replace(`startxref\n${lastStartXref(text)}`, 'startxref\n7'.padEnd(14)))
    },
    says: /应有交叉引用表|缺少对象/,
  },
  'a table with a wrong offset': {
    make: () =>
      patch(
        makePdf(),
        `${String(latin1(makePdf()).indexOf('3 0 obj')).padStart(10, '0')} 00000 n`,
        '0000000012 00000 n',
      ),
    says: /的对象编号与交叉引用表不符/,
  },
}

function failureOf(work: () => unknown): Failure {
  try {
    work()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  return assert.fail('no failure')
}

describe('a damaged PDF', () => {
  for (const [name, { make, says }] of Object.entries(DAMAGE))
    it(`is pieced together for reading and refused for signing: ${name}`, async () => {
      const pdf = make()
      const { value, rebuilt } = readAnyway(pdf, readPages)
      assert.deepEqual([rebuilt, value.length], [true, 2])
      await assert.rejects(sign(pdf), { name: 'Failure', code: 'pdf-damaged' })
      const failure = failureOf(() => openPdf(pdf).view().resolve({ kind: 'reference', number: 3, generation: 0 }))
      assert.match(formatMessage(failure.sentence), says)
    })

  it('is rebuilt from object streams, too', function () {
    needJudge(this, 'qpdf')
    const whole = made('qpdf', (from, to) => ['--object-streams=generate', from, to])
    const { value, rebuilt } = readAnyway(whole.subarray(0, latin1(whole).lastIndexOf('startxref')), readPages)
    assert.deepEqual([rebuilt, value.length], [true, 2])
  })

  it('is read on where a stream has another length than it says', () => {
    const content = (view: PdfView) => view.resolve({ kind: 'reference', number: 5, generation: 0 })
    const pdf = makePdf({ ...SAMPLE, 5: (SAMPLE[5] as string).replace('29', '77') })
    const { value, rebuilt } = readAnyway(pdf, content)
    assert.deepEqual([rebuilt, isStream(value) && latin1(value.data)], [true, '0 0 1 rg 100 500 300 200 re f'])
  })

  it('is no ground for a signature: what is left of them is named and not judged', async () => {
    const signed = await sign(makePdf())
    const { valid, signatures, problems } = await verify(fromLatin1(`junk\n${latin1(signed)}`))
    assert.deepEqual([valid, signatures], [false, []])
    assert.deepEqual(
      problems.map(({ message }) => formatMessage(message)).filter((sentence) => sentence.includes('seal-1')),
      ['残存的数据里有签章“seal-1”，文件不完整，无法核验。'],
    )
  })

  it('is refused where nothing is left of it', () => {
    assert.throws(() => readAnyway(fromLatin1('%PDF-1.7\n1 0 obj\n(x)\nendobj\n'), readPages), { code: 'pdf-damaged' })
    assert.throws(() => readAnyway(fromLatin1('plain text'), readPages), { code: 'pdf-not-pdf' })
  })

  it('does not hang the reader with a thousand strings without an end', () => {
    const hostile = fromLatin1(`%PDF-1.7\n${'1 0 obj << /A (\n'.repeat(20_000)}`)
    assert.throws(() => readAnyway(hostile, readPages), { code: 'pdf-limit' })
  })
})

describe('an encrypted PDF', () => {
  for (const user of ['', 'secret'])
    it(`is refused with one sentence, ${user === '' ? 'also when anyone may open it' : 'with a password to open it'}`, async function () {
      needJudge(this, 'qpdf')
      const pdf = made('qpdf', (from, to) => ['--encrypt', user, 'owner', '256', '--', from, to])
      for (const work of [sign(pdf), verify(pdf)]) await assert.rejects(work, { code: 'pdf-encrypted' })
      assert.throws(() => readAnyway(pdf.subarray(0, latin1(pdf).lastIndexOf('startxref')), readPages), {
        code: 'pdf-encrypted',
      })
    })
})
