import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import { paintPdf } from '../../server/src/render/pdf.ts'
import { paintSvg } from '../../server/src/render/svg.ts'
import type { DisplayItem } from '../../server/src/typeset/pages.ts'
import { bundledFaces } from '../support/faces.ts'
import { judge, needJudge } from '../support/judges.ts'
import { withScratch } from '../support/scratch.ts'
import { clearPicture, INFO, layoutOf, page, run } from './sample.ts'

describe('SVG', () => {
  let faces: FaceSet
  before(async () => {
    faces = await bundledFaces()
  })

  function sampleItems(): readonly DisplayItem[] {
    const turned = [run(faces, '横排', { x: 150, baseline: 210 })]
    return [
      run(faces, '某某市人民政府文件', { role: '小标宋', size: 42, pitch: 2, baseline: 60, colour: '红' }),
      run(faces, '关于加强电子公文管理的通知', { baseline: 100 }),
      run(faces, 'Hongtou 2026', { role: '西文', scale: 0.8, baseline: 120 }),
      { kind: 'line', x1: 28, y1: 80, x2: 184, y2: 80, weight: 0.5, colour: '红', element: 'redLine' },
      { kind: 'path', d: 'M 30 150 C 40 130 60 130 70 150 L 50 170 Z', fill: '黑', element: 'mark' },
      { kind: 'path', d: 'M 90 150 L 120 150 L 120 170 Z', stroke: 1, element: 'mark' },
      { kind: 'turned', about: { x: 140, y: 200 }, degrees: 90, items: turned },
    ]
  }

  it('shows what the PDF prints', async function () {
    needJudge(this, 'mutool')
    const sample = page(sampleItems())
    const painted = await paintPdf(layoutOf([sample]), faces, INFO)
    const [svg, pdf] = withScratch((folder) => {
      writeFileSync(join(folder, 'a.svg'), paintSvg(sample, faces))
      writeFileSync(join(folder, 'a.pdf'), painted)
      return ['a.svg', 'a.pdf'].map((name): Uint8Array => {
        const pixels = join(folder, `${name}.ppm`)
        judge('mutool', ['draw', '-q', '-r', '72', '-c', 'rgb', '-o', pixels, join(folder, name)])
        return readFileSync(pixels)
      })
    })
    assert.ok(svg && pdf)
    assert.equal(svg.length, pdf.length)
    const inked = pdf.filter((value) => value < 128).length
    const different = pdf.filter((value, index) => Math.abs(value - svg[index]!) > 128).length
    assert.ok(inked > 10_000, `${inked}`)
    // What differs is the smoothing of edges.
    assert.ok(different < inked / 50, `${different} of ${inked} differ`)
  })

  it('draws a run as one path, glyph behind glyph', () => {
    const svg = paintSvg(page([run(faces, '人人 人')]), faces)
    const [, path = ''] = /<path [^>]* d="([^"]*)"/.exec(svg) ?? []
    const glyphs = path.split(/(?=M)/).map((glyph) => glyph.replace(/^M\S+ 0/, ''))
    assert.deepEqual(glyphs, Array(3).fill(glyphs[0]), 'a blank prints nothing')
    assert.equal(svg.match(/<path /g)?.length, 1)
  })

  it('needs no font, loads nothing and runs nothing', () => {
    const svg = paintSvg(page(sampleItems()), faces)
    assert.doesNotMatch(svg, /<text|<script|font|on\w+=|href="(?!#)|url\(/)
  })

  it('says where in the source a run comes from', () => {
    const source = { uri: 'file:///示例.gw.md', section: 3, span: { start: 5, end: 9 } }
    const svg = paintSvg(page([run(faces, '通知', { source, element: 'title' })]), faces)
    assert.match(svg, /<path [^>]*data-section="3" data-start="5" data-end="9" data-element="title" d=/)
  })

  it('is measured in millimetres', () => {
    assert.match(paintSvg(page([]), faces), /^<svg [^>]*width="210mm" height="297mm" viewBox="0 0 210 297">/)
  })

  it('holds images as data if it is given them, and a frame with their words if not', () => {
    const rect = { x: 28, y: 50, width: 20, height: 20 }
    const sample = page([{ kind: 'image', rect, image: '图.png', alt: '流程<图>' }])
    const given = paintSvg(sample, faces, new Map([['图.png', clearPicture()]]))
    assert.match(given, /<image [^>]*href="data:image\/png;base64,iVBOR/)
    assert.match(paintSvg(sample, faces), /<rect [^>]*><title>流程&lt;图&gt;<\/title>/)
  })
})
