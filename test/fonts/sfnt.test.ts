import assert from 'node:assert/strict'
import fc from 'fast-check'
import { extractFace } from '../../server/src/fonts/fontFile.ts'
import { foldName, readNames } from '../../server/src/fonts/nameTable.ts'
import { faceOffsets, mayEmbed, readSfnt, writeSfnt } from '../../server/src/fonts/sfnt.ts'
import { bundledFaces, faceKey } from '../support/faces.ts'
import { collectionOf, nameTable, tinyFont } from './tinyFont.ts'

describe('font files', () => {
  it('come back as they were written', () => {
    const tables = new Map([
      ['cmap', Uint8Array.of(1, 2, 3)],
      ['glyf', Uint8Array.of(4, 5, 6, 7, 8)],
    ])
    const read = readSfnt(writeSfnt({ flavour: 0x00010000, tables }))
    assert.deepEqual(read, { flavour: 0x00010000, tables })
  })

  it('sum up to the number that the format wants', async () => {
    const faces = await bundledFaces()
    const bytes = faces.bytes(faceKey(faces, '黑体'))
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let sum = 0
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
    assert.equal(sum, 0xb1b0afba)
  })

  it('are cut out of a collection, with the common line box', () => {
    const file = collectionOf([tinyFont({ family: '甲体' }), tinyFont({ family: '乙体', unitsPerEm: 2048 })])
    assert.equal(faceOffsets(file).length, 2)
    const second = readSfnt(extractFace(file, 1)!.bytes)!
    assert.deepEqual(readNames(second), ['乙体'])
    const hhea = second.tables.get('hhea')!
    const view = new DataView(hhea.buffer, hhea.byteOffset)
    assert.deepEqual([view.getInt16(4), view.getInt16(6), view.getInt16(8)], [1802, -246, 0])
    assert.equal(extractFace(file, 2), undefined)
  })

  it('whose maker forbids embedding are recognised', () => {
    assert.equal(mayEmbed(readSfnt(tinyFont({ fsType: 0x0002 }))!), false)
    assert.equal(mayEmbed(readSfnt(tinyFont({ fsType: 0x0200 }))!), false)
    for (const fsType of [0, 4, 8]) assert.equal(mayEmbed(readSfnt(tinyFont({ fsType }))!), true)
  })

  it('of any bytes never make the reader throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(0x00, 0x74, 0x4f), (bytes, first) => {
        const start = { 0: [0, 1, 0, 0], 116: [0x74, 0x74, 0x63, 0x66], 79: [0x4f, 0x54, 0x54, 0x4f] }[first]!
        const file = Uint8Array.from([...start, ...bytes])
        for (const offset of faceOffsets(file)) {
          const sfnt = readSfnt(file, offset)
          if (sfnt !== undefined) readNames(sfnt)
        }
        extractFace(file, 0)
      }),
    )
  })
})

describe('names of faces', () => {
  it('are read in every encoding that Chinese fonts use', () => {
    const gbk = Uint8Array.of(0xb7, 0xbd, 0xd5, 0xfd)
    const names = nameTable([
      { platform: 3, encoding: 1, id: 1, bytes: Uint8Array.of(0x4e, 0xff, 0x5b, 0x8b) },
      { platform: 3, encoding: 3, id: 4, bytes: gbk },
      { platform: 1, encoding: 25, id: 16, bytes: Uint8Array.of(...gbk, 0x41) },
      { platform: 1, encoding: 0, id: 6, bytes: Uint8Array.of(0x46, 0x5a) },
      { platform: 3, encoding: 1, id: 2, bytes: Uint8Array.of(0, 0x41) },
    ])
    const read = readNames({ flavour: 0, tables: new Map([['name', names]]) })
    assert.deepEqual(read, ['仿宋', '方正', '方正A', 'FZ'])
  })

  it('are compared without case and full-width letters', () => {
    assert.equal(foldName('ＦangSong＿GB2312 '), foldName('FANGSONG_gb2312'))
  })
})
