import assert from 'node:assert/strict'
import { parse } from '../../server/src/syntax/parse.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { outline, problems } from './outline.ts'

/** A text with its one problem; `mended` is the text after the problem's fix. */
function reports(title: string, text: string, problem: string, mended?: string): void {
  it(title, () => {
    assert.deepEqual(problems(text), [problem])
    const tree = parse(text)
    const section = tree.sections.find((each) => each.problems.length > 0)
    const edits = section?.problems[0]?.fixes[0]?.edits[0]?.edits
    assert.equal(edits && applyEdits(text, edits), mended)
  })
}

describe('problems: what the web, a chat or a word processor left', () => {
  reports('a bullet', '甲\n- 乙', 'bullet “- ”', '甲\n乙')
  reports('a star as bullet', '* 乙', 'bullet “* ”', '乙')
  reports('a drawn bullet', '●　乙', 'bullet “●　”', '乙')
  reports('a quote mark', '> > 甲', 'quote “> > ”', '甲')
  reports('a divider', '甲\n---\n乙', 'divider “---”', '甲\n\n乙')
  reports('a line of equals', '甲\n=====', 'divider “=====”', '甲\n')
  reports('a page number', '— 1 —', 'page-number “— 1 —”', '')
  reports('a page number in hyphens', '甲\n-12-\n乙', 'page-number “-12-”', '甲\n\n乙')
  reports('HTML', '<div>甲</div>', 'html “<div>”')
  it('leaves what is escaped alone', () => assert.deepEqual(problems('写作\\<div>的标记'), []))
  reports('a backslash at the end', '甲\\', 'trailing-backslash “\\”')
  reports('one tab', '甲\t乙', 'tab “甲\t乙”')
  reports(
    'a pasted table',
    '单位\t数\n甲\t1\n乙|丙\t2',
    'pasted-table “单位\t数\n甲\t1\n乙|丙\t2”',
    '| 单位 | 数 |\n|---|---|\n| 甲 | 1 |\n| 乙\\|丙 | 2 |',
  )
  it('a code fence and its end', () => {
    assert.deepEqual(problems('```js\n甲\n```'), ['code-fence “```js”', 'code-fence “```”'])
  })
  it('keeps every line as a paragraph', () => {
    assert.deepEqual(
      outline('- 甲\n> 乙\n---\n```\n<div>\n丙'),
      ['- 甲', '> 乙', '---', '```', '<div>', '丙'].map((line) => `paragraph ${line}`),
    )
  })
})

describe('problems: headings and comments', () => {
  reports('a heading mark without a space', '#关于某事的通知', 'heading-space “#”', '# 关于某事的通知')
  reports('a full-width heading mark', '＃ 关于某事的通知', 'heading-space “＃ ”', '# 关于某事的通知')
  reports('a full-width space behind the mark', '##　一、甲', 'heading-space “##　”', '## 一、甲')
  reports('a comment behind a text', '甲<!-- 红头：忽略 甲 -->', 'comment-form “甲<!-- 红头：忽略 甲 -->”')
  reports('a comment before a text', '<!-- 注 --> 甲', 'comment-form “<!-- 注 --> 甲”')
  it('a comment over several lines swallows nothing', () => {
    assert.deepEqual(outline('<!-- 甲\n乙 -->\n丙'), ['paragraph <!-- 甲', 'paragraph 乙 -->', 'paragraph 丙'])
    assert.deepEqual(problems('<!-- 甲\n乙 -->\n丙'), ['comment-form “<!-- 甲”', 'comment-form “乙 -->”'])
  })
})

describe('problems: directives', () => {
  reports('three colons before a divider', ':::附件[甲]', 'directive-colons “:::附件[甲]”', '::附件[甲]')
  reports(
    'full-width marks from the input method',
    '：：附件［表］｛横排｝',
    'directive-width “：：附件［表］｛横排｝”',
    '::附件[表]{横排}',
  )
  reports('text behind the bracket', '::附件[甲]乙', 'directive-form “::附件[甲]乙”')
  reports('a space before the bracket', '::附件 [甲]', 'directive-form “::附件 [甲]”')
  reports('other brackets', '::附件【甲】', 'directive-form “::附件【甲】”')
  reports('an unknown name', '::附表[甲]', 'directive-name “::附表[甲]”')
  reports('an unknown box', ':::警告\n甲', 'directive-name “:::警告”')
  reports('a class', '::附件[甲]{.横排}', 'directive-attribute “{.横排}”', '::附件[甲]{横排}')
  reports(
    'a Chinese comma between attributes',
    '::附件[甲]{文件=a.xlsx，另附}',
    'directive-attribute “{文件=a.xlsx，另附}”',
  )
  reports('a closing line that closes nothing', '::附件[甲]\n乙\n:::\n丙', 'box-stray “:::”', '::附件[甲]\n乙\n丙')
  reports('a box that nobody closes', ':::横排\n甲', 'box-unclosed “:::横排”')
  reports('two colons before a box', '::原样\n甲\n:::', 'directive-colons “::原样”', ':::原样\n甲\n:::')
  reports('a full-width closing line', ':::原样\n甲\n：：：', 'directive-width “：：：”', ':::原样\n甲\n:::')
  it('reads what it complains about where the meaning is plain', () => {
    assert.deepEqual(outline(':::附件[甲]\n：：附件［乙］｛横排｝'), [
      'leafDirective 附件 甲',
      'leafDirective 附件 乙 横排',
    ])
  })
  it('keeps the lines of unknown directives as paragraphs and ends no box with them', () => {
    assert.deepEqual(outline('::附表[甲]\n:::警告\n乙\n丙'), [
      'paragraph ::附表[甲]',
      'paragraph :::警告',
      'paragraph 乙',
      'paragraph 丙',
    ])
  })
  it('an unclosed box ends before the next divider', () => {
    assert.deepEqual(outline(':::横排\n甲\n::附件[乙]\n丙'), [
      'containerDirective 横排',
      '  paragraph 甲',
      'leafDirective 附件 乙',
      'paragraph 丙',
    ])
    assert.deepEqual(problems(':::横排\n甲\n::附件[乙]\n丙'), ['box-unclosed “:::横排”'])
  })
})

describe('problems: tables', () => {
  reports('rows without the second line', '| 甲 | 乙 |\n| 1 | 2 |', 'table-form “| 甲 | 乙 |\n| 1 | 2 |”')
  reports('a row that is too short', '|a|b|\n|-|-|\n|1|', 'table-form “|1|”')
  reports('a row that is too long', '|a|b|\n|-|-|\n|1|2|3|', 'table-form “|1|2|3|”')
  reports('nothing on the left to join to', '|a|b|\n|-|-|\n|<<|1|', 'table-form “<<”')
  reports('nothing above to join to', '|^^|b|\n|-|-|\n|1|2|', 'table-form “^^”')
  reports('cells joined to an angle', '|a|<<|\n|-|-|\n|^^|b|', 'table-form “^^”')
  reports('a comment between rows', '|a|\n|-|\n<!-- 注 -->\n|1|', 'table-form “|1|”')
})

describe('problems: front matter that is fenced carelessly', () => {
  it('below blank lines', () => {
    assert.deepEqual(problems('\n---\n密级: 机密\n---\n甲'), ['front-matter-first-line “---”'])
  })
  it('closed by dots', () => {
    assert.deepEqual(problems('---\n密级: 机密\n...\n甲'), ['front-matter-end “...”'])
    assert.deepEqual(outline('---\n密级: 机密\n...\n甲'), ['paragraph 甲'])
  })
  it('not closed: it ends with its last entry', () => {
    const text = '---\n密级: 机密\n抄送:\n- 甲\n# 标题'
    assert.deepEqual(problems(text), ['front-matter-unclosed “---”'])
    assert.deepEqual(outline(text), ['heading1 标题'])
    const edits = parse(text).frontMatter?.problems[0]?.fixes[0]?.edits[0]?.edits ?? []
    assert.equal(applyEdits(text, edits), '---\n密级: 机密\n抄送:\n- 甲\n---\n# 标题')
  })
  it('no front matter at all, only a divider', () => {
    assert.deepEqual(problems('---\n各单位：\n'), ['divider “---”'])
    assert.deepEqual(problems('\n---\n甲'), ['divider “---”'])
  })
})

describe('problems: boxes that nobody closes do not nest', () => {
  it('a box ends before the next one of its name', () => {
    assert.deepEqual(outline(':::横排\n甲\n:::横排\n乙\n:::'), [
      'containerDirective 横排',
      '  paragraph 甲',
      'containerDirective 横排',
      '  paragraph 乙',
    ])
  })
  it('not even ten thousand of them', () => {
    assert.equal(outline(':::横排\n'.repeat(10_000)).length, 10_000)
  })
})

describe('a line flooded with marks', () => {
  for (const piece of ['a* ', '**a*b', '_a', '![', '![a]('])
    it(`of ${piece} is one text, soon`, () => {
      const line = `甲${piece.repeat(20_000)}乙`
      assert.deepEqual(outline(line), [`paragraph ${line}`])
    })
})
