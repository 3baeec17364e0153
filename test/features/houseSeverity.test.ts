import assert from 'node:assert/strict'
import fc from 'fast-check'
import { houseSeverity } from '../../server/src/features/houseSeverity.ts'
import { parseProfile } from '../../server/src/profile/parse.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { lines } from './marked.ts'

const URI = 'file:///office/红头.yaml'
const RULE = 'punc-fullwidth'
const NAME = parseName()

function parseName(): string {
  const [, name = ''] = /^ {2}(.*): /m.exec(written('')) ?? []
  return name
}

function written(text: string, severity: 'off' | 'hint' = 'off'): string {
  return applyEdits(text, [houseSeverity(text, URI, RULE, severity)])
}

describe('the severity of the house', () => {
  it('begins a profile', () => {
    assert.equal(written(''), `规则:\n  ${NAME}: 关闭\n`)
  })

  it('comes to the other rules, or behind all else', () => {
    assert.equal(
      written('规则:\n    标点: 提醒\n字体:\n  仿宋: 甲\n'),
      `规则:\n    ${NAME}: 关闭\n    标点: 提醒\n字体:\n  仿宋: 甲\n`,
    )
    assert.equal(written('字体:\n  仿宋: 甲'), `字体:\n  仿宋: 甲\n\n规则:\n  ${NAME}: 关闭\n`)
  })

  it('takes the place of the one before, by name, by id and among options', () => {
    for (const [before, after] of [
      [`规则:\n  ${NAME}: 警告\n`, `规则:\n  ${NAME}: 提示\n`],
      [`规则:\n  "${RULE}": 警告 # 旧\n`, `规则:\n  "${RULE}": 提示 # 旧\n`],
      [`规则:\n  ${NAME}:\n    级别: 错误\n  标点: 提醒\n`, `规则:\n  ${NAME}:\n    级别: 提示\n  标点: 提醒\n`],
    ] as const) {
      assert.equal(written(before, 'hint'), after)
    }
  })

  it('is refused, not guessed, in a file of another style', () => {
    assert.throws(() => written('规则: {标点: 提醒}\n'), Failure)
    assert.throws(() => written(`规则:\n  ${NAME}: 错误\nrules:\n  ${RULE}: 警告\n`), Failure)
  })

  it('holds afterwards and changes nothing else, whatever lines the profile has', () => {
    const line = fc.constantFrom(
      '规则:',
      'rules:',
      '  标点: 提醒',
      `  ${NAME}: 错误`,
      `  ${RULE}:`,
      '    级别: 警告',
      '默认:',
      '  印发机关: 甲',
      '# 注',
      '',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (all) => {
        const text = lines(...all)
        let after: string
        try {
          after = written(text)
        } catch (error) {
          assert.ok(error instanceof Failure)
          return
        }
        const [old, now] = [parseProfile(text, URI), parseProfile(after, URI)]
        assert.equal(now.rules[RULE] ?? now.rules[NAME], 'off')
        assert.deepEqual(now.defaults, old.defaults)
      }),
    )
  })
})
