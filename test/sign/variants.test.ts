import assert from 'node:assert/strict'
import { join } from 'node:path'
import { openPdf } from '../../server/src/pdf/file.ts'
import { isArray, isDictionary, isStream, nameOf, type PdfObject } from '../../server/src/pdf/objects.ts'
import { readPages } from '../../server/src/pdf/pages.ts'
import { readSignatureFields } from '../../server/src/sign/fields.ts'
import { makePdf, SAMPLE } from '../pdf/samplePdf.ts'
import { judge, needJudge } from '../support/judges.ts'
import { inFolder } from './judging.ts'
import { rulesOf, sign, verify } from './signing.ts'

/** Two fields as the typesetter leaves them, one for each organ. */
function jointPdf(): Uint8Array {
  const named = (number: 6 | 7, organ: string): string => {
    const hex = Buffer.from(`\ufeff${organ}`, 'utf16le').swap16().toString('hex')
    return (SAMPLE[number] as string).replace('/F 4', `/F 4 /TU <${hex}>`)
  }
  return makePdf({ ...SAMPLE, 6: named(6, '某某市教育局'), 7: named(7, '某某市人民政府') })
}

const signedFields = (pdf: Uint8Array): readonly string[] => {
  const view = openPdf(pdf).view()
  return readSignatureFields(view).flatMap(({ name, value }) => (isDictionary(view.resolve(value)) ? [name] : []))
}

describe('certification', () => {
  for (const level of [1, 2, 3] as const)
    it(`of level ${level}: a further signature is ${level === 1 ? 'refused' : 'made, and both are good'}`, async () => {
      const certified = await sign(makePdf(), { certify: level })
      const alone = await verify(certified)
      assert.equal(alone.valid && alone.trusted, true)
      if (level === 1) return assert.rejects(sign(certified), { code: 'sign-locked' })
      const both = await verify(await sign(certified))
      assert.deepEqual(rulesOf(both), [])
      assert.deepEqual(
        both.signatures.map(({ changesAfter }) => changesAfter),
        ['allowed', 'none'],
      )
    })

  it('is for the first signature only', async () => {
    await assert.rejects(sign(await sign(makePdf()), { certify: 2 }), { code: 'sign-certify-late' })
  })

  it('is a sound PDF', async function () {
    needJudge(this, 'qpdf')
    await inFolder({ 'f.pdf': await sign(makePdf(), { certify: 2 }) }, (folder) => {
      assert.match(
        judge('qpdf', ['--check', join(folder, 'f.pdf')]).stdout,
        /No syntax or stream encoding errors found/,
      )
    })
  })
})

describe('联合行文', () => {
  it('an organ signs beside its own 署名 without being told where', async () => {
    const pdf = await sign(jointPdf())
    assert.deepEqual(signedFields(pdf), ['seal-2'])
    assert.equal((await verify(pdf)).signatures[0]?.matchesSignatory, true)
  })

  it('the organ named decides, and a certificate of another one is told', async () => {
    const pdf = await sign(jointPdf(), { organ: '某某市教育局' })
    assert.deepEqual(signedFields(pdf), ['seal-1'])
    const verdict = await verify(pdf)
    assert.equal(verdict.signatures[0]?.matchesSignatory, false)
    assert.deepEqual(rulesOf(verdict), ['sign-signatory'])
  })

  it('each signs in turn, and the earlier signatures stay good', async () => {
    const first = await sign(jointPdf(), { organ: '某某市教育局' }, '某某市教育局')
    const second = await sign(first)
    assert.deepEqual(signedFields(second), ['seal-1', 'seal-2'])
    const { signatures } = await verify(second)
    assert.deepEqual(
      signatures.map(({ matchesSignatory, changesAfter, integrity }) => [matchesSignatory, changesAfter, integrity]),
      [
        [true, 'allowed', 'ok'],
        [true, 'none', 'ok'],
      ],
    )
  })

  it('an organ for which there is no place is refused with those that there are', async () => {
    await assert.rejects(sign(jointPdf(), { organ: '某某市财政局' }), { code: 'sign-organ-missing' })
  })
})

type Four = [number, number, number, number]

interface Strip {
  readonly rect: Four
  readonly matrix: readonly [number, number]
}

/** The strips of a 骑缝章, page by page: where each lies, and the direction of its writing. */
function stripsOf(pdf: Uint8Array): readonly Strip[] {
  const view = openPdf(pdf).view()
  const numbers = (value: PdfObject): readonly number[] => (isArray(value) ? value.items.map(Number) : [])
  return readPages(view).flatMap((page) => {
    const dictionary = view.resolve(page)
    const list = isDictionary(dictionary) ? view.resolve(dictionary.entries.get('Annots')) : null
    return (isArray(list) ? list.items : []).flatMap((item) => {
      const annotation = view.resolve(item)
      if (!isDictionary(annotation) || nameOf(annotation.entries.get('Subtype')) !== 'Stamp') return []
      const appearance = annotation.entries.get('AP')
      const form = isDictionary(appearance) ? view.resolve(appearance.entries.get('N')) : null
      const [a = 1, b = 0] = isStream(form) ? numbers(form.dictionary.entries.get('Matrix') ?? null) : []
      return [{ rect: numbers(annotation.entries.get('Rect') ?? null) as Four, matrix: [a, b] as const }]
    })
  })
}

/** Where a point of a page cropped to 20, 40, 500, 742 is shown when the page is turned clockwise (7.7.3.3). */
function shown(turn: number, x: number, y: number): readonly [number, number] {
  switch (((turn % 360) + 360) % 360) {
    case 90:
      return [y - 40, 500 - x]
    case 180:
      return [500 - x, 742 - y]
    case 270:
      return [742 - y, x - 20]
    default:
      return [x - 20, y - 40]
  }
}

describe('骑缝章', () => {
  it('is a strip on the right edge of each page, under the signature', async function () {
    needJudge(this, 'qpdf')
    const pdf = await sign(makePdf(), { straddle: true })
    const verdict = await verify(pdf)
    assert.deepEqual(rulesOf(verdict), [])
    assert.equal(verdict.valid, true)
    const view = openPdf(pdf).view()
    const strips = readPages(view).flatMap((page) => {
      const dictionary = view.resolve(page)
      const list = isDictionary(dictionary) ? view.resolve(dictionary.entries.get('Annots')) : null
      return (isArray(list) ? list.items : []).flatMap((item) => {
        const annotation = view.resolve(item)
        if (!isDictionary(annotation) || nameOf(annotation.entries.get('Subtype')) !== 'Stamp') return []
        const rect = annotation.entries.get('Rect')
        return [[isArray(rect) ? rect.items[0] : 0, isArray(rect) ? rect.items[2] : 0, annotation.entries.get('F')]]
      })
    })
    assert.deepEqual(
      strips,
      [
        [535.5, 595, 196],
        [535.5, 595, 196],
      ],
      'printed and locked, not hidden: as PDF/A wants',
    )
    await inFolder({ 'f.pdf': pdf }, (folder) => {
      assert.match(
        judge('qpdf', ['--check', join(folder, 'f.pdf')]).stdout,
        /No syntax or stream encoding errors found/,
      )
    })
  })

  it('leaves later signatures possible, and is not possible after one', async () => {
    const both = await sign(await sign(makePdf(), { straddle: true }))
    assert.equal((await verify(both)).valid, true)
    await assert.rejects(sign(await sign(makePdf()), { straddle: true }), { code: 'sign-straddle-late' })
  })

  for (const turn of [0, 90, 180, 270, -90, 450])
    it(`lies on the edge that is shown on the right, upright, of a page that is cropped and turned by ${turn}°`, async () => {
      const box = `/CropBox [20 40 500 742] /Rotate ${turn}`
      const page = (number: 3 | 4) => (SAMPLE[number] as string).replace('/Parent', `${box} /Parent`)
      const signed = await sign(makePdf({ ...SAMPLE, 3: page(3), 4: page(4) }), { straddle: true })
      const [first, second] = stripsOf(signed)
      const [width, height] = turn % 180 === 0 ? [480, 702] : [702, 480]
      for (const { rect, matrix } of [first, second] as Strip[]) {
        const [[x1, y1], [x2, y2]] = [shown(turn, rect[0], rect[1]), shown(turn, rect[2], rect[3])]
        assert.equal(Math.max(x1, x2), width)
        assert.equal(Math.abs(x2 - x1), 59.5)
        assert.equal(Math.abs(y2 - y1), 119)
        assert.equal((y1 + y2) / 2, height / 2)
        const [origin, ahead] = [shown(turn, 0, 0), shown(turn, matrix[0], matrix[1])]
        assert.deepEqual([ahead[0] - origin[0], ahead[1] - origin[1]], [1, 0], 'reads from left to right')
      }
    })

  it('needs more than one page', async () => {
    const page = makePdf({ ...SAMPLE, 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' })
    await assert.rejects(sign(page, { straddle: true }), { code: 'sign-straddle-page' })
  })
})
