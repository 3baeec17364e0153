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
