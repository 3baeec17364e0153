import assert from 'node:assert/strict'
import { PNG } from 'pngjs'
import { openPdf, type PdfView } from '../../server/src/pdf/file.ts'
import { inflate } from '../../server/src/pdf/flate.ts'
import {
  isArray,
  isDictionary,
  isReference,
  isStream,
  isString,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfStream,
} from '../../server/src/pdf/objects.ts'
import { readSignatureFields } from '../../server/src/sign/fields.ts'
import { signPdf } from '../../server/src/sign/sign.ts'
import { readTextString } from '../../server/src/sign/textString.ts'
import { makePdf, SAMPLE } from '../pdf/samplePdf.ts'
import { clockAt, ports, rangeOf, rulesOf, sign, testSigner, verify } from './signing.ts'

function fieldNamed(view: PdfView, wanted: string): PdfDictionary {
  const field = readSignatureFields(view).find(({ name }) => name === wanted)
  assert.ok(field, `no field ${wanted}`)
  return field.dictionary
}

function dictionaryAt(view: PdfView, object: PdfObject | undefined): PdfDictionary {
  const found = view.resolve(object)
  assert.ok(isDictionary(found))
  return found
}

function textAt(view: PdfView, dictionary: PdfDictionary, key: string): string {
  const text = view.resolve(dictionary.entries.get(key))
  assert.ok(isString(text))
  return readTextString(text.bytes)
}

function streamAt(view: PdfView, object: PdfObject | undefined): PdfStream {
  const found = view.resolve(object)
  assert.ok(isStream(found))
  return found
}

/** A red dot on a clear ground, 4 × 2 pixels. */
function sealPng(): Uint8Array {
  const png = new PNG({ width: 4, height: 2 })
  for (let i = 0; i < 8; i++) png.data.set(i === 3 ? [255, 0, 0, 128] : [9, 9, 9, 0], i * 4)
  return new Uint8Array(PNG.sync.write(png))
}

const place = { page: 1, rect: [50, 60, 100, 100] } as const

describe('signing', () => {
  it('fills the first empty field and shows the seal that the painter left there', async () => {
    const view = openPdf(await sign(makePdf())).view()
    const field = fieldNamed(view, 'seal-1')
    const appearance = dictionaryAt(view, field.entries.get('AP')).entries.get('N')
    assert.deepEqual(appearance, { kind: 'reference', number: 9, generation: 0 })
    assert.equal(field.entries.get('F'), 132, 'printed and locked')
    assert.equal(fieldNamed(view, 'seal-2').entries.has('V'), false)
    const catalog = dictionaryAt(view, view.trailer.entries.get('Root'))
    assert.equal(dictionaryAt(view, catalog.entries.get('AcroForm')).entries.get('SigFlags'), 3)
  })

  it('writes name, reason and place so that readers show Chinese, and the time with its zone', async () => {
    const view = openPdf(await sign(makePdf(), { reason: '发文', location: '某某市' })).view()
    const signature = dictionaryAt(view, fieldNamed(view, 'seal-1').entries.get('V'))
    assert.equal(nameOf(signature.entries.get('SubFilter')), 'ETSI.CAdES.detached')
    assert.equal(textAt(view, signature, 'Name'), '某某市人民政府（测试）')
    assert.equal(textAt(view, signature, 'Reason'), '发文')
    assert.equal(textAt(view, signature, 'Location'), '某某市')
    assert.equal(textAt(view, signature, 'M'), "D:20261123150000+08'00'")
    const name = signature.entries.get('Name')
    assert.ok(isString(name) && name.bytes[0] === 0xfe && name.bytes[1] === 0xff, 'UTF-16BE with its mark')
  })

  it('leaves the old bytes as they are and covers all others', async () => {
    const before = makePdf()
    const after = await sign(before)
    assert.deepEqual(after.subarray(0, before.length), before)
    const [start, , end, rest] = rangeOf(after)
    assert.equal(start, 0)
    assert.equal(end + rest, after.length)
  })

  it('gives the same bytes for the same input and clock', async () => {
    assert.deepEqual(await sign(makePdf()), await sign(makePdf()))
  })

  it('signs the field that is named', async () => {
    const view = openPdf(await sign(makePdf(), { field: 'seal-2' })).view()
    assert.equal(fieldNamed(view, 'seal-1').entries.has('V'), false)
    assert.equal(fieldNamed(view, 'seal-2').entries.has('V'), true)
  })

  it('signs a file without any field invisibly, and one more time', async () => {
    const plain = makePdf({ ...SAMPLE, 1: '<< /Type /Catalog /Pages 2 0 R >>', 3: SAMPLE[4] as string })
    const twice = await sign(await sign(plain))
    const verdict = await verify(twice)
    assert.deepEqual(
      verdict.signatures.map(({ field }) => field),
      ['签章1', '签章2'],
    )
    assert.equal(verdict.valid && verdict.trusted, true)
  })

  it('puts an image seal on the page of a foreign file and keeps its transparency', async () => {
    const foreign = makePdf({ ...SAMPLE, 1: '<< /Type /Catalog /Pages 2 0 R >>', 3: SAMPLE[4] as string })
    const view = openPdf(await sign(foreign, { place, seal: sealPng() })).view()
    const field = fieldNamed(view, '签章1')
    const rect = field.entries.get('Rect')
    assert.deepEqual(isArray(rect) && rect.items, [50, 60, 150, 160])
    assert.deepEqual(field.entries.get('P'), { kind: 'reference', number: 4, generation: 0 })
    const form = streamAt(view, dictionaryAt(view, field.entries.get('AP')).entries.get('N'))
    const resources = dictionaryAt(view, form.dictionary.entries.get('Resources'))
    const image = streamAt(view, dictionaryAt(view, resources.entries.get('XObject')).entries.get('Seal'))
    assert.deepEqual([...inflate(image.data)].slice(9, 12), [255, 0, 0])
    const mask = streamAt(view, image.dictionary.entries.get('SMask'))
    assert.deepEqual([...inflate(mask.data)], [0, 0, 0, 128, 0, 0, 0, 0])
  })

  it('warns when a later signer adds a visible field, because it can cover the text', async () => {
    const first = await sign(await sign(makePdf()))
    const verdict = await verify(await sign(first, { place, seal: sealPng() }))
    assert.equal(verdict.valid, true)
    assert.deepEqual(rulesOf(verdict), ['sign-new-visible-field'])
  })

  it('puts an image seal into a prepared field instead of the drawn one', async () => {
    const view = openPdf(await sign(makePdf(), { seal: sealPng() })).view()
    const appearance = dictionaryAt(view, fieldNamed(view, 'seal-1').entries.get('AP')).entries.get('N')
    assert.ok(isReference(appearance) && appearance.number !== 9)
  })

  it('keeps fifty signatures valid', async function () {
    this.timeout(60_000)
    let pdf = makePdf()
    for (let i = 0; i < 50; i++) pdf = await sign(pdf)
    const verdict = await verify(pdf)
    assert.equal(verdict.signatures.length, 50)
    assert.equal(verdict.valid && verdict.trusted, true)
  })

  const failures = [
    { name: 'a field that does not exist', request: { field: 'seal-9' }, code: 'sign-field-missing' },
    { name: 'a seal image that is none', request: { seal: new Uint8Array(9) }, code: 'sign-seal-image' },
    { name: 'half of a seal image', request: { seal: sealPng().subarray(0, 60) }, code: 'sign-seal-image' },
  ]
  for (const { name, request, code } of failures)
    it(`refuses ${name}`, async () => {
      await assert.rejects(sign(makePdf(), request), { code })
    })

  it('refuses a field that is signed already', async () => {
    await assert.rejects(sign(await sign(makePdf()), { field: 'seal-1' }), { code: 'sign-field-filled' })
  })

  it('refuses a page that is not there, a place without area, and a place without a picture', async () => {
    const full = await sign(await sign(makePdf()))
    const seal = sealPng()
    await assert.rejects(sign(full, { place: { ...place, page: 2 }, seal }), { code: 'sign-page' })
    await assert.rejects(sign(full, { place: { page: 0, rect: [0, 0, 0, 9] }, seal }), { code: 'sign-page' })
    await assert.rejects(sign(full, { place }), { code: 'sign-seal-missing' })
  })

  it('refuses an expired certificate by the clock', async () => {
    const { key } = await testSigner()
    const late = { ...ports, clock: clockAt('2030-01-01T00:00:00Z') }
    await assert.rejects(signPdf(makePdf(), key, {}, late), { code: 'sign-certificate-expired' })
  })

  it('refuses what is no PDF', async () => {
    await assert.rejects(sign(new TextEncoder().encode('hello')), { code: 'pdf-not-pdf' })
    await assert.rejects(sign(new Uint8Array()), { code: 'pdf-not-pdf' })
  })
})
