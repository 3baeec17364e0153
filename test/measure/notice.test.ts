import assert from 'node:assert/strict'
import { measurePdf, type Report } from '../../server/src/measure/measure.ts'
import type { Row } from '../../server/src/measure/row.ts'
import { handMade, type Rule, type Stamp, type Word } from './handMade.ts'
import { around, endingAt, lineAt, NOTICE, RULES } from './notice.ts'

/** The notice with some texts and lines put elsewhere, added, or taken away. */
function measured(
  words: Readonly<Record<string, Partial<Word> | undefined>> = {},
  rules: Readonly<Record<string, Partial<Rule> | undefined>> = {},
  paper: { readonly width?: number; readonly height?: number; readonly stamps?: readonly Stamp[] } = {},
): Report {
  return measurePdf(handMade(changed(NOTICE, words), changed(RULES, rules), paper))
}

function changed<T extends object>(
  all: Readonly<Record<string, T>>,
  changes: Readonly<Record<string, Partial<T> | undefined>>,
): readonly T[] {
  const names = [...new Set([...Object.keys(all), ...Object.keys(changes)])]
  return names.flatMap((name) => {
    if (name in changes && changes[name] === undefined) return []
    return [{ ...all[name], ...changes[name] } as T]
  })
}

/** What a report finds fault with, in the words of the requirement. */
function faults({ rows }: Report): readonly string[] {
  return rows.filter(({ verdict }) => verdict === '偏差').map(({ requirement, element }) => `${requirement} ${element}`)
}

function row(report: Report, requirement: string, asks: RegExp): Row {
  const found = report.rows.find((each) => each.requirement === requirement && asks.test(each.asks))
  assert.ok(found, `${requirement} ${asks}`)
  return found
}

function near(actual: unknown, expected: number): void {
  assert.ok(typeof actual === 'number' && Math.abs(actual - expected) < 0.011, `${actual} ≠ ${expected}`)
}

describe('a page of a word processor that is set as the standard asks', () => {
  it('conforms in every row', () => {
    const report = measured()
    assert.deepEqual(faults(report), [])
    assert.deepEqual(report.summary, { 符合: report.rows.length, 偏差: 0, 未见: 0, 不能自动判断: 0 })
    assert.ok(report.conforms)
    assert.ok(report.rows.length > 75)
  })

  it('names its fonts and says that they are not in the file', () => {
    const fangsong = measured().fonts.find(({ role }) => role === '仿宋')
    assert.deepEqual(fangsong, { name: 'FangSong_GB2312', role: '仿宋', embedded: false })
  })

  it('is recognised when browsers named radicals in place of characters', () => {
    assert.deepEqual(faults(measured({ 主送: { text: '各县（市、区）⼈⺠政府：' } })), [])
    assert.equal(
      row(measured({ 主送: { text: '各县（市、区）⼈⺠政府：' } }), 'B-5', /顶格/).text,
      '各县（市、区）人民政府：',
    )
  })

  it('may have mirrored margins', () => {
    const mirrored = Object.fromEntries(
      Object.entries(NOTICE)
        .filter(([, { page }]) => page === 2)
        .map(([name, word]) => [name, { x: word.x - 2 }]),
    )
    const rules = Object.fromEntries(['首条', '中间', '末条'].map((name) => [name, { x1: 26, x2: 182 }]))
    assert.deepEqual(faults(measured(mirrored, rules)), [])
  })
})

/** One thing changed: what is then off, by how much, and what is said of it. */
const CHANGES: readonly {
  readonly name: string
  readonly words?: Parameters<typeof measured>[0]
  readonly rules?: Parameters<typeof measured>[1]
  readonly requirement: string
  readonly asks: RegExp
  readonly difference?: number
  readonly says?: RegExp
}[] = [
  { name: '标志低 2 mm', words: { 标志: { y: NOTICE.标志!.y + 2 } }, requirement: 'H-7', asks: /35 mm/, difference: 2 },
  {
    name: '标志偏左 3 mm',
    words: { 标志: { x: NOTICE.标志!.x - 3 } },
    requirement: 'H-7',
    asks: /居中/,
    difference: -3.04,
  },
  { name: '字号不用六角括号', words: { 字号: { text: '某政发[2026]12号' } }, requirement: 'H-15', asks: /六角括号/ },
  {
    name: '红线低 1.5 mm',
    rules: { 红线: { y: RULES.红线!.y + 1.5 } },
    requirement: 'H-20',
    asks: /4 mm/,
    difference: 1.22,
  },
  { name: '红线短 10 mm', rules: { 红线: { x2: 174 } }, requirement: 'H-20', asks: /等宽/, difference: -10 },
  { name: '标题用黑体', words: { 标题: { face: '黑体' } }, requirement: 'B-1', asks: /小标宋/ },
  {
    name: '标题用小二号',
    words: { 标题: { size: 18, x: around(106, NOTICE.标题!.text, 18) } },
    requirement: 'B-1',
    asks: /二号字/,
    difference: -4,
    says: /小二/,
  },
  {
    name: '标题紧靠红线',
    words: { 标题: { y: NOTICE.标题!.y - 10 } },
    requirement: 'B-1',
    asks: /空二行/,
    difference: -9.57,
  },
  { name: '主送缩进', words: { 主送: { x: 33 } }, requirement: 'B-5', asks: /顶格/ },
  { name: '主送用半角冒号', words: { 主送: { text: '各县（市、区）人民政府:' } }, requirement: 'B-5', asks: /冒号/ },
  {
    name: '段首只空一字',
    words: { 正文三: { x: 28 + 156 / 28 + 1 } },
    requirement: 'B-8',
    asks: /空二字/,
    difference: -4.57,
  },
  { name: '正文是灰色', words: { 正文四: { red: true } }, requirement: 'P-10', asks: /黑色/ },
  { name: '第一层标题用楷体', words: { 第一层: { face: '楷体' } }, requirement: 'B-10', asks: /黑体/ },
  {
    name: '日期右空六字',
    words: { 日期: { x: NOTICE.日期!.x - 11.14 }, 署名: { x: NOTICE.署名!.x - 11.14 } },
    requirement: 'SG-1',
    asks: /右空四字/,
    difference: 11.21,
  },
  { name: '日期编虚位', words: { 日期: { text: '2026年01月02日' } }, requirement: 'SG-16', asks: /虚位/, says: /虚位/ },
  { name: '附注顶格', words: { 附注: { x: 28 } }, requirement: 'N-1', asks: /空二字/, difference: -11.14 },
  { name: '末条线高 3 mm', rules: { 末条: { y: 259 + 3 - 3 } }, requirement: 'C-2', asks: /重合/, difference: -3 },
  {
    name: '页码低 3 mm',
    words: { 页码一: { y: NOTICE.页码一!.y + 3 } },
    requirement: 'PG-2',
    asks: /7 mm/,
    difference: 2.7,
  },
]

describe('a page with one thing wrong', () => {
  for (const { name, words, rules, requirement, asks, difference, says } of CHANGES)
    it(`is told: ${name}`, () => {
      const found = row(measured(words, rules), requirement, asks)
      assert.equal(found.verdict, '偏差')
      if (difference !== undefined) near(found.difference, difference)
      if (says) assert.match(found.note ?? '', says)
    })

  it('lacks the mark when it is not red, and the red line when it is black', () => {
    assert.equal(row(measured({ 标志: { red: false } }), 'H-7', /35/).verdict, '未见')
    assert.equal(row(measured({}, { 红线: { red: false } }), 'H-20', /等宽/).verdict, '未见')
  })

  it('is on other paper', () => {
    const report = measured({}, {}, { width: 215.9, height: 279.4 })
    near(row(report, 'P-1', /宽/).difference, 5.9)
    near(row(report, 'P-1', /高/).difference, -17.6)
  })

  it('says where the worst of many stands', () => {
    const found = row(measured({ 正文三: { x: 35 } }), 'B-8', /空二字/)
    assert.equal(found.place?.page, 1)
    assert.match(found.text ?? '', /^为认真贯彻/)
    assert.match(found.note ?? '', /1 处有偏差/)
  })
})

/** The running lines set at another distance, from 主送 on. */
function pitched(points: number): Readonly<Record<string, Partial<Word>>> {
  const names = ['主送', '正文一', '正文二', '第一层', '第二层', '正文三', '正文四', '正文五', '正文六', '正文七']
  const step = (points * 25.4) / 72
  const page1 = names.map((name, index) => [name, { y: lineAt(13) + index * step }] as const)
  return Object.fromEntries([...page1, ['续文二', { y: lineAt(1) + step }]])
}

describe('values that are often taken for the standard’s', () => {
  it('28 pt from line to line', () => {
    const report = measured(pitched(28))
    const found = row(report, 'U-4', /行/)
    near(found.measured, 9.878)
    assert.match(found.note ?? '', /28 磅固定值/)
    assert.ok(faults(report).includes('P-9 每面行数'))
  })

  it('33 pt from line to line', () => {
    assert.match(row(measured(pitched(33)), 'U-4', /行/).note ?? '', /33 磅固定值/)
  })

  it('bold headings', () => {
    const found = row(measured({ 第一层: { face: '粗黑' } }), 'F-2', /加粗/)
    assert.deepEqual([found.verdict, found.ground, found.text], ['偏差', '推算', '一、总体要求'])
  })

  it('版记 in 3号, and 共印份数', () => {
    const report = measured({
      印发机关: { size: 16 },
      份数: { text: '（共印200份）', x: 140, y: 268, size: 14, page: 2 },
    })
    assert.match(row(report, 'C-7', /四号字/).note ?? '', /三号/)
    assert.equal(row(report, 'C-12', /没有这一要素/).verdict, '偏差')
  })

  it('headings flush with the margin', () => {
    assert.match(row(measured({ 第一层: { x: 28 } }), 'B-11', /左空二字/).note ?? '', /顶格是常见的误用/)
  })

  it('-1- in the middle', () => {
    const report = measured({ 页码一: { text: '-1-', x: around(106, '-1-', 14) } })
    assert.match(row(report, 'PG-4', /一字线/).note ?? '', /连字符/)
    assert.match(row(report, 'PG-3', /右空一字/).note ?? '', /居中是常见的误用/)
  })

  it('署名 four characters from the right, like the date', () => {
    const right = 184 - 4 * (156 / 28)
    const stamps = [{ x: 120, y: 66, diameter: 45, page: 2 }]
    const report = measured(
      { 署名: { text: '某某市人民政府办公室', x: endingAt(right, '某某市人民政府办公室') } },
      {},
      { stamps },
    )
    assert.match(row(report, 'SG-3', /居中/).note ?? '', /右空四字是常见的误用/)
  })

  it('签发人 on a line of its own above 发文字号', () => {
    const y = NOTICE.字号!.y
    const label = '签发人：张明'
    const report = measured({
      签发人: { text: label, x: endingAt(184 - 156 / 28, label), y: y - 10.447 },
      字号: { x: 28 + 156 / 28 },
    })
    assert.match(row(report, 'H-16', /同一行/).note ?? '', /另占一行是常见的误用/)
  })

  it('the red line directly below the mark', () => {
    const found = row(measured({}, { 红线: { y: 100 } }), 'H-20', /4 mm/)
    assert.match(found.note ?? '', /红线排在发文字号之上是常见的误用/)
  })

  it('12 pt for 4号', () => {
    assert.match(row(measured({ 页码一: { size: 12 } }), 'PG-1', /四号字/).note ?? '', /12 磅是小四号/)
  })

  it('35 mm kept free above the mark instead of measured to its ink', () => {
    near(row(measured({ 标志: { y: NOTICE.标志!.y + 5 } }), 'H-7', /35 mm/).difference, 5)
  })
})

describe('what the edition of 1999 asked for', () => {
  it('密级 at the top right, spaced', () => {
    const text = '机　密'
    const report = measured({ 密级: { text, x: endingAt(184, text) } })
    assert.match(row(report, 'H-2', /左上角/).note ?? '', /右上角是 1999 年版/)
    assert.match(row(report, 'H-3', /不空格/).note ?? '', /1999 年版/)
  })

  it('the mark 25 mm below the edge of the type area', () => {
    assert.match(row(measured({ 标志: { y: NOTICE.标志!.y - 10 } }), 'H-7', /35 mm/).note ?? '', /25 mm 是 1999 年版/)
  })

  it('the date in Chinese numerals', () => {
    const text = '二〇二六年十一月二十二日'
    const found = row(measured({ 日期: { text, x: endingAt(161.7, text) } }), 'SG-16', /阿拉伯数字/)
    assert.match(found.note ?? '', /1999 年版/)
  })

  it('a seal over the date alone', () => {
    const stamps = [{ x: 120, y: 66, diameter: 45, page: 2 }]
    assert.match(row(measured({ 署名: undefined }, {}, { stamps }), 'SG-3', /署名/).note ?? '', /1999 年版/)
  })

  it('主题词', () => {
    const report = measured({ 主题词: { text: '主题词：供暖　通知', x: 28, y: 242, page: 2 } })
    assert.match(row(report, 'G-6', /没有这一要素/).note ?? '', /1999 年版/)
  })

  it('此页无正文', () => {
    const report = measured({ 续文一: undefined, 续文二: { text: '（此页无正文）' } })
    assert.match(row(report, 'SG-18', /正文/).note ?? '', /此页无正文/)
  })
})

describe('the tolerance', () => {
  const off = (tolerance: number): string =>
    row(
      measurePdf(handMade(changed(NOTICE, { 附注: { x: NOTICE.附注!.x + 0.3 } }), changed(RULES, {})), tolerance),
      'N-1',
      /空二字/,
    ).verdict

  it('decides what counts as off', () => {
    assert.equal(off(0.5), '符合')
    assert.equal(off(0.2), '偏差')
  })

  it('is widened where ink is estimated: such a row is left to people', () => {
    const report = measured({ 标志: { y: NOTICE.标志!.y + 1.2 } })
    assert.equal(row(report, 'H-7', /35 mm/).verdict, '不能自动判断')
  })
})
