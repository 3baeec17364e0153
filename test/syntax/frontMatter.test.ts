import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isScalar, parseDocument } from 'yaml'
import { readFrontMatter } from '../../server/src/syntax/frontMatter.ts'
import { parse } from '../../server/src/syntax/parse.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { hostileText } from './hostile.ts'

function read(content: string) {
  return readFrontMatter(parse(`---\n${content}\n---\n`).frontMatter)
}

/** Entries as `key=value` or `key=[a|b]`. */
function entries(content: string): readonly string[] {
  return read(content).entries.map(({ key, list, values }) => {
    const texts = values.map(({ text }) => text).join('|')
    return `${key}=${list ? `[${texts}]` : texts}`
  })
}

/** Content that is read as `expected` without complaint. */
function reads(title: string, content: string, ...expected: readonly string[]): void {
  it(title, () => {
    assert.deepEqual(entries(content), expected)
    assert.deepEqual(read(content).problems, [])
  })
}

/** Content that is read as `expected` with one problem, and how its fix mends it. */
function tolerates(title: string, content: string, expected: string, rule: string, mended?: string): void {
  it(title, () => {
    assert.deepEqual(entries(content), [expected])
    const { problems } = read(content)
    assert.deepEqual(
      problems.map((problem) => problem.rule),
      [`syntax-front-matter-${rule}`],
    )
    const edits = problems[0]?.fixes[0]?.edits[0]?.edits
    assert.equal(
      edits && applyEdits(`---\n${content}\n---\n`, edits),
      mended === undefined ? undefined : `---\n${mended}\n---\n`,
    )
  })
}

describe('front matter', () => {
  reads(
    'texts as they are typed',
    '份号: 000001\n期号: 12\n编号: 1e3\n是否: true',
    '份号=000001',
    '期号=12',
    '编号=1e3',
    '是否=true',
  )
  reads('an empty value is no value', '发文字号:\n成文日期: 2026年11月22日', '发文字号=', '成文日期=2026年11月22日')
  reads(
    'lists in brackets and in lines',
    '发文机关: [甲局, "乙局"]\n抄送:\n  - 丙\n  - 丁\n附注:\n- 戊',
    '发文机关=[甲局|乙局]',
    '抄送=[丙|丁]',
    '附注=[戊]',
  )
  reads('a list in brackets over lines', '发文机关: [甲局,\n  乙局]', '发文机关=[甲局|乙局]')
  reads('quoted texts', "附注: \"联系人: 张三\"\n抄送: '甲''乙'", '附注=联系人: 张三', "抄送=甲'乙")
  reads('comments and blank lines', '# 联合行文写成列表\n\n发文机关: 甲     # 主办', '发文机关=甲')
  reads('a time or an address keeps its colon', '附注: 10:30开会，见https://a.cn', '附注=10:30开会，见https://a.cn')
  reads('a list without items', '抄送: []', '抄送=[]')

  tolerates('a full-width colon', '密级：机密', '密级=机密', 'colon', '密级: 机密')
  tolerates('a full-width space behind the colon', '密级:　机密', '密级=机密', 'colon', '密级: 机密')
  tolerates('no space behind the colon', '密级:机密', '密级=机密', 'space', '密级: 机密')
  tolerates(
    'a half-width colon in the value',
    '附注: 联系人: 张三',
    '附注=联系人: 张三',
    'inner-colon',
    '附注: 联系人：张三',
  )
  tolerates('a `#` that may be meant', '抄送: 市委 #办公室', '抄送=市委', 'comment', "抄送: '市委 #办公室'")
  for (const value of [
    '[2026]5号',
    '@甲',
    '%甲',
    '!甲',
    '>60岁',
    '|甲',
    '- 甲',
    '*注',
    '&注',
    '{甲}',
    '`甲`',
    '"甲"乙',
    "'甲",
  ])
    tolerates(
      `a value that begins with ${value[0]}`,
      `附注: ${value}`,
      `附注=${value}`,
      'literal',
      `附注: '${value.replaceAll("'", "''")}'`,
    )
  tolerates('an item that is no text', '抄送:\n- *甲', '抄送=[*甲]', 'literal', "抄送:\n- '*甲'")
  tolerates(
    'a value on two lines, joined without a space',
    '抄送: 市委各部门，\n  市政协办公室。',
    '抄送=市委各部门，市政协办公室。',
    'wrapped',
    '抄送: 市委各部门，市政协办公室。',
  )
  tolerates(
    'a folded value',
    '抄送: >\n  市委各部门，\n  市政协',
    '抄送=市委各部门，市政协',
    'wrapped',
    '抄送: 市委各部门，市政协',
  )
  tolerates('a map in a map', '附注:\n  联系人: 张三', '附注=联系人: 张三', 'wrapped', '附注:\n  联系人: 张三')
  tolerates('Chinese commas in brackets', '抄送: [甲，乙]', '抄送=[甲，乙]', 'list-comma', '抄送: [甲, 乙]')
  tolerates('a tab', '\t密级: 机密', '密级=机密', 'tab', '  密级: 机密')

  it('takes the first of a key that is written twice', () => {
    assert.deepEqual(entries('密级: 机密\n密级: 秘密'), ['密级=机密'])
    assert.deepEqual(
      read('密级: 机密\n密级: 秘密').problems.map(({ rule }) => rule),
      ['syntax-front-matter-duplicate'],
    )
  })

  it('reports a line that is no entry and reads the others', () => {
    assert.deepEqual(entries('各单位\n密级: 机密'), ['密级=机密'])
    assert.deepEqual(
      read('各单位\n密级: 机密').problems.map(({ rule }) => rule),
      ['syntax-front-matter-line'],
    )
  })

  it('says where key, entry and text stand', () => {
    const text = '\ufeff---\r\n密级: "机密★1年"\r\n---\r\n甲'
    const tree = parse(text)
    const [entry] = readFrontMatter(tree.frontMatter).entries
    const at = ({ start, end }: { start: number; end: number }) => text.slice(1).slice(start, end)
    assert.ok(entry)
    assert.equal(at(entry.keySpan), '密级')
    assert.equal(at(entry.span), '密级: "机密★1年"')
    assert.equal(at(entry.values[0]!.span), '机密★1年')
  })

  it('may follow CRLF, a BOM and trailing blanks', () => {
    assert.deepEqual(
      readFrontMatter(parse('\ufeff---  \r\n密级: 机密\r\n---\t\r\n甲').frontMatter).entries.map(({ key }) => key),
      ['密级'],
    )
  })

  it('reads a plain text as YAML does', () => {
    const plain = fc.stringMatching(/^[\p{Script=Han}a-z0-9〔〕（）★“”，。、:#./ -]{1,12}$/u)
    fc.assert(
      fc.property(plain, (value) => {
        const document = parseDocument(`key: ${value}\n`, { schema: 'failsafe', logLevel: 'silent' })
        const node = document.get('key', true)
        fc.pre(document.errors.length === 0 && isScalar(node) && read(`密级: ${value}`).problems.length === 0)
        assert.equal(read(`密级: ${value}`).entries[0]?.values[0]?.text ?? '', isScalar(node) ? node.value : undefined)
      }),
    )
  })

  it('reads brackets that go deeper than any list as text', () => {
    for (const mark of ['[', '[a, [', '[{a: ']) {
      const written = mark.repeat(3000).trim()
      assert.equal(read(`发文机关: ${written}`).entries[0]?.values[0]?.text, written)
    }
  })

  it('never throws, and its spans lie in the text', () => {
    fc.assert(
      fc.property(hostileText, (content) => {
        const section = parse(`---\n${content}\n---\n`).frontMatter
        for (const { keySpan, span, values } of readFrontMatter(section).entries)
          for (const each of [keySpan, span, ...values.map((value) => value.span)])
            assert.ok(span.start <= each.start && each.start <= each.end && each.end <= span.end)
      }),
    )
  })
})
