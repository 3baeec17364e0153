import assert from 'node:assert/strict'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { printSource } from '../conformance/cases.ts'
import { onePixelJpeg, onePixelPng } from '../press/pictures.ts'
import { patch } from '../sign/signing.ts'
import { bundledPress } from '../support/press.ts'
import { openArchive } from './archive.ts'
import { faultsOf } from './faults.ts'
import { SAMPLES, sourceOf } from './samples.ts'

describe('PDF/A, object by object', () => {
  for (const { name, options = [], seals } of SAMPLES) {
    it(`${name} is PDF/A-2b, and still is when it is signed`, async () => {
      const plain = openArchive(await printSource(sourceOf(name), { options, seals: 0 }))
      assert.deepEqual(faultsOf(plain), [])
      assert.equal(fieldsOf(plain).filter((signed) => !signed).length, seals)
      if (seals === 0) return
      const signed = openArchive(await printSource(sourceOf(name), { options, seals }))
      assert.deepEqual(faultsOf(signed), [])
      assert.equal(fieldsOf(signed).filter((signed) => signed).length, seals)
    })
  }

  it('holds for pictures too, clear ones included', async () => {
    assert.deepEqual(faultsOf(openArchive(await printed(`${TEXT}\n![图一](甲.png)\n\n![图二](乙.jpg)\n`))), [])
  })

  it('holds as PDF/A-3b with its source inside', async () => {
    const archive = openArchive(await printed(TEXT, true))
    assert.deepEqual(faultsOf(archive), [])
    const [file] = archive.root.list('AF').map(archive.values)
    assert.equal(file?.text('UF'), '通知.gw.md')
    assert.equal(new TextDecoder().decode(archive.decode(file?.dictionary('EF').at('F') ?? null)), TEXT)
  })
})

const TEXT =
  '---\n发文机关: 某某市人民政府\n成文日期: 2026年11月22日\n---\n\n# 关于“A&B”<一期>试点的通知\n\n现通知如下。\n'

async function printed(text: string, attachSource = false): Promise<Uint8Array> {
  const uri = 'file:///发文/通知.gw.md'
  const press = bundledPress({
    read: async (picture) => (picture.endsWith('png') ? onePixelPng : onePixelJpeg),
    write: () => assert.fail('the press writes no file'),
    list: async () => [],
  })
  press.update(uri, 1, text, EMPTY_PROFILE)
  return press.pdf(uri, { epoch: 1_790_000_000, attachSource }, new AbortController().signal)
}

/** Of each signature field whether it is signed. */
function fieldsOf({ pages, values }: ReturnType<typeof openArchive>): readonly boolean[] {
  return pages.flatMap((page) => page.list('Annots').map((widget) => values(widget).at('V') !== null))
}

describe('the examination itself', () => {
  const DAMAGE: readonly (readonly [what: string, from: string, to: string, fault: RegExp])[] = [
    ['an annotation that is not printed', '/F 4', '/F 0', /6\.3\.2/],
    ['a drawing for the mouse', '/AP <<\n/N', '/AP <<\n/D', /6\.3\.3/],
    ['another blend mode', '/BM /Multiply', '/BM /Screen', /6\.2\.10/],
    ['an alpha', '/BM /Multiply', '/ca 0', /6\.2\.5/],
    ['a profile of printing ink', '/N 3', '/N 4', /6\.2\.3/],
    ['no output intent', '/OutputIntents', '/OutputIntentz', /6\.2\.3/],
    ['a program that opens it', '/Type /Catalog', '/AA <<>>', /6\.5/],
    ['another language', '(zh-CN)', '(en)', /6\.7\.4/],
    ['a font whose codes are no glyphs', '/CIDToGIDMap /Identity', '/CIDToGIDMap /Nothing', /6\.2\.11\.3\.2/],
    ['wrong widths', '/W [0 [1000 1000', '/W [0 [1000 900', /6\.2\.11\.5/],
    ['no text behind the glyphs', '/ToUnicode', '/ToUnicodf', /6\.2\.11\.7/],
    ['a font elsewhere', '/FontFile2', '/FontFile9', /6\.2\.11\.4/],
    ['another filter', '/FlateDecode', '/Crypt', /6\.1\.7\.2/],
    ['metadata of another part', '<pdfaid:part>2<', '<pdfaid:part>1<', /6\.6\.4/],
    [
      'another title in the metadata',
      '<dc:format>application/pdf</dc:format><dc:title>',
      '<dc:title></dc:title>',
      /6\.6\.3/,
    ],
    ['metadata that is described nowhere', '<gw:genre>', '<gw:genra>', /6\.6\.2\.3/],
    ['a file that is not the source', '/AFRelationship /Source', '/AFRelationship /Data', /6\.8/],
    ['a file that the catalog does not name', '/AF [', '/AG [', /6\.8/],
  ]
  for (const [what, from, to, fault] of DAMAGE) {
    it(`finds ${what}`, async () => {
      const pdf = await printed(TEXT, what.startsWith('a file that'))
      const faults = faultsOf(openArchive(patch(pdf, from, to)))
      assert.ok(
        faults.some((each) => fault.test(each)),
        faults.join('\n'),
      )
    })
  }
})
