import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import type { Face, FontSource } from '../../server/src/fonts/face.ts'
import { listFaces } from '../../server/src/fonts/listFaces.ts'
import { nodeFontSource } from '../../server/src/node/fontSource.ts'
import { BUNDLED_FOLDER } from '../support/faces.ts'
import { tinyFont } from './tinyFont.ts'

const HOW = {
  targetFormat: 'truetype',
  keepFeatures: [],
  noHinting: true,
  dropTables: [],
  preserveNameIds: [],
} as const

const bundled = nodeFontSource({ bundledFolder: BUNDLED_FOLDER, mode: 'bundled' })

/** The bundled faces, and before that of 仿宋 the given file. */
function withFangsong(bytes: Uint8Array): FontSource {
  const face: Face = {
    key: `own${bytes.length}`,
    family: '某仿宋',
    role: '仿宋',
    origin: 'installed',
    substitute: false,
    embeddable: true,
  }
  return {
    async find(role, names) {
      const found = await bundled.find(role, names)
      return role === '仿宋' ? [{ face, bytes: async () => bytes }, ...found] : found
    },
  }
}

describe('the list of faces', () => {
  it('says what every face has: the bundled ones lack none of 通用规范汉字表', async () => {
    for (const { role, state, coverage, lacking } of await listFaces(bundled)) {
      assert.equal(state, 'used')
      if (role === '西文') continue
      assert.deepEqual([coverage?.gb2312, coverage?.common, lacking], [6763, 8105, { own: 0, afterHelp: 0 }])
    }
  })

  it('says what the face of a role lacks, and what is lacking with the help of the others', async () => {
    const whole = readFileSync(join(BUNDLED_FOLDER, 'fangsong.ttf'))
    const few = new Uint8Array(await subsetFont(whole, '关于王国的通知镕讠', HOW))
    const [first, second] = (await listFaces(withFangsong(few))).filter(({ role }) => role === '仿宋')
    assert.deepEqual([first?.state, second?.state], ['used', 'helps'])
    assert.deepEqual(first?.coverage, { gb2312: 8, common: 8, han: 9 })
    assert.deepEqual(first?.lacking, { own: 8105 - 8, afterHelp: 0 })
  })

  it('passes over a file that cannot be read, and says so', async () => {
    const [first, second] = (await listFaces(withFangsong(tinyFont()))).filter(({ role }) => role === '仿宋')
    assert.deepEqual([first?.state, first?.coverage, second?.state], ['unreadable', undefined, 'used'])
  })
})
