import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { TableBlock } from '../../server/src/model/document.ts'
import { plainText } from '../../server/src/model/text.ts'
import { resolveMerges } from '../../server/src/syntax/tableMerges.ts'
import { documentOf } from '../support/pipeline.ts'

function table(text: string): TableBlock {
  const found = documentOf(`# 某局关于某某的通知\n各学校：\n${text}`).main.body.find((block) => block.kind === 'table')
  assert.ok(found?.kind === 'table')
  return found
}

function cells({ rows }: TableBlock): readonly (readonly string[])[] {
  return rows.map((row) =>
    row.map(({ at, inline, columns, rows: high }) => {
      const size = columns > 1 || high > 1 ? ` ${columns}×${high}` : ''
      return plainText(at.section, inline) + size
    }),
  )
}

describe('tables', () => {
  it('join cells to the left and upwards, and know a head of two rows', () => {
    const found = table(
      '| 序号 | 县 | 经费 | << |\n|:--:|---|--:|--:|\n| ^^ | ^^ | 改造 | 运行 |\n| 1 | 甲县 | 86.5 | 24.0 |\n| 合计 | << | 86.5 | 24.0 |',
    )
    assert.deepEqual(cells(found), [
      ['序号 1×2', '县 1×2', '经费 2×1'],
      ['改造', '运行'],
      ['1', '甲县', '86.5', '24.0'],
      ['合计 2×1', '86.5', '24.0'],
    ])
    assert.equal(found.headRows, 2)
    assert.deepEqual(
      found.rows[2]?.map(({ align }) => align),
      ['center', undefined, 'right', 'right'],
    )
  })

  it('leave cells alone that would not join to a rectangle, and print no mark', () => {
    assert.deepEqual(cells(table('| 甲 | << |\n|---|---|\n| ^^ | 乙 |\n| << | ^^ |')), [
      ['甲 2×1'],
      ['', '乙 1×2'],
      [''],
    ])
  })

  it('join a block of several rows and columns', () => {
    const found = table('| 甲 | 乙 | 丙 |\n|---|---|---|\n| 丁 | << | 戊 |\n| ^^ | ^^ | 己 |\n| ^^ | << | 庚 |')
    assert.deepEqual(cells(found), [['甲', '乙', '丙'], ['丁 2×3', '戊'], ['己'], ['庚']])
  })

  it('fill up rows that are too short and keep cells that are too many', () => {
    assert.deepEqual(cells(table('| 甲 | 乙 |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |')), [
      ['甲', '乙', ''],
      ['1', '', ''],
      ['1', '2', '3'],
    ])
  })

  it('are rectangles without holes, whatever is joined', () => {
    const mark = fc.constantFrom('甲', '<<', '^^', '')
    const rows = fc.array(fc.array(mark, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(rows, (texts) => {
        const { grid } = resolveMerges(texts)
        for (const [row, line] of grid.entries()) {
          for (const [column, cell] of line.entries()) {
            assert.ok(cell.row <= row && row <= cell.bottom && cell.column <= column && column <= cell.right)
            assert.equal(grid[cell.row]?.[cell.column], cell)
          }
        }
        const covered = new Set(grid.flat())
        const area = [...covered].reduce(
          (sum, cell) => sum + (cell.bottom - cell.row + 1) * (cell.right - cell.column + 1),
          0,
        )
        assert.equal(area, grid.flat().length)
      }),
    )
  })

  it('drop an empty head', () => {
    const found = table('| | |\n|---|---|\n| 姓名 | 甲 |')
    assert.deepEqual([cells(found), found.headRows], [[['姓名', '甲']], 0])
  })

  it('take caption and unit above and notes below', () => {
    const found = table('表1　某某表\n单位：万元\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n注：以某某为准。\n正文。')
    assert.deepEqual(
      [found.caption?.value, found.unit?.value, found.notes.map(({ value }) => value)],
      ['表1　某某表', '单位：万元', ['注：以某某为准。']],
    )
  })

  it('leave a line 单位：… without a table in the text', () => {
    const { body } = documentOf('# 某局关于某某的通知\n各学校：\n单位：某某局\n正文。').main
    assert.deepEqual(
      body.map(({ kind }) => kind),
      ['paragraph', 'paragraph'],
    )
  })

  it('break lines at <br> and keep escaped bars', () => {
    assert.deepEqual(cells(table('| 甲<br>乙 | 丙\\|丁 |\n|---|---|\n| 1 | 2 |'))[0], ['甲\n乙', '丙|丁'])
  })
})
