import assert from 'node:assert/strict'
import fc from 'fast-check'
import { CELL_PT } from '../../server/src/standard/layout.ts'
import { type BrokenLine, breakLines } from '../../server/src/typeset/breakLines.ts'
import { partWideWords } from '../../server/src/typeset/latin.ts'
import { bodyStyle } from '../../server/src/typeset/piece.ts'
import { lineWidth, placeLine, wholeLine } from '../../server/src/typeset/setLine.ts'
import { openTypefaces } from '../../server/src/typeset/typefaces.ts'
import { cutUnits, type Unit } from '../../server/src/typeset/units.ts'
import { SQUARES } from './support.ts'

const faces = openTypefaces(SQUARES)
const WIDTH = 28 * CELL_PT

function unitsOf(text: string): readonly Unit[] {
  const piece = { text, style: bodyStyle('仿宋'), element: 'body', exact: false }
  return partWideWords(
    cutUnits([piece], faces, () => undefined),
    WIDTH,
    faces,
  )
}

function textOf(units: readonly Unit[], { from, to }: BrokenLine): string {
  return units
    .slice(from, to)
    .map(({ glyph }) => glyph.text)
    .join('')
    .trimEnd()
}

function broken(text: string): readonly string[] {
  const units = unitsOf(text)
  return breakLines(units, () => WIDTH).map((line) => textOf(units, line))
}

/** Width of a text in one line. */
function cellsOf(text: string): number {
  return unitsOf(text).reduce((sum, { glyph }) => sum + glyph.width, 0) / CELL_PT
}

const 汉 = (count: number) => '汉'.repeat(count)

describe('line breaking', () => {
  it('sets 28 characters to a line', () => {
    assert.deepEqual(
      broken(汉(60)).map((line) => line.length),
      [28, 28, 4],
    )
  })

  it('pushes a mark in where the marks of the line have blanks to give (标点挤压)', () => {
    assert.deepEqual(broken(`甲，${汉(26)}。乙`), [`甲，${汉(26)}。`, '乙'])
  })

  it('pushes the last character out where they have not, and spreads the line', () => {
    const units = unitsOf(`${汉(28)}。乙`)
    const [first] = breakLines(units, () => WIDTH)
    assert.equal(textOf(units, first as BrokenLine).length, 27)
    assert.ok(Math.abs(lineWidth(units, first as BrokenLine) - WIDTH) < 1e-6)
  })

  it('ends no line with an opening mark', () => {
    assert.deepEqual(broken(`${汉(27)}《汉》`), [汉(27), '《汉》'])
  })

  it('splits neither —— nor ……', () => {
    assert.deepEqual(broken(`${汉(27)}——汉`), [汉(27), '——汉'])
    assert.deepEqual(broken(`${汉(27)}……汉`), [汉(27), '……汉'])
  })

  it('splits no number, year, percentage or number with its unit', () => {
    assert.deepEqual(broken(`${汉(27)}2026年`), [汉(27), '2026年'])
    assert.deepEqual(broken(`${汉(26)}2026年`), [汉(26), '2026年'])
    assert.deepEqual(broken(`${汉(27)}12.5%`), [汉(27), '12.5%'])
    assert.deepEqual(broken(`${汉(25)}120万元`), [汉(25), '120万元'])
    assert.deepEqual(broken(`${汉(24)}〔2026〕12号`), [汉(24), '〔2026〕12号'])
  })

  it('keeps Latin words whole and parts addresses behind / ? & = only', () => {
    assert.deepEqual(broken(`${汉(26)}Markdown`), [汉(26), 'Markdown'])
    const [first, second] = broken(`${汉(20)}https://www.example.gov.cn/zwgk/index.html`)
    assert.match(first as string, /[/.]$/)
    assert.equal(`${first}${second}`, `${汉(20)}https://www.example.gov.cn/zwgk/index.html`)
  })

  it('tears a word that is wider than the line rather than leave the type area', () => {
    const lines = broken('x'.repeat(150))
    assert.equal(lines.join(''), 'x'.repeat(150))
    assert.ok(lines.length >= 3)
  })

  it('stands on the grid again behind a number', () => {
    const units = unitsOf('共3个和125个')
    const runs = placeLine(units, wholeLine(units), 0, 0, faces)
    const starts = runs.filter((run) => /\p{Script=Han}/u.test(run.text)).map((run) => (run.x * 72) / 25.4 / CELL_PT)
    for (const start of starts) assert.ok(Math.abs(start - Math.round(start)) < 0.01, String(start))
  })
})

describe('marks and last lines', () => {
  const cases: readonly (readonly [clause: string, text: string, lines: readonly string[]])[] = [
    ['GB/T 15834 5.1.1 点号', `${汉(28)}，甲`, [汉(27), '汉，甲']],
    ['GB/T 15834 5.1.3 前一半', `${汉(27)}（汉）`, [汉(27), '（汉）']],
    ['GB/T 15834 5.1.3 后一半', `《${汉(27)}》汉`, [`《${汉(27)}》`, '汉']],
    ['GB/T 15834 5.1.4 破折号', `${汉(27)}——汉汉`, [汉(27), '——汉汉']],
    ['GB/T 15834 5.1.5 两个省略号', `${汉(26)}…………汉`, [汉(26), '…………汉']],
    ['GB/T 15834 5.1.6 一字线', `${汉(28)}—汉汉`, [汉(27), '汉—汉汉']],
    ['GB/T 15834 5.1.6 浪纹线', `${汉(28)}～汉汉`, [汉(27), '汉～汉汉']],
    ['GB/T 15834 5.1.7 间隔号', `${汉(28)}·汉汉`, [汉(27), '汉·汉汉']],
    ['GB/T 15834 5.1.9 分隔号', `${汉(27)}汉／汉汉`, [汉(27), '汉／汉汉']],
    ['GB/T 15834 5.1.11 末字不转行', `甲，乙，丁，${汉(22)}丙。`, [`甲，乙，丁，${汉(22)}丙。`]],
    ['practice: company for a last character', `${汉(28)}丙。`, [汉(27), '汉丙。']],
    ['发文字号 stays with its 代字', `${汉(26)}国发〔2026〕1号`, [汉(26), '国发〔2026〕1号']],
    [
      '发文字号 is parted rather than the line torn',
      `${汉(22)}某政发〔2026〕1号文`,
      [`${汉(22)}某政发〔2026〕`, '1号文'],
    ],
    ['an apostrophe is part of its word', `${汉(26)}don’t汉汉`, [汉(26), 'don’t汉汉']],
  ]
  for (const [clause, text, lines] of cases) {
    it(clause, () => assert.deepEqual(broken(text), lines))
  }

  it('leave no hole of a cell between two marks (GB/T 15834—2011 5.1.11)', () => {
    const widths = (text: string) => unitsOf(text).map(({ glyph }) => glyph.width / CELL_PT)
    assert.deepEqual(widths('甲》，乙'), [1, 0.5, 1, 1])
    assert.deepEqual(widths('甲：“乙'), [1, 0.5, 1, 1])
    assert.deepEqual(widths('“《乙'), [1, 0.5, 1])
    assert.deepEqual(widths('甲。乙'), [1, 1, 1])
  })
})

/** Gaps between the glyphs of a line, in cells, as `before|gap|after`. Digits of SQUARES are half as wide as their size. */
function gapsOf(text: string, nth = 0): ReadonlyMap<string, number> {
  const units = unitsOf(text)
  const lines = breakLines(units, () => WIDTH)
  const gaps = new Map<string, number>()
  let before = ''
  let end = 0
  for (const run of placeLine(units, lines[nth] as BrokenLine, 0, 0, faces)) {
    const start = (run.x * 72) / 25.4
    gaps.set(`${before}|${run.text[0]}`, (start - end) / CELL_PT)
    let width = 0
    for (const character of run.text) width += faces.advance(run.face, character) * run.size * (run.scale ?? 1)
    before = run.text.at(-1) as string
    end = start + width + run.pitch * (run.text.length - 1)
  }
  return gaps
}

describe('blanks beside numbers', () => {
  const close = (actual: number | undefined, expected: number) =>
    assert.ok(actual !== undefined && Math.abs(actual - expected) < 0.06, `${actual} cells, expected ${expected}`)

  it('are the same on either side of a number between 汉字', () => {
    const gaps = gapsOf('共需600元以上')
    close(gaps.get('需|6'), 0.25)
    close(gaps.get('0|元'), 0.25)
  })

  it('never stand between a number and a mark', () => {
    const gaps = gapsOf('共需600～900元，占5。')
    close(gaps.get('需|6'), 0.25)
    close(gaps.get('0|～'), 0)
    close(gaps.get('～|9'), 0)
    close(gaps.get('0|元'), 0.25)
    close(gaps.get('5|。'), 0)
  })

  it('never stand at the start of a line, nor double behind the number there', () => {
    const gaps = gapsOf(`${汉(28)}600元以上`, 1)
    close(gaps.get('|6'), 0)
    close(gaps.get('0|元'), 0.25)
  })

  it('are the same on all sides of the numbers of a date, which come back to the grid together', () => {
    const none = gapsOf('于9月3日前')
    for (const border of ['于|9', '9|月', '月|3', '3|日']) close(none.get(border), 0)
    const some = gapsOf('自2026年9月12日起')
    for (const border of ['自|2', '6|年', '年|9', '9|月', '月|1', '2|日']) close(some.get(border), 0.08)
    close(cellsOf('于9月3日前'), 5)
    close(cellsOf('自2026年9月12日起'), 9)
  })

  it('are the same in a line that is pushed in: marks give first', () => {
    const gaps = gapsOf(`共需600元，以上，${汉(17)}2026年`)
    close(gaps.get('需|6'), 0.25)
    close(gaps.get('0|元'), 0.25)
  })
})

const fragment = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[一二三四五六七八九十天地人]{1,9}$/) },
  fc.constantFrom('，', '。', '；', '、', '：', '”，', '》（', '）。', '“', '《', '——', '……', '·', '（一）', '？”'),
  fc.stringMatching(/^[0-9]{1,6}(\.[0-9])?%?$/),
  fc.stringMatching(/^[A-Za-z]{1,12}$/),
  fc.constantFrom('2026年', '100万元', '〔2026〕5号', ' ', '\u3000', 'https://a.cn/b?c=d&e=f', '𬭎'),
)
// A hanzi between the fragments: texts of marks alone have no legal break at all.
const paragraph = fc.array(fragment, { minLength: 1, maxLength: 60 }).map((parts) => `文${parts.join('字')}文`)

describe('laws of line breaking', () => {
  it('no line starts with a closing mark or point or ends with an opening one', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        for (const line of broken(text)) {
          assert.doesNotMatch(line, /^[，。、；：？！）》”’〕】·]/u)
          assert.doesNotMatch(line, /[（《“‘〔【]$/u)
        }
      }),
    )
  })

  it('every character stands in exactly one line, in order', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const solid = (each: string) => each.replace(/\s/g, '')
        assert.equal(solid(broken(text).join('')), solid(text))
      }),
    )
  })

  it('every character is drawn exactly once, in order', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const units = unitsOf(text)
        const runs = breakLines(units, () => WIDTH).flatMap((line) => placeLine(units, line, 28, 100, faces))
        assert.equal(runs.map((run) => run.text.replace(/\s/g, '')).join(''), text.replace(/\s/g, ''))
      }),
    )
  })

  it('no line is wider than 156 mm', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const units = unitsOf(text)
        for (const line of breakLines(units, () => WIDTH)) assert.ok(lineWidth(units, line) < WIDTH + 0.02)
      }),
    )
  })

  it('no glyph stands outside the type area', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const units = unitsOf(text)
        for (const line of breakLines(units, () => WIDTH)) {
          for (const run of placeLine(units, line, 28, 100, faces))
            assert.ok(run.x > 27.95 && endOf(run) < 184.05, run.text)
        }
      }),
    )
  })
})

/** Right edge of the last glyph's ink. */
function endOf(run: { text: string; x: number; pitch: number; size: number; scale?: number; face: string }): number {
  const characters = [...run.text]
  let pen = 0
  for (const character of characters.slice(0, -1)) {
    pen += faces.advance(run.face, character) * run.size * (run.scale ?? 1) + run.pitch
  }
  const last = characters.at(-1) as string
  const ink = /[，。、；：？！）》”’〕】]/.test(last) ? 0.5 : faces.advance(run.face, last)
  return run.x + ((pen + ink * run.size * (run.scale ?? 1)) * 25.4) / 72
}

describe('laws of line breaking over hostile text', () => {
  const wild = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .constantFrom(
        '，',
        '“',
        '…',
        '—',
        '\u200b',
        '\u0301',
        '\u202e',
        '\u0000',
        '\ud83d',
        'x',
        '9',
        '👨‍👩‍👧',
        '\u00a0',
        'ש',
      )
      .chain((each) => fc.integer({ min: 1, max: 400 }).map((count) => each.repeat(count))),
  )
  const hostile = fc.array(fc.oneof(wild, paragraph), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('文'))

  /** What is drawn: blanks, control and format characters only move the pen. */
  const visible = (text: string) =>
    [...text].filter((each) => !/[\s\p{Cf}\p{Cc}\p{Variation_Selector}\p{Z}]/u.test(each)).join('')

  it('every visible character is drawn exactly once, in order', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const units = unitsOf(text)
        const runs = breakLines(units, () => WIDTH).flatMap((line) => placeLine(units, line, 28, 100, faces))
        assert.equal(visible(runs.map((run) => run.text).join('')), visible(text))
      }),
    )
  })

  it('no line is wider than 156 mm', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const units = unitsOf(text)
        for (const line of breakLines(units, () => WIDTH)) assert.ok(lineWidth(units, line) < WIDTH + 0.02)
      }),
    )
  })

  it('a line begins with what may not begin one only behind a line that may end nowhere', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const units = unitsOf(text)
        const lines = breakLines(units, () => WIDTH)
        lines.slice(1).forEach(({ from }, index) => {
          if (units[from]?.bond !== 'firm') return
          const before = lines[index] as BrokenLine
          for (let i = before.from + 1; i < before.to; i++) assert.equal(units[i]?.bond, 'firm')
        })
      }),
    )
  })

  for (const [name, unit] of [
    ['汉字', '汉'],
    ['marks', '，'],
    ['opening marks', '“'],
    ['a word', 'x'],
    ['zero-width characters', '\u200b'],
    ['combining marks', '\u0301'],
    ['paragraphs', '各部门要按照“谁主管、谁负责”的原则，于2026年12月31日前完成。'],
  ] as const) {
    it(`twice as much of ${name} is at most twice the work`, () => {
      const steps = (count: number) => {
        let reads = 0
        const units = new Proxy(unitsOf(`文${unit.repeat(count)}`), {
          get(target, key) {
            reads += 1
            return Reflect.get(target, key)
          },
        })
        breakLines(units, () => WIDTH)
        return reads
      }
      const times = Math.ceil(10_000 / unit.length)
      assert.ok(steps(times * 2) <= steps(times) * 2.05 + 200)
    })
  }
})
