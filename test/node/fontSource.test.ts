import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFaces } from '../../server/src/fonts/openFaces.ts'
import { readSfnt } from '../../server/src/fonts/sfnt.ts'
import { nodeFontSource } from '../../server/src/node/fontSource.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { collectionOf, tinyFont } from '../fonts/tinyFont.ts'
import { BUNDLED_FOLDER } from '../support/faces.ts'

describe('font source of this machine', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'hongtou-fonts-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  it('finds an installed face by its exact name, in a collection too, before the bundled one', async () => {
    writeFileSync(
      join(folder, 'a.ttc'),
      collectionOf([tinyFont({ family: '试验黑体' }), tinyFont({ family: '试验楷体' })]),
    )
    const source = nodeFontSource({ bundledFolder: BUNDLED_FOLDER, folders: [folder] })
    const found = await source.find('楷体', ['没有的字体', '试验楷体'])
    assert.deepEqual(
      found.map(({ face }) => [face.family, face.origin]),
      [
        ['试验楷体', 'installed'],
        ['Hongtou Kaiti', 'bundled'],
      ],
    )
    assert.equal((await source.find('楷体', ['试验']))[0]!.face.origin, 'bundled')
  })

  it('takes the regular style where all styles of a family have its name', async () => {
    for (const [file, weight] of [
      ['a-bold', 700],
      ['b-regular', 400],
      ['c-light', 300],
    ] as const) {
      writeFileSync(join(folder, `${file}.ttf`), tinyFont({ family: '多重体', weight }))
    }
    const source = nodeFontSource({ bundledFolder: BUNDLED_FOLDER, folders: [folder] })
    const [found] = await source.find('黑体', ['多重体'])
    const os2 = readSfnt(await found!.bytes())!.tables.get('OS/2')!
    assert.equal(new DataView(os2.buffer, os2.byteOffset).getUint16(4), 400)
  })

  it('looks at nothing but the bundled faces when told so', async () => {
    const source = nodeFontSource({ bundledFolder: BUNDLED_FOLDER, mode: 'bundled', folders: [folder] })
    const found = await source.find('楷体', ['试验楷体'])
    assert.deepEqual(
      found.map(({ face }) => face.origin),
      ['bundled'],
    )
  })

  it('takes a file that the user named first', async () => {
    const file = join(folder, '我的宋体.ttf')
    copyFileSync(join(BUNDLED_FOLDER, 'heiti.ttf'), file)
    const source = nodeFontSource({ bundledFolder: BUNDLED_FOLDER, configured: { 宋体: [file] } })
    const faces = await openFaces(source, {})
    const { face } = faces.pick('宋体', '国')
    assert.deepEqual([face.family, face.origin, face.substitute], ['我的宋体', 'configured', false])
  })

  it('says in a sentence which named file is missing or no font', async () => {
    const missing = join(folder, '没有.ttf')
    await rejects({ 仿宋: [missing] }, 'font-missing', `读不到设置中为仿宋指定的字体文件“${missing}”。`)
    const text = join(folder, '文字.ttf')
    writeFileSync(text, '不是字体')
    await rejects({ 仿宋: [text] }, 'font-unreadable', `设置中为仿宋指定的“${text}”不是 TTF、OTF 或 TTC 字体。`)
    const broken = join(folder, '残缺.ttf')
    writeFileSync(broken, tinyFont())
    await rejects({ 仿宋: [broken] }, 'font-unreadable', '字体“残缺”的文件无法读取')
  })

  it('passes over installed faces that may not be embedded or cannot be read, and reports them', async () => {
    writeFileSync(join(folder, 'b.ttf'), tinyFont({ family: '禁嵌体', fsType: 2 }))
    const source = nodeFontSource({ bundledFolder: BUNDLED_FOLDER, folders: [folder] })
    const faces = await openFaces(source, { 仿宋: ['禁嵌体'], 楷体: ['试验楷体'] })
    assert.equal(faces.pick('仿宋', '国').face.origin, 'bundled')
    assert.deepEqual(
      faces.skipped?.map(({ face, reason }) => [face.family, reason]),
      [
        ['禁嵌体', 'not-embeddable'],
        ['试验楷体', 'unreadable'],
      ],
    )
  })

  async function rejects(
    configured: NonNullable<Parameters<typeof nodeFontSource>[0]['configured']>,
    code: string,
    start: string,
  ): Promise<void> {
    const source = nodeFontSource({ bundledFolder: BUNDLED_FOLDER, configured })
    await assert.rejects(openFaces(source, {}), (error) => {
      assert.ok(error instanceof Failure)
      assert.equal(error.code, code)
      assert.ok(formatMessage(error.sentence).startsWith(start), formatMessage(error.sentence))
      return true
    })
  }
})
