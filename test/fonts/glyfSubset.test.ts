import assert from 'node:assert/strict'
import fontkit from '../../server/src/fonts/fontkit.cts'
import { glyfSubsets } from '../../server/src/fonts/glyfSubset.ts'
import { openFace } from '../../server/src/fonts/openedFace.ts'
import { readSfnt, writeSfnt } from '../../server/src/fonts/sfnt.ts'
import { bundledFaces, faceKey } from '../support/faces.ts'

/** A character map for reading a subset back: `first` and what follows are glyphs 1, 2, … */
function cmapOf(first: number, count: number): Uint8Array {
  const table = new Uint8Array(40)
  const data = new DataView(table.buffer)
  const words = [0x00000001, 0x0003000a, 12, 0x000c0000, 28, 0, 1, first, first + count - 1, 1]
  for (const [index, word] of words.entries()) data.setUint32(4 * index, word)
  return table
}

describe('subset of glyphs', () => {
  it('keeps outlines and advances as they are', async () => {
    const faces = await bundledFaces()
    for (const role of ['仿宋', '黑体', '宋体', '小标宋'] as const) {
      const key = faceKey(faces, role)
      const face = openFace(key, role, faces.bytes(key))
      const text = [...'国务院办公厅2026（）鑫aé①㎡']
      const subset = glyfSubsets(readSfnt(faces.bytes(key))!)!()
      const numbers = text.map((character) => subset.includeGlyph(face.glyph(character)!.id))
      const tables = new Map(readSfnt(subset.encode())!.tables)
      for (const tag of ['name', 'post', 'OS/2']) tables.set(tag, readSfnt(face.bytes)!.tables.get(tag)!)
      tables.set('cmap', cmapOf(0x4e00, text.length))
      const read = fontkit.create(writeSfnt({ flavour: 0x00010000, tables }) as never)
      assert.ok(!('fonts' in read))
      for (const [index, character] of text.entries()) {
        const glyph = read.getGlyph(numbers[index]!)
        const original = face.font.getGlyph(face.glyph(character)!.id)
        assert.equal(glyph.path.toSVG(), original.path.toSVG(), `${role} ${character}`)
        assert.equal(glyph.advanceWidth, original.advanceWidth)
      }
    }
  })

  it('gives a glyph the same number twice, and `.notdef` zero', async () => {
    const faces = await bundledFaces()
    const subset = glyfSubsets(readSfnt(faces.bytes(faceKey(faces, '仿宋')))!)!()
    assert.deepEqual([0, 50, 70, 50].map(subset.includeGlyph), [0, 1, 2, 1])
  })

  it('takes the parts of compound glyphs along under their new numbers', () => {
    const subset = glyfSubsets(readSfnt(fontWithCompound())!)!()
    assert.equal(subset.includeGlyph(3), 1)
    const tables = readSfnt(subset.encode())!.tables
    const glyf = tables.get('glyf')!
    const data = new DataView(glyf.buffer, glyf.byteOffset)
    // Glyph 0 is empty; glyph 1 names glyphs 2 and 3 of the subset.
    assert.deepEqual([data.getUint16(12), data.getUint16(18)], [2, 3])
    assert.equal(new DataView(tables.get('maxp')!.buffer, tables.get('maxp')!.byteOffset).getUint16(4), 4)
  })

  it('leaves the font that it was taken from untouched', async () => {
    const font = Buffer.from(fontWithCompound())
    const before = Buffer.from(Uint8Array.from(font))
    glyfSubsets(readSfnt(font)!)!().encode()
    assert.deepEqual(font, before)
  })
})

/** Four glyphs: empty, two points in space, and a compound of the latter two with byte offsets. */
function fontWithCompound(): Uint8Array {
  const simple = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  const compound = Uint8Array.of(255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 1, 1, 1, 0, 0, 0, 2, 3, 3, 0, 0)
  const lengths = [0, simple.length, simple.length, compound.length]
  const loca = new Uint8Array(10)
  let at = 0
  for (const [index, length] of lengths.entries()) {
    at += length
    new DataView(loca.buffer).setUint16(2 * (index + 1), at / 2)
  }
  const hhea = new Uint8Array(36)
  new DataView(hhea.buffer).setUint16(34, 1)
  return writeSfnt({
    flavour: 0x00010000,
    tables: new Map([
      ['head', new Uint8Array(54)],
      ['hhea', hhea],
      ['maxp', new Uint8Array(6)],
      ['hmtx', new Uint8Array(4 + 2 * 3)],
      ['loca', loca],
      ['glyf', Uint8Array.from([...simple, ...simple, ...compound])],
    ]),
  })
}
