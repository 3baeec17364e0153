/**
 * Lines and values of hostile sameness. Nothing is timed: a pattern that takes quadratic time on 60,000 characters
 * runs into mocha's limit, one that takes exponential time never comes back.
 */
import { draft } from '../support/rules.ts'

const LENGTH = 60_000
const HOSTILE = [
  '一',
  '1',
  '１',
  '0',
  '（',
  '）',
  '(',
  '(甲',
  '《',
  '》',
  '“',
  '”',
  '【',
  '×',
  'X',
  '，',
  '。',
  '、',
  '：',
  ',',
  ':',
  '; ',
  '~',
  '1-',
  '1～',
  '1.5～',
  '2021-',
  '月',
  '1月1',
  '1月1 ',
  '号',
  '附件',
  '见附件1',
  '其它',
  '截止',
  '己',
  '帐',
  '布署',
  '1%',
  '％',
  '某政发〔2026〕',
  '〔',
  '[2026]',
  '第',
  '★',
  ' ',
  '　',
  '甲,',
  '甲 ',
  '一、',
  '1、',
  '(一)',
  '“甲',
  '甲”',
  'a1',
  '待定',
]

const IN_VALUES = ['一', '1', '0', '（', '【', '×', '，', '、', '〔', '〔2026〕', '[2026]', '第', '★', '月', '3月5']

/** One line, or a value, of about {@link LENGTH} characters. */
const filled = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length))

describe('every pattern takes linear time', () => {
  for (const piece of HOSTILE) {
    it(`a line of ${JSON.stringify(piece)}`, () => {
      draft(`${filled(piece)}\n甲\n${filled(piece)}甲\n`)
    })
  }

  for (const key of ['发文字号', '密级', '份号', '成文日期', '抄送', '签发人', '发文机关', '附注']) {
    it(`a value of ${key}`, () => {
      for (const piece of IN_VALUES)
        draft(`---\n${key}: ${filled(piece).slice(0, 4_000)}\n---\n\n# 某某市人民政府关于值班的通知\n`)
    })
  }

  it('a title and an addressee', () => {
    for (const piece of HOSTILE) draft(`# ${filled(piece).slice(0, 4_000)}通知\n\n${filled(piece).slice(0, 4_000)}：\n`)
  })

  it('tens of thousands of comments, attachments and attributes', function () {
    this.timeout(20_000)
    draft('<!-- 红头：忽略 x y -->\n'.repeat(20_000))
    draft('<!-- 红头：忽略 x y -->\n\n::附件[甲]\n'.repeat(3_000))
    draft(`::附件[甲]{${'a=b '.repeat(50_000)}}\n`)
    draft('\\'.repeat(200_000))
  })

  it('thousands of ordinals', () => {
    for (const ordinal of ['一、甲', '（一）甲', '1.甲', '（1）甲', '第一条　甲', '（三）、甲'])
      draft(`${ordinal}\n`.repeat(5_000))
  })
})
