import assert from 'node:assert/strict'
import fc from 'fast-check'
import { columnsOf } from '../../server/src/text/cjk.ts'
import { balanceTitle } from '../../server/src/typeset/balance.ts'
import { layoutOf } from './support.ts'

describe('title lines (GB/T 9704—2012 7.3.1)', () => {
  const cases: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['关于召开会议的通知', ['关于召开会议的通知']],
    ['某某市人民政府关于加强电子公文管理工作的通知', ['某某市人民政府', '关于加强电子公文管理工作的通知']],
    [
      '某某市人民政府办公室关于做好2026年冬季供暖保障工作的通知',
      ['某某市人民政府办公室', '关于做好2026年冬季供暖保障工作的通知'],
    ],
  ]
  for (const [title, lines] of cases) {
    it(title, () => assert.deepEqual(balanceTitle(title, ['某某市人民政府', '某某市人民政府办公室']), lines))
  }

  it('tears neither a name nor a 《》', () => {
    const lines = balanceTitle('某某市人民政府办公室关于印发《某某市城市绿道管理办法》的通知', ['某某市人民政府办公室'])
    assert.ok(
      lines.some((line) => line.includes('《某某市城市绿道管理办法》')),
      lines.join('/'),
    )
    assert.ok(lines.some((line) => line.includes('某某市人民政府办公室')))
  })

  it('begins no line with 的', () => {
    const noun = fc.constantFrom('城市', '供暖', '管理', '水利', '工程', '农村', '教育', '安全', '生产', '的', '和')
    fc.assert(
      fc.property(fc.array(noun, { minLength: 8, maxLength: 30 }), (words) => {
        const title = `关于${words.join('')}工作的通知`
        const lines = balanceTitle(title, [])
        assert.equal(lines.join(''), title)
        for (const line of lines) {
          assert.ok(columnsOf(line) <= 20, line)
          assert.doesNotMatch(line, /^的/)
        }
      }),
    )
  })

  it('takes the drafter’s breaks and balances a line that is too long inside itself', () => {
    const source = '# 某某市教育局\n# 关于加强全市中小学校和幼儿园食堂食品安全管理工作的通知\n各单位：\n通知如下。\n'
    const { titleLines } = layoutOf(source).facts
    assert.equal(titleLines[0], '某某市教育局')
    assert.equal(titleLines.length, 3)
  })

  it('prints 副题 and 题注 below the title in 楷体, 题注 in brackets', () => {
    const layout = layoutOf(
      '# 某某市城市绿道管理办法\n2026年3月6日市人民政府第9次常务会议通过\n\n为了规范管理，制定本办法。\n',
    )
    const runs = layout.pages[0]?.items.filter((item) => item.kind === 'run' && item.element === 'adoption') ?? []
    const text = runs.map((run) => (run.kind === 'run' ? run.text : '')).join('')
    assert.equal(text, '（2026年3月6日市人民政府第9次常务会议通过）')
  })
})
