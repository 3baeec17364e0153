import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Glyph } from '../../server/src/pdf/content/marks.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { printedCharacters } from '../render/stext.ts'
import { judge, needJudge } from '../support/judges.ts'
import { bundledPress } from '../support/press.ts'
import { withScratch } from '../support/scratch.ts'
import { marksOf, mm, paintedBy } from './contentPdf.ts'
import { type Objects, streamText } from './samplePdf.ts'

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('')
}

function widths(glyphs: readonly Glyph[]): readonly number[] {
  return glyphs.map(({ width, size }) => Math.round((width / mm(size)) * 1000))
}

/** Shows a hexadecimal string in a font that is object 20. */
function shown(hex: string, objects: Objects): readonly Glyph[] {
  return paintedBy(`BT /F 10 Tf 20 50 Td <${hex}> Tj ET`, { resources: '/Font << /F 20 0 R >>', objects }).glyphs
}

const descendant = (more: string): string =>
  `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> ${more} >>`

const composite = (encoding: string, more = '', about = ''): Objects => ({
  20: `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding ${encoding} /DescendantFonts [21 0 R] ${more} >>`,
  21: descendant(about),
})

describe('fonts of many characters', () => {
  it('read GBK, UCS-2 and UTF-16 by the CMaps that files only name', () => {
    assert.equal(textOf(shown('B9ABCEC441', composite('/GBK-EUC-H'))), '公文A')
    assert.equal(textOf(shown('B9ABCEC441', composite('/GBKp-EUC-H'))), '公文A')
    assert.equal(textOf(shown('516C65870041', composite('/UniGB-UCS2-H'))), '公文A')
    assert.equal(textOf(shown('516CD842DFB7', composite('/UniGB-UTF16-H'))), '公𠮷')
  })

  it('know half and proportional widths of letters in them', () => {
    const listed = '/DW 1000 /W [1 [278] 34 [700] 814 939 500 7716 [500]]'
    assert.deepEqual(widths(shown('B9AB4120', composite('/GBK-EUC-H', '', listed))), [1000, 500, 500])
    assert.deepEqual(widths(shown('516C00410020', composite('/UniGB-UCS2-H', '', listed))), [1000, 700, 278])
  })

  it('read codes by the map to Unicode: single ones, ranges, lists and ligatures', () => {
    const map = streamText(
      '',
      '1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0003> <516C> <0004> <00660069> endbfchar 2 beginbfrange <0010> <0012> <4E00> <0020> <0021> [<7532> <4E59>] endbfrange',
    )
    const objects = { ...composite('/Identity-H', '/ToUnicode 22 0 R'), 22: map }
    assert.equal(textOf(shown('0003000400100012002000210099', objects)), '公fi一丂甲乙')
  })

  it('read codes by a CMap in the file, of as many bytes as its ranges say', () => {
    const map = streamText(
      '/Type /CMap /CMapName /Own',
      '2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange 1 begincidrange <8001> <8003> 5 endcidrange 1 begincidchar <41> 9 endcidchar',
    )
    const unicode = streamText('', '3 beginbfchar <41> <0041> <8001> <516C> <8002> <6587> endbfchar')
    const objects = {
      ...composite('22 0 R', '/ToUnicode 23 0 R', '/DW 1000 /W [5 [900 800] 9 [400]]'),
      22: map,
      23: unicode,
    }
    const glyphs = shown('8001418002', objects)
    assert.equal(textOf(glyphs), '公A文')
    assert.deepEqual(widths(glyphs), [900, 400, 800])
  })

  it('are called by their name without the tag of a subset, in Chinese too', () => {
    const named = (name: string): string | undefined =>
      shown('0001', {
        20: `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [21 0 R] >>`,
        21: `<< /Subtype /CIDFontType2 /BaseFont /${name} >>`,
      })[0]?.font.name
    assert.equal(named('ABCDEF+FangSong_GB2312'), 'FangSong_GB2312')
    assert.equal(named('#B7#C2#CB#CE_GB2312'), '仿宋_GB2312')
    assert.equal(named('#E4#BB#BF#E5#AE#8B'), '仿宋')
  })

  it('without an outline have ink that is estimated', () => {
    const [glyph] = shown('516C', composite('/UniGB-UCS2-H'))
    assert.equal(glyph?.inkKnown, false)
    assert.ok((glyph?.ink?.top ?? 0) < (glyph?.baseline ?? 0))
  })
})

describe('fonts of few characters', () => {
  const simple = (more: string): Objects => ({ 20: `<< /Type /Font /Subtype /TrueType /BaseFont /Arial ${more} >>` })

  it('read Windows and Macintosh codes, and names that differ', () => {
    assert.equal(textOf(shown('3097B7', simple('/Encoding /WinAnsiEncoding'))), '0—·')
    assert.equal(textOf(shown('30D1', simple('/Encoding /MacRomanEncoding'))), '0—')
    assert.equal(
      textOf(shown('0102030405', simple('/Encoding << /Differences [1 /emdash /one /uni516C /u20BB7 /odd] >>'))),
      '—1公𠮷',
    )
  })

  it('take widths from the file, else those of the standard fonts', () => {
    assert.deepEqual(widths(shown('3031', simple('/FirstChar 48 /Widths [500 600]'))), [500, 600])
    assert.deepEqual(widths(shown('302E', simple(''))), [556, 278])
    assert.deepEqual(
      widths(shown('302E', { 20: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>' })),
      [500, 250],
    )
  })

  it('may be drawn: width and box in units of their own', () => {
    const glyphs = shown('6161', {
      20: '<< /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 0 100 100] /FirstChar 97 /Widths [50] /Encoding << /Differences [97 /one] >> /CharProcs << /one 21 0 R >> >>',
      21: streamText('', '50 0 5 0 45 70 d1 5 0 40 70 re f'),
    })
    assert.equal(textOf(glyphs), '11')
    assert.deepEqual(widths(glyphs), [500, 500])
    const ink = glyphs[1]?.ink
    assert.deepEqual(
      [ink?.left, ink?.top].map((value) => Math.round(((value ?? 0) * 72) / 0.254) / 100),
      [25.5, 43],
    )
    assert.equal(glyphs[1]?.inkKnown, true)
  })
})

const TEXT = `---
发文机关: 某某市人民政府
发文字号: 某政发〔2026〕12号
成文日期: 2026年11月20日
---

# 某某市人民政府关于做好冬季供暖工作的通知

各县（市、区）人民政府：

为做好 2026 年 winter 供暖工作，现就有关事项通知如下。
`

async function printed(): Promise<Uint8Array> {
  const press = bundledPress()
  const uri = 'file:///通知.gw.md'
  press.update(uri, 1, TEXT, EMPTY_PROFILE)
  return press.pdf(uri, { epoch: 1_790_000_000, attachSource: false }, new AbortController().signal)
}

/** Writes the page anew in other programs' ways: fonts of other kinds, other operators, other matrices. */
const PRINTERS: Readonly<Record<string, (from: string, to: string) => readonly [program: string, ...args: string[]]>> =
  {
    ours: (from, to) => ['cp', from, to],
    Ghostscript: (from, to) => ['gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', '-o', to, from],
    cairo: (from, to) => ['pdftocairo', '-pdf', from, to],
    'qpdf without packing': (from, to) => ['qpdf', '--qdf', '--object-streams=disable', from, to],
  }

describe('pages of other programs', () => {
  for (const [name, command] of Object.entries(PRINTERS))
    it(`are read as mutool reads them, within 0.05 mm: ${name}`, async function () {
      needJudge(this, 'mutool')
      await withScratch(async (folder) => {
        const [from, to] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')]
        writeFileSync(from, await printed())
        const [program, ...args] = command(from, to)
        if (program !== 'cp') needJudge(this, program)
        judge(program, args)
        const [page] = marksOf(new Uint8Array(readFileSync(to)))
        const ours = (page?.glyphs ?? []).filter(({ text }) => text.trim() !== '')
        const theirs = printedCharacters(to, 1).filter(({ character }) => character.trim() !== '')
        const far = ours.filter(
          ({ text, x, baseline }) =>
            !theirs.some((each) => each.character === text && Math.hypot(each.x - x, each.baseline - baseline) < 0.05),
        )
        assert.ok(ours.length > 60)
        assert.deepEqual(
          far.map(({ text, x }) => [text, x]),
          [],
        )
        assert.ok(ours.every(({ inkKnown }) => inkKnown))
      })
    })
})
