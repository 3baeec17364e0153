import assert from 'node:assert/strict'
import { parse } from '../../server/src/syntax/parse.ts'
import { outline, problems } from './outline.ts'

/** Texts that are read as the lines on the right and that nobody complains about. */
function reads(title: string, text: string, ...expected: readonly string[]): void {
  it(title, () => {
    assert.deepEqual(outline(text), expected)
    assert.deepEqual(problems(text), [])
  })
}

describe('the dialect: a line is a paragraph', () => {
  reads('with and without blank lines', '甲\n乙\n\n丙', 'paragraph 甲', 'paragraph 乙', 'paragraph 丙')
  reads('at LF, CRLF and lone CR', '甲\n乙\r\n丙\r丁', 'paragraph 甲', 'paragraph 乙', 'paragraph 丙', 'paragraph 丁')
  reads(
    'at the breaks of word processors',
    '甲\v乙\f丙\u2028丁\u2029戊',
    ...['甲', '乙', '丙', '丁', '戊'].map((each) => `paragraph ${each}`),
  )
  reads(
    'without the blanks around it',
    '\u3000\u3000甲　乙\u3000 \n\t丙\n\u00a0丁\u200b',
    'paragraph 甲　乙',
    'paragraph 丙',
    'paragraph 丁',
  )
  reads('and a line of invisible blanks is none', '甲\n\u3000\u00a0\u200b\ufeff\t\n乙', 'paragraph 甲', 'paragraph 乙')
  reads('also with four spaces or a tab before every line', '    甲\n\n\t乙', 'paragraph 甲', 'paragraph 乙')
  reads(
    'of the clerk’s ordinals',
    '一、甲\n（一）乙\n1.丙\n1. 丁\n（1）戊\n①己',
    'paragraph 一、甲',
    'paragraph （一）乙',
    'paragraph 1.丙',
    'paragraph 1. 丁',
    'paragraph （1）戊',
    'paragraph ①己',
  )
  reads(
    'and no number makes a list',
    '2023. 这一年\n10. 甲\n1) 乙\n1.5万元\n1．丙\n1、丁',
    'paragraph 2023. 这一年',
    'paragraph 10. 甲',
    'paragraph 1) 乙',
    'paragraph 1.5万元',
    'paragraph 1．丙',
    'paragraph 1、丁',
  )
  reads('nothing of an empty text', '')
})

describe('the dialect: the characters of a clerk stay text', () => {
  const kept = [
    '10:30至12:00，比例1:2',
    ':甲',
    'https://a_b.cn',
    'a@163.com',
    '约~50，~~甲~~，x^2，$y$，#3号楼，甲&乙',
    '[2026]5号，[2021](5号)，[^1]',
    '[附件]: 说明',
    '〔2026〕5号',
    '关于印发<附件>的通知，<100万元',
    'C:\\附件\\甲',
    '5*3*2，★▲*注 和 甲*，_甲_，__甲__，____，a_b_c',
    '&nbsp;&amp;',
    '用`甲`表示',
    '<http://a>',
    '>60岁',
    '#3号楼',
    '—— 在某某会议上的讲话',
    '（1）(1)',
  ]
  for (const line of kept) reads(line, line, `paragraph ${line}`)
  reads(
    'and a backslash keeps a mark from being one',
    '\\# 甲\n\\*\\*乙\\*\\*\n\\::附件',
    'paragraph # 甲',
    'paragraph **乙**',
    'paragraph ::附件',
  )
  reads('NUL and half surrogates do no harm', '甲\u0000*乙*\n\ud800丙', 'paragraph 甲\u0000*乙*', 'paragraph \ud800丙')
})

describe('the dialect: headings, bold, images, comments', () => {
  reads(
    '`#` marks the title and `##` levels',
    '# 关于某事的通知\n## 一、总体要求\n### （一）甲',
    'heading1 关于某事的通知',
    'heading2 一、总体要求',
    'heading3 （一）甲',
  )
  reads(
    'consecutive `#` lines are lines of one title',
    '# 甲局　乙局\n# 关于某事的通知',
    'heading1 甲局　乙局',
    'heading1 关于某事的通知',
  )
  reads('also behind full-width blanks', '\u3000\u3000# 标题', 'heading1 标题')
  it('a row of dashes or equals below a line makes no heading of it', () => {
    assert.deepEqual(outline('甲\n---\n乙\n==='), ['paragraph 甲', 'paragraph ---', 'paragraph 乙', 'paragraph ==='])
  })
  reads(
    '`**` marks a run-in heading, also beside Chinese quotes',
    '（一）**加强领导。**各级\n**“双随机”**监管',
    'paragraph （一）«加强领导。»各级',
    'paragraph «“双随机”»监管',
  )
  reads('and never reaches over a line', '**甲\n乙**', 'paragraph **甲', 'paragraph 乙**')
  reads(
    'an image stands on its line',
    '![图1　办理流程](流程.png)\n![图](<a b.png>)',
    'paragraph ‹图1　办理流程|流程.png›',
    'paragraph ‹图|a b.png›',
  )
  reads(
    'a comment is one line',
    '<!-- 红头：忽略 title-line 领导已定 -->\n甲',
    'comment 红头：忽略 title-line 领导已定',
    'paragraph 甲',
  )
})

describe('the dialect: dividers and boxes', () => {
  reads(
    'dividers run to the next divider',
    '::附件[任务表]{横排}\n甲\n::附件\n# 乙\n::印发[某某办法]',
    'leafDirective 附件 任务表 横排',
    'paragraph 甲',
    'leafDirective 附件',
    'heading1 乙',
    'leafDirective 印发 某某办法',
  )
  reads(
    'attributes are separated by spaces, quoted where they hold one',
    '::附件[名单]{另附 文件="名单 甲.xlsx"}\n::附件{文件=清单.gw.md}',
    'leafDirective 附件 名单 另附 文件=名单 甲.xlsx',
    'leafDirective 附件 文件=清单.gw.md',
  )
  reads('a label may hold brackets', '::附件[某政发[2026]5号]', 'leafDirective 附件 某政发[2026]5号')
  reads('分页 and 目录 stand alone', '::目录\n::分页', 'leafDirective 目录', 'leafDirective 分页')
  reads(
    'a box holds its blocks',
    ':::横排\n| a | b |\n|---|---|\n:::\n甲',
    'containerDirective 横排',
    '  table',
    '    a / b',
    'paragraph 甲',
  )
  reads(
    'a box may hold a box',
    '::::横排\n:::原样\n甲　　乙\n:::\n::::',
    'containerDirective 横排',
    '  containerDirective 原样',
    '    paragraph 甲　　乙',
  )
  reads(
    '原样 may hold anything',
    ':::原样\n- 甲\n---\n填表：　　年　月\n:::',
    'containerDirective 原样',
    '  paragraph - 甲',
    '  paragraph ---',
    '  paragraph 填表：　　年　月',
  )
  reads(
    'a label on a box is not lost',
    ':::横排[表1]\n甲\n:::',
    'containerDirective 横排',
    '  paragraph 表1',
    '  paragraph 甲',
  )
})

describe('the dialect: tables', () => {
  reads('GFM tables', '| a | b |\n|:-:|--:|\n| 1 | **2** |\n', 'table', '  a / b', '  1 / «2»')
  reads(
    'a line without a bar ends a table, also without a blank line',
    '|a|b|\n|-|-|\n|1|2|\n注：甲\n一、乙',
    'table',
    '  a / b',
    '  1 / 2',
    'paragraph 注：甲',
    'paragraph 一、乙',
  )
  reads('an indented table', '\u3000| a |\n\u3000|---|\n\u3000| 1 |', 'table', '  a', '  1')
  reads(
    'joined and empty cells are text',
    '| 一、甲类 | << |\n|---|---|\n| ^^ | << |\n| 甲<br>乙 | \\| |\n| | 丙 |',
    'table',
    '  一、甲类 / <<',
    '  ^^ / <<',
    '  甲<br>乙 / |',
    '   / 丙',
  )
  reads(
    'a box ends a table',
    ':::横排\n|a|\n|-|\n|1|\n:::\n甲',
    'containerDirective 横排',
    '  table',
    '    a',
    '    1',
    'paragraph 甲',
  )
  it('keep more cells than there are columns', () => {
    assert.deepEqual(outline('|a|\n|-|\n|1|2|'), ['table', '  a', '  1 / 2'])
  })
  it('know how their columns are aligned', () => {
    assert.deepEqual(parse('|a|b|c|d|\n|:-|:-:|-:|-|').sections[0]?.blocks[0]?.align, ['left', 'center', 'right', null])
  })
})
