import assert from 'node:assert/strict'
import fc from 'fast-check'
import { columnsOf } from '../../server/src/text/cjk.ts'
import { balanceTitle, titleBreaks } from '../../server/src/typeset/balance.ts'
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

  const published: readonly (readonly [line: string, ...lines: string[]])[] = [
    ['全国人民代表大会常务委员会', '关于在沿海港口城市设立海事法院的决定'],
    ['河南省人大常委会关于努力夺取传染性', '非典型肺炎防治工作和经济建设双胜利的决议'],
    ['第五届全国人民代表大会常务委员会', '关于批准《国务院关于老干部', '离职休养的暂行规定》的决议'],
    ['国务院办公厅关于印发', '《政府网站集约化试点工作方案》的通知'],
    ['国务院办公厅关于湖北省在温家宝总理', '考察工作时所提问题和建议办理情况的函'],
    ['市金融局关于同意天津恒汇小额贷款有限公司', '增加注册资本的批复'],
    [
      '中共某某市委办公室',
      '某某市人民政府办公室关于印发',
      '《某某市深化“放管服”改革优化营商环境',
      '三年行动方案（2026—2028年）》的通知',
    ],
    ['某某市住房和城乡建设局关于公布', '2026年第一批建筑业企业资质核查结果的通报'],
  ]
  for (const lines of published) {
    it(`${lines.join(' ／ ')}`, () => {
      const title = lines.join('').replace('办公室某某', '办公室 某某')
      assert.deepEqual(balanceTitle(title, []), lines)
    })
  }

  it('offers other ways, the best first, each with every character', () => {
    const title = '国务院办公厅关于加快发展体育竞赛表演产业的指导意见'
    const breaks = titleBreaks(title, [])
    assert.ok(breaks.length > 2 && breaks.length <= 5)
    assert.equal(new Set(breaks.map((lines) => lines.join('\n'))).size, breaks.length)
    for (const lines of breaks) assert.equal(lines.join(''), title)
  })

  it('parts no 的 from what stands before it, nor the 文种 at the end from its 的', () => {
    for (const lines of titleBreaks('某某市人民政府办公室关于进一步加强城市绿道规划建设管理工作的通知', [])) {
      for (const line of lines) assert.doesNotMatch(line, /^的|^通知|的$/)
    }
  })

  it('breaks any text, each line of at most 20 characters, none lost, in bounded work', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .constantFrom('《', '》', '的', '，', ' ', '\u200b', '关于', '👨‍👩‍👧', '\ud800')
        .chain((each) => fc.integer({ min: 1, max: 150 }).map((count) => each.repeat(count))),
      fc
        .array(fc.constantFrom('城市', '《办法》', '和', '的', '管理', '2026年', ' ', '某某市'), { maxLength: 100 })
        .map((words) => words.join('')),
    )
    const solid = (text: string) => text.replace(/\s/g, '')
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = balanceTitle(text, ['某某市'])
        assert.equal(solid(lines.join('')), solid(text))
        for (const line of lines) assert.ok(columnsOf(line) <= 20, line)
      }),
    )
  })

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
