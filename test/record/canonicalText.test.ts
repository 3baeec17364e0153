import assert from 'node:assert/strict'
import fc from 'fast-check'
import { canonicalText } from '../../server/src/record/canonicalText.ts'
import { readFrontMatter } from '../../server/src/syntax/frontMatter.ts'
import { parse } from '../../server/src/syntax/parse.ts'

const LATER = ['发文字号', '令号', '份号', '印发日期']
const document = (...front: readonly string[]) => `---\n${front.map((line) => `${line}\n`).join('')}---\n\n# 标题\n`
const isSame = (a: string, b: string) => canonicalText(a) === canonicalText(b)

describe('canonical text', () => {
  it('does not see what editors and mail do to line ends', () => {
    assert.equal(canonicalText('\uFEFF甲\r\n乙\r丙\n\n\n'), '甲\n乙\n丙\n')
  })

  it('sees everything else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const plain = (text: string) => text.replace(/[\r\n\uFEFF]/g, '')
        fc.pre(plain(a) !== plain(b))
        assert.notEqual(canonicalText(plain(a)), canonicalText(plain(b)))
      }),
    )
  })

  it('does not see what is filled in after 签发: the number, the copy, the day of printing', () => {
    const settled = document('发文机关: 某某市人民政府', '成文日期: 2026年11月20日', '抄送:', '  - 甲局', '  - 乙局')
    for (const key of LATER) {
      for (const line of [`${key}:`, `${key}: 某政发〔2026〕5号`, `${key}：5`, `${key}: "5"`, `${key}: 2026年11月23日`])
        assert.equal(canonicalText(settled.replace('成文日期', `${line}\n成文日期`)), settled, line)
    }
  })

  it('sees every other element, and these where they are not written plainly', () => {
    const settled = document('发文机关: 甲', '附注: 乙', '抄送:', '- 丙')
    const changed = [
      document('发文机关: 甲', '附注: 乙', '签发人: 丁', '抄送:', '- 丙'),
      document('发文机关: 甲', '附注: 乙', '抄送:', '- 丙', '发文字号: 5号', '发文字号: 6号'),
      document('发文机关: 甲', '附注: 乙', '抄送:', '- 丙', '发文字号: 5号', '发文字号: 5号'),
      document('发文机关: 甲', '附注: 乙', '抄送:', '发文字号: 5号', '- 丙'),
      document('发文机关: 甲', '发文字号: "5号', '附注: 乙"', '抄送:', '- 丙'),
      document('发文机关: 甲', '发文字号: |', '附注: 乙', '抄送:', '- 丙'),
      document('发文机关: 甲', '发文字号: [5号,', '附注: 乙]', '抄送:', '- 丙'),
      document('发文机关: 甲', '发文字号: 5号', '  附注: 乙', '抄送:', '- 丙'),
      `${settled}\n发文字号: 5号\n`,
      `\n${document('发文机关: 甲', '附注: 乙', '抄送:', '- 丙', '发文字号: 5号')}`,
    ]
    for (const each of changed) assert.ok(!isSame(settled, each), each)
  })

  it('is the same only for documents that say the same but for these', () => {
    const line = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('发文机关', '附注', '抄送', '发文字号', '份号'),
          fc.constantFrom(':', ': ', '：'),
          fc.constantFrom('', '甲', '"甲', '甲"', '"甲"', "'甲", '[甲', '甲]', '|', '>', '&甲', '{甲', '# 甲', '- 甲'),
        )
        .map((pieces) => pieces.join('')),
      fc.constantFrom('- 乙', '  - 乙', '  乙', '乙"', "乙'", '乙]', '', '# 注', '...', '}'),
    )
    const others = (text: string) =>
      JSON.stringify(
        readFrontMatter(parse(text).frontMatter)
          .entries.filter(({ key }) => !LATER.includes(key))
          .map(({ key, values }) => [key, values.map(({ text: value }) => value)]),
      )
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 5 }),
        fc.nat(5),
        fc.constantFrom('发文字号: 5号', '份号:'),
        (lines, at, put) => {
          const [before, after] = [document(...lines), document(...lines.toSpliced(at, 0, put))]
          if (isSame(before, after)) assert.equal(others(before), others(after))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
