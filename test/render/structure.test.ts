import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import { paintPdf } from '../../server/src/render/pdf.ts'
import type { CellPlace, DisplayItem, Layout, Line } from '../../server/src/typeset/pages.ts'
import type { Picture } from '../../server/src/typeset/picture.ts'
import { bundledFaces } from '../support/faces.ts'
import { judge, needJudge } from '../support/judges.ts'
import { clearPicture, INFO, layoutOf, page, run } from './sample.ts'

describe('structure of the PDF', () => {
  let faces: FaceSet
  let folder: string
  before(async () => {
    faces = await bundledFaces()
    folder = mkdtempSync(join(tmpdir(), 'hongtou-structure-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  /** What another program reads of the structure, with its text. */
  async function read(layout: Layout, images: ReadonlyMap<string, Picture> = new Map()): Promise<string> {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, await paintPdf(layout, faces, { ...INFO, images }))
    assert.equal(judge('qpdf', ['--check', file]).code, 0)
    return judge('pdfinfo', ['-struct-text', file]).stdout
  }

  const line: Line = { kind: 'line', x1: 28, y1: 80, x2: 184, y2: 80, weight: 0.5, colour: '红', element: 'redLine' }

  it('has the elements in reading order and leaves out what is no content', async function () {
    needJudge(this, 'pdfinfo')
    needJudge(this, 'qpdf')
    const items = [
      run(faces, '通知'),
      line,
      run(faces, '正文', { baseline: 90 }),
      run(faces, '— 1 —', { baseline: 270 }),
    ]
    const structure = [
      { tag: 'H1', items: [0] },
      { tag: 'Artifact', items: [1] },
      { tag: 'P', items: [2] },
    ]
    const text = await read(layoutOf([{ ...page(items), structure }]))
    assert.equal(text, 'Document\n  H1 (block)\n    "通知"\n  P (block)\n    "正文"\n')
  })

  it('joins a paragraph that is parted by a page', async function () {
    needJudge(this, 'pdfinfo')
    needJudge(this, 'qpdf')
    const parted = ['前半', '后半'].map((text, index) => ({
      ...page([run(faces, text)], index + 1),
      structure: [{ tag: 'P', items: [0], id: 7 }],
    }))
    assert.equal(await read(layoutOf(parted)), 'Document\n  P (block)\n    "前半"\n    "后半"\n')
  })

  it('has rows and cells in tables, empty and joined ones too, turned or not', async function () {
    needJudge(this, 'pdfinfo')
    needJudge(this, 'qpdf')
    const place = (row: number, column: number, more: Partial<CellPlace> = {}): CellPlace => {
      return { row, column, rows: 1, columns: 1, head: false, ...more }
    }
    const [head, left, empty] = [place(0, 0, { columns: 2, head: true }), place(1, 0), place(1, 1)]
    const first = [{ ...line, cell: head }, run(faces, '经费', { cell: head })]
    const second: DisplayItem[] = [
      { ...line, cell: left },
      { ...line, cell: empty },
      run(faces, '甲', { cell: left, baseline: 300 }),
    ]
    const turned = { kind: 'turned', about: { x: 30, y: 260 }, degrees: 90, items: second } as const
    const structure = [{ tag: 'Table', items: [0, 1, 2], id: 1 }]
    const text = await read(layoutOf([{ ...page([...first, turned]), structure }]))
    assert.match(
      text,
      /^Document\n {2}Table.*\n {4}TR.*\n {6}TH:\s+\/ColSpan 2\s+\/Scope \/Column\s+"经费"\n {4}TR.*\n {6}TD[^"]*"甲"\n {6}TD.*\n$/s,
    )
  })

  it('says in words what a picture shows', async function () {
    needJudge(this, 'pdfinfo')
    needJudge(this, 'qpdf')
    const rect = { x: 28, y: 50, width: 20, height: 20 }
    const picture = { kind: 'image', rect, image: '图.png', alt: '图1　办理流程' } as const
    const structure = [{ tag: 'Figure', items: [0] }]
    const text = await read(layoutOf([{ ...page([picture]), structure }]), new Map([['图.png', clearPicture()]]))
    assert.match(text, /Figure/)
    const objects = judge('qpdf', ['--json=1', '--json-key=objects', join(folder, 'a.pdf')]).stdout
    assert.match(objects, /"\/Alt": "图1　办理流程"/)
  })
})
