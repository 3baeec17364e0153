import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import { paintPdf } from '../../server/src/render/pdf.ts'
import type { SealPlace } from '../../server/src/typeset/pages.ts'
import { bundledFaces, faceKey } from '../support/faces.ts'
import { judge, needJudge } from '../support/judges.ts'
import { INFO, layoutOf, page, run } from './sample.ts'

interface QpdfObjects {
  readonly objects: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

describe('seal field', () => {
  let faces: FaceSet
  let folder: string
  let file: string
  before(async () => {
    faces = await bundledFaces()
    folder = mkdtempSync(join(tmpdir(), 'hongtou-seal-'))
    file = join(folder, 'a.pdf')
    const appearance = [
      run(faces, '某市', { x: 130, baseline: 160, size: 20, pitch: 0, colour: '红', role: '宋体' }),
      { kind: 'path', d: 'M 131 141 L 171 141 L 171 181 Z', fill: '红', element: 'seal' },
    ] as const
    const lettering = { role: '宋体', face: faceKey(faces, '宋体') } as const
    const rect = { x: 130, y: 140, width: 42, height: 42 }
    const seals: readonly SealPlace[] = [
      { field: '印章2', issuer: '某某市财政局', kind: '印章', page: 1, rect, appearance, lettering },
      { field: '印章1', issuer: '某某市人民政府', kind: '印章', page: 0, rect, appearance, lettering },
    ]
    const layout = layoutOf([page([run(faces, '正文')]), page([run(faces, '正文')], 2)], { seals })
    writeFileSync(file, await paintPdf(layout, faces, INFO))
  })
  after(() => rmSync(folder, { recursive: true }))

  function objects(): QpdfObjects['objects'] {
    return (JSON.parse(judge('qpdf', ['--json=1', '--json-key=objects', file]).stdout) as QpdfObjects).objects
  }

  it('is an unsigned signature field to others, one a seal', function () {
    needJudge(this, 'pdfsig')
    const { stdout } = judge('pdfsig', [file])
    assert.match(stdout, /Signature Field Name: 印章1/)
    assert.match(stdout, /Signature Field Name: 印章2/)
    assert.equal(stdout.match(/is not signed/g)?.length, 2)
  })

  it('stands at the place of the seal, printable and with an empty appearance', function () {
    needJudge(this, 'qpdf')
    const all = objects()
    const fields = Object.values(all).filter((object) => object['/FT'] === '/Sig')
    assert.equal(fields.length, 2)
    for (const field of fields) {
      const expected = [130, 297 - 182, 172, 297 - 140].map((mm) => (mm * 72) / 25.4)
      for (const [index, value] of (field['/Rect'] as number[]).entries()) {
        assert.ok(Math.abs(value - expected[index]!) < 1e-4)
      }
      assert.equal(field['/F'], 4)
      assert.equal(field['/V'], undefined)
    }
  })

  it('carries the drawing of the seal, which needs no font', function () {
    needJudge(this, 'qpdf')
    const all = objects()
    const field = Object.values(all).find((object) => object['/T'] === 'u:印章1' || object['/T'] === '印章1')!
    const drawing = all[field['/HongtouSeal'] as string]!
    assert.equal(drawing['/Subtype'], '/Form')
    const ink = { '/Ink': { '/Type': '/ExtGState', '/BM': '/Multiply' } }
    assert.deepEqual(drawing['/Resources'], { '/ExtGState': ink })
    const side = (42 * 72) / 25.4
    for (const [index, value] of (drawing['/BBox'] as number[]).entries()) {
      assert.ok(Math.abs(value - [0, 0, side, side][index]!) < 1e-4)
    }
    const number = (field['/HongtouSeal'] as string).split(' ')[0]!
    const content = judge('qpdf', [`--show-object=${number}`, '--filtered-stream-data', file]).stdout
    assert.match(content, /1 0 0 rg/)
    assert.doesNotMatch(content, /BT|Tj|Do/)
  })

  it('lies on its own page', function () {
    needJudge(this, 'qpdf')
    const pages = Object.values(objects()).filter((object) => object['/Type'] === '/Page')
    assert.deepEqual(
      pages.map((object) => (object['/Annots'] as unknown[]).length),
      [1, 1],
    )
  })
})
