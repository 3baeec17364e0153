import assert from 'node:assert/strict'
import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import { readNames } from '../../server/src/fonts/nameTable.ts'
import { readSfnt } from '../../server/src/fonts/sfnt.ts'
import { FONT_ROLES } from '../../server/src/standard/fontRole.ts'
import { bundledFaces, faceKey } from '../support/faces.ts'

describe('bundled faces', () => {
  let faces: FaceSet
  before(async () => {
    faces = await bundledFaces()
  })

  it('has one face for every role', () => {
    assert.deepEqual(
      faces.faces.map(({ role }) => role),
      [...FONT_ROLES],
    )
    assert.ok(faces.faces.every(({ origin, embeddable }) => origin === 'bundled' && embeddable))
  })

  it('says which faces are not of the class that the standard names', () => {
    const substitutes = faces.faces.filter(({ substitute }) => substitute).map(({ role }) => role)
    assert.deepEqual(substitutes, ['小标宋', '仿宋'])
  })

  it('holds 通用规范汉字表 beyond GB 2312, also outside the basic plane', () => {
    for (const role of FONT_ROLES) {
      if (role === '西文') continue
      const { face, missing } = faces.pick(role, '璟喆堃昇玥镕㙍䶮𬭎')
      assert.deepEqual(missing, [])
      assert.equal(face.role, role)
    }
  })

  it('holds the signs that official documents use', () => {
    const signs = '★〔〕《》“”‘’—…、。，；：？！（）①⑳⑴㈠℃‰×÷²³〇○□√●◎△▲■※→§№Ⅰ≥≤≠±°′″㎡０９Ａ'
    for (const role of ['仿宋', '楷体', '黑体', '小标宋', '宋体'] as const) {
      const { face, missing } = faces.pick(role, signs)
      assert.deepEqual([face.role, missing], [role, []])
    }
  })

  it('gives every character of the grid one em', () => {
    for (const role of ['仿宋', '楷体', '黑体', '小标宋', '宋体'] as const) {
      const key = faceKey(faces, role)
      for (const character of '国、。（〔》…—')
        assert.equal(faces.advance(key, character), 1000, `${role} ${character}`)
    }
  })

  it('gives digits half an em in 西文, 宋体, 黑体 and 小标宋', () => {
    for (const role of ['西文', '宋体', '黑体', '小标宋'] as const) {
      for (const digit of '0123456789') assert.equal(faces.advance(faceKey(faces, role), digit), 500)
    }
  })

  it('draws the dash from edge to edge, so that 破折号 is one line', () => {
    for (const { key } of faces.faces) {
      const ink = faces.ink(key, '—')!
      assert.deepEqual([ink.left, ink.right], [0, 1000])
      assert.ok(ink.top > ink.bottom && ink.bottom > 300 && ink.top < 450)
    }
  })

  it('has one line box for all: ascent 880, descent 120, no gap', () => {
    for (const { key } of faces.faces) {
      const tables = readSfnt(faces.bytes(key))!.tables
      const hhea = tables.get('hhea')!
      const view = new DataView(hhea.buffer, hhea.byteOffset)
      assert.deepEqual([view.getInt16(4), view.getInt16(6), view.getInt16(8)], [880, -120, 0])
    }
  })

  it('does not carry the reserved names of the fonts that it is made of', () => {
    for (const { key } of faces.faces) {
      const names = readNames(readSfnt(faces.bytes(key))!)
      assert.ok(names.length > 0)
      for (const name of names) assert.match(name, /^Hongtou/)
    }
  })
})
