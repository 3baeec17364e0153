import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import { type PdfInfo, paintPdf } from '../../server/src/render/pdf.ts'
import { Failure } from '../../server/src/text/failure.ts'
import type { Layout } from '../../server/src/typeset/pages.ts'
import { bundledFaces } from '../support/faces.ts'
import { judge, needJudge } from '../support/judges.ts'
import { clearPicture, INFO, layoutOf, page, run } from './sample.ts'
import { printedCharacters } from './stext.ts'

describe('PDF', () => {
  let faces: FaceSet
  let folder: string
  before(async () => {
    faces = await bundledFaces()
    folder = mkdtempSync(join(tmpdir(), 'hongtou-pdf-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  async function paint(layout: Layout, info: PdfInfo = INFO): Promise<string> {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, await paintPdf(layout, faces, info))
    return file
  }

  it('puts every glyph within 0.01 mm of its place', async function () {
    needJudge(this, 'mutool')
    const text = '为规范电子公文管理，现就有关事项通知如下：各级行政机关要'
    const rows = Array.from({ length: 22 }, (_, row) => run(faces, text, { baseline: 41.95 + row * 10.447 }))
    const printed = printedCharacters(await paint(layoutOf([page(rows)])), 1)
    assert.equal(printed.length, 22 * 28)
    for (const [index, { character, x, baseline }] of printed.entries()) {
      const [row, column] = [Math.floor(index / 28), index % 28]
      assert.equal(character, text[column])
      assert.ok(Math.abs(x - (28 + (column * (16 - 0.207) * 25.4) / 72)) < 0.01, `x of ${row}:${column}: ${x}`)
      assert.ok(Math.abs(baseline - (41.95 + row * 10.447)) < 0.01, `baseline of ${row}: ${baseline}`)
    }
  })

  it('gives all faces of a line one baseline', async function () {
    needJudge(this, 'mutool')
    const roles = ['小标宋', '仿宋', '楷体', '黑体', '宋体', '西文'] as const
    const items = roles.map((role, index) => run(faces, '2026', { role, x: 28 + 20 * index, baseline: 100 }))
    const printed = printedCharacters(await paint(layoutOf([page(items)])), 1)
    assert.equal(new Set(printed.map(({ font }) => font)).size, 5)
    for (const { baseline } of printed) assert.ok(Math.abs(baseline - 100) < 0.01)
  })

  it('stretches glyphs and leaves the pitch as it is', async function () {
    needJudge(this, 'mutool')
    const items = [run(faces, '2026', { role: '西文', scale: 0.8, pitch: 1, size: 20 })]
    const printed = printedCharacters(await paint(layoutOf([page(items)])), 1)
    // A digit is half an em wide: 0.8 × 10 pt + 1 pt.
    for (const [index, { x }] of printed.entries()) assert.ok(Math.abs(x - (28 + (index * 9 * 25.4) / 72)) < 0.01)
  })

  it('turns a group a quarter counter-clockwise about its point', async function () {
    needJudge(this, 'mutool')
    const items = [run(faces, '横排', { x: 150, baseline: 210, pitch: 0 })]
    const turned = { kind: 'turned', about: { x: 140, y: 200 }, degrees: 90, items } as const
    const printed = printedCharacters(await paint(layoutOf([page([turned])])), 1)
    const at = printed.map(({ character, x, baseline }) => [character, x.toFixed(2), baseline.toFixed(2)])
    assert.deepEqual(at, [
      ['横', '150.00', '190.00'],
      ['排', '150.00', (190 - (16 * 25.4) / 72).toFixed(2)],
    ])
  })

  it('prints black in grey and red in RGB, as the sRGB output intent allows', async function () {
    needJudge(this, 'mutool')
    const items = [
      run(faces, '黑'),
      run(faces, '红', { colour: '红', baseline: 60 }),
      run(faces, '黑', { baseline: 80 }),
    ]
    const printed = printedCharacters(await paint(layoutOf([page(items)])), 1)
    assert.deepEqual(
      printed.map(({ colour }) => colour),
      ['#000000', '#ff0000', '#000000'],
    )
  })

  it('embeds every face as a subset from which the text can be read', async function () {
    needJudge(this, 'pdffonts')
    const items = [run(faces, '国办发'), run(faces, '标题', { role: '小标宋', baseline: 60 })]
    const file = await paint(layoutOf([page(items)]))
    const rows = judge('pdffonts', [file]).stdout.trim().split('\n').slice(2)
    assert.equal(rows.length, 2)
    for (const row of rows) assert.match(row, /^[A-Z]{6}\+Hongtou\w+ +CID TrueType +Identity-H +yes yes yes /)
    assert.match(judge('pdftotext', [file, '-']).stdout, /国办发\s+标题/)
  })

  it('marks a character that no face has instead of leaving it out', async function () {
    needJudge(this, 'pdftotext')
    const file = await paint(layoutOf([page([run(faces, '甲𠀀乙\u{e0100}丙')])]))
    assert.match(judge('pdftotext', [file, '-']).stdout, /甲〓乙丙/)
  })

  it('is a file in order, with metadata in Chinese', async function () {
    needJudge(this, 'qpdf')
    needJudge(this, 'pdfinfo')
    const file = await paint(layoutOf([page([run(faces, '文')]), page([], null), page([run(faces, '字')], 3)]))
    assert.equal(judge('qpdf', ['--check', file]).code, 0)
    const { stdout } = judge('pdfinfo', [file])
    assert.match(stdout, /^Title: +某某市人民政府关于A&B“试点”<一期>的通知$/m)
    assert.match(stdout, /^Author: +某某市人民政府$/m)
    assert.match(stdout, /^Pages: +3$/m)
    assert.match(stdout, /^Page size: +595\.276 x 841\.89 pts \(A4\)$/m)
    const xmp = judge('pdfinfo', ['-meta', file]).stdout
    assert.match(xmp, /<pdfaid:part>2<.*\s*<pdfaid:conformance>B</)
    assert.ok(xmp.includes('关于A&amp;B“试点”&lt;一期&gt;的通知'))
    assert.ok(xmp.includes('<xmp:CreateDate>2026-11-22T01:02:03Z<'))
  })

  it('has the outline as bookmarks and the printed page numbers as labels', async function () {
    needJudge(this, 'qpdf')
    needJudge(this, 'mutool')
    const outline = [
      { title: '通知', page: 0, y: 95, level: 1 },
      { title: '一、总体要求', page: 0, y: 115, level: 2 },
      { title: '附件', page: 2, y: 37, level: 1 },
    ]
    const file = await paint(layoutOf([page([]), page([], null), page([], 3)], { outline }))
    const shown = judge('mutool', ['show', file, 'outline']).stdout
    const lines = shown.split('\n').filter((line) => line.includes('#page='))
    assert.deepEqual(
      lines.map((line) => [/"(.*)"/.exec(line)?.[1], /#page=(\d+)/.exec(line)?.[1]]),
      [
        ['通知', '1'],
        ['一、总体要求', '1'],
        ['附件', '3'],
      ],
    )
    const count = judge('mutool', ['show', file, 'trailer/Root/Outlines/Count']).stdout
    assert.equal(count.trim(), '3')
    const { pagelabels } = JSON.parse(judge('qpdf', ['--json=1', '--json-key=pagelabels', file]).stdout)
    assert.deepEqual(pagelabels, [
      { index: 0, label: { '/S': '/D', '/St': 1 } },
      { index: 1, label: { '/St': 1 } },
      { index: 2, label: { '/S': '/D', '/St': 3 } },
    ])
  })

  it('gives the same bytes for the same pages and time', async () => {
    const images = new Map([
      ['a.png', clearPicture()],
      ['b.png', clearPicture()],
    ])
    const picture = (image: string, y: number) => {
      return { kind: 'image', rect: { x: 28, y, width: 20, height: 20 }, image, alt: '图' } as const
    }
    const layout = layoutOf([page([run(faces, '同样的文字'), picture('a.png', 50), picture('b.png', 80)])])
    const first = await paintPdf(layout, faces, { ...INFO, images })
    assert.deepEqual(await paintPdf(layout, faces, { ...INFO, images }), first)
    assert.notDeepEqual(await paintPdf(layout, faces, { ...INFO, images, created: new Date(0) }), first)
  })

  it('shows images, and says which one it was not given', async function () {
    needJudge(this, 'pdfimages')
    const picture = {
      kind: 'image',
      rect: { x: 28, y: 50, width: 20, height: 20 },
      image: '图.png',
      alt: '图',
    } as const
    const layout = layoutOf([page([picture])])
    const file = await paint(layout, { ...INFO, images: new Map([['图.png', clearPicture()]]) })
    assert.match(judge('pdfimages', ['-list', file]).stdout, /image +2 +2 +(?:rgb|gray)/)
    const code = (expected: string) => (error: unknown) => error instanceof Failure && error.code === expected
    await assert.rejects(paint(layout), code('image-missing'))
  })

  it('carries its source as an attachment when asked, and then says PDF/A-3', async function () {
    needJudge(this, 'pdfdetach')
    const attachment = { name: '通知.gw.md', bytes: new TextEncoder().encode('# 通知\n') }
    const file = await paint(layoutOf([page([])]), { ...INFO, attachment })
    const saved = join(folder, 'saved.md')
    assert.match(judge('pdfdetach', ['-list', file]).stdout, /1: 通知\.gw\.md/)
    judge('pdfdetach', ['-save', '1', '-o', saved, file])
    assert.equal(readFileSync(saved, 'utf8'), '# 通知\n')
    assert.match(judge('pdfinfo', ['-meta', file]).stdout, /<pdfaid:part>3</)
  })
})
