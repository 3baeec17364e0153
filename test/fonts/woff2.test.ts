import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import subsetFont from 'subset-font'
import { compress } from 'wawoff2'
import fontkit from '../../server/src/fonts/fontkit.cts'
import { readSfnt } from '../../server/src/fonts/sfnt.ts'
import { unpackWoff2 } from '../../server/src/fonts/woff2.ts'

const open = (bytes: Uint8Array) => {
  const font = fontkit.create(Buffer.from(bytes))
  return 'layout' in font ? font : assert.fail('a collection')
}

describe('a packed face', () => {
  const characters = '国务院关于加强电子公文管理的通知（2026）〔12〕号：一、甲乙丙丁鑫龘'
  let font: Uint8Array
  let unpacked: Uint8Array

  before(async () => {
    const whole = readFileSync(new URL('../../dist/fonts/songti.ttf', import.meta.url))
    const options = {
      targetFormat: 'truetype',
      keepFeatures: [],
      noHinting: true,
      dropTables: [],
      preserveNameIds: [],
    } as const
    font = await subsetFont(whole, characters, options)
    unpacked = unpackWoff2(await compress(font), brotliDecompressSync)
  })

  it('has every glyph as it was, with its box and advance', () => {
    const [was, is] = [open(font), open(unpacked)]
    assert.equal(is.numGlyphs, was.numGlyphs)
    for (let id = 0; id < was.numGlyphs; id++) {
      const [a, b] = [was.getGlyph(id), is.getGlyph(id)]
      assert.equal(b.path.toSVG(), a.path.toSVG(), `glyph ${id}`)
      assert.deepEqual([b.bbox, b.advanceWidth], [a.bbox, a.advanceWidth])
    }
    for (const character of characters) {
      const code = character.codePointAt(0) ?? 0
      assert.equal(is.glyphForCodePoint(code).id, was.glyphForCodePoint(code).id)
    }
  })

  it('has every other table byte for byte', () => {
    const [was, is] = [readSfnt(font)?.tables, readSfnt(unpacked)?.tables]
    for (const [tag, table] of was ?? []) {
      if (['glyf', 'loca', 'head'].includes(tag)) continue
      assert.equal(Buffer.compare(is?.get(tag) ?? new Uint8Array(), table), 0, tag)
    }
  })

  it('that is none is refused', () => {
    assert.throws(() => unpackWoff2(new Uint8Array(64), (bytes) => bytes), RangeError)
  })
})
