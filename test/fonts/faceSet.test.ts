import assert from 'node:assert/strict'
import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import { bundledFaces, faceKey } from '../support/faces.ts'

describe('face set', () => {
  let faces: FaceSet
  before(async () => {
    faces = await bundledFaces()
  })

  it('takes a whole word from one face', () => {
    // 㤅 is in the 宋体 face only: the name must not be set in two faces.
    const { face, missing } = faces.pick('楷体', '李㤅')
    assert.equal(face.role, '宋体')
    assert.deepEqual(missing, [])
    assert.equal(faces.pick('楷体', '李').face.role, '楷体')
  })

  it('names what no face has, once each, and stays with the face of the role', () => {
    const { face, missing } = faces.pick('仿宋', '甲𠀀乙𠀀')
    assert.equal(face.role, '仿宋')
    assert.deepEqual(missing, ['𠀀'])
  })

  it('never takes a private-use character for text', () => {
    assert.deepEqual(faces.pick('仿宋', '甲\ue5e5').missing, ['\ue5e5'])
  })

  it('wants no glyph for variation selectors, joiners and byte order marks', () => {
    assert.deepEqual(faces.pick('仿宋', '葛\u{e0100}\ufe00\u200d\u200b\ufeff').missing, [])
    assert.equal(faces.advance(faceKey(faces, '仿宋'), '\u{e0100}'), 0)
    assert.equal(faces.outline(faceKey(faces, '仿宋'), '\ufe00'), '')
  })

  it('draws the printers’ mark 〓 in the place of a missing character', () => {
    const key = faceKey(faces, '仿宋')
    assert.equal(faces.outline(key, '𠀀'), faces.outline(key, '〓'))
    assert.equal(faces.advance(key, '𠀀'), 1000)
  })

  it('knows the ink of a glyph: y upward from the baseline', () => {
    const ink = faces.ink(faceKey(faces, '黑体'), '一')
    assert.ok(ink !== undefined)
    assert.ok(ink.left > 0 && ink.right < 1000 && ink.bottom > 300 && ink.top < 500)
    assert.equal(faces.ink(faceKey(faces, '黑体'), '　'), undefined)
  })

  it('gives outlines with y downward: what stands above the baseline is negative', () => {
    const outline = faces.outline(faceKey(faces, '黑体'), '一')
    assert.match(outline, /^M[\d.-]+ -\d/)
    assert.match(outline, /Z$/)
  })
})
