import assert from 'node:assert/strict'
import fc from 'fast-check'
import { setEntry } from '../../server/src/model/frontMatterEdits.ts'
import { FRONT_MATTER_KEYS } from '../../server/src/standard/frontMatterKeys.ts'
import { readFrontMatter } from '../../server/src/syntax/frontMatter.ts'
import { parse } from '../../server/src/syntax/parse.ts'
import { applyEdits } from '../../server/src/text/edit.ts'

const read = (text: string) =>
  new Map(
    readFrontMatter(parse(text).frontMatter).entries.map(({ key, values }) => [key, values.map((each) => each.text)]),
  )

function set(text: string, key: string, ...values: readonly string[]): string {
  const edit = setEntry(parse(text), key, values)
  assert.ok(edit)
  return applyEdits(text, [edit])
}

const value = fc
  .array(fc.constantFrom('市', '机密', '★', ' ', ':', '：', '#', '-', '"', "'", '\\', '[', '{', '&', '*', '0', ','), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '')
const key = fc.constantFrom(...FRONT_MATTER_KEYS.map((each) => each.key))
const front = fc
  .uniqueArray(fc.tuple(key, fc.array(value, { minLength: 1, maxLength: 3 })), {
    selector: ([name]) => name,
    maxLength: 5,
  })
  .map((entries) => entries.reduce((text, [name, values]) => set(text, name, ...values), '# 标题\n\n正文。\n'))

describe('an entry of the front matter', () => {
  it('reads as it was set, and every other one as before', () => {
    fc.assert(
      fc.property(front, key, fc.array(value, { minLength: 1, maxLength: 3 }), (text, name, values) => {
        assert.deepEqual(read(set(text, name, ...values)), new Map([...read(text), [name, values]]))
      }),
    )
  })

  it('is gone when it has no values, and nothing else is', () => {
    fc.assert(
      fc.property(front, (text) => {
        for (const name of read(text).keys()) {
          const left = new Map(read(text))
          left.delete(name)
          assert.deepEqual(read(set(text, name)), left)
        }
      }),
    )
    assert.equal(setEntry(parse('# 标题\n'), '密级', []), undefined)
  })

  it('changes no character that may stay', () => {
    const text = '---\n密级: 机密★1年\n---\n# 标题\n'
    const at = text.indexOf('机密')
    assert.deepEqual(setEntry(parse(text), '密级', ['秘密★1年']), { span: { start: at, end: at + 1 }, text: '秘' })
  })

  it('goes to its place in the order of the standard', () => {
    assert.equal(
      set('---\n发文机关: 甲\n抄送: 乙\n---\n', '密级', '机密'),
      '---\n密级: 机密\n发文机关: 甲\n抄送: 乙\n---\n',
    )
    assert.equal(
      set('---\n发文机关: 甲\n抄送: 乙\n---\n', '附注', '此件公开发布'),
      '---\n发文机关: 甲\n附注: 此件公开发布\n抄送: 乙\n---\n',
    )
  })

  it('keeps quotes around its key and the line ends of the file', () => {
    assert.equal(set('---\r\n"密级": 机密\r\n---\r\n', '密级', '秘密'), '---\r\n"密级": 秘密\r\n---\r\n')
    assert.equal(
      set('---\r\n密级: 机密\r\n---\r\n', '抄送', '甲', '乙'),
      '---\r\n密级: 机密\r\n抄送:\r\n  - 甲\r\n  - 乙\r\n---\r\n',
    )
  })
})
