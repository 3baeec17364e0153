import assert from 'node:assert/strict'
import { definition } from '../../server/src/features/definition.ts'
import { documentLinks } from '../../server/src/features/documentLinks.ts'
import { highlight } from '../../server/src/features/highlight.ts'
import { linkedEditing } from '../../server/src/features/linkedEditing.ts'
import { references } from '../../server/src/features/references.ts'
import { prepareRename, rename } from '../../server/src/features/rename.ts'
import { buildDocument } from '../../server/src/model/build.ts'
import { summarise } from '../../server/src/model/summarise.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { parse } from '../../server/src/syntax/parse.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { lines, marked } from './marked.ts'

const LAW = 'file:///公文/办法.gw.md'
const LAW_TEXT = lines(
  '---',
  '发文字号: 某政发〔2026〕3号',
  '---',
  '# 某市人民政府关于印发供暖办法的通知',
  '',
  '见《某市关于供暖的通知》。',
)

function summaryOf(uri: string, text: string) {
  return summarise(buildDocument({ uri, version: 1, tree: parse(text), profile: EMPTY_PROFILE }))
}

const OTHERS = [summaryOf(LAW, LAW_TEXT)]

/** A notice with a name of every kind; `at` is the text behind which the cursor stands. */
function notice(at: string) {
  const text = lines(
    '# 某市关于供暖的通知',
    '',
    '各县：',
    '',
    '某某市大数据管理局（以下简称“数据局”）负责汇总（见附件1），数据局按《任务分工表》核对（见附件2）。',
    '',
    '执行《某市人民政府关于印发供暖办法的通知》（某政发〔2026〕3号）。',
    '',
    '::附件[填报说明]',
    '',
    '数据局解释。',
    '',
    '::附件[任务分工表]{文件="表 一.gw.md"}',
  )
  const found = text.indexOf(at)
  assert.ok(found >= 0, at)
  return marked(`${text.slice(0, found + at.length)}‸${text.slice(found + at.length)}`)
}

function pointed(at: string): string {
  const { document, text, cursor } = notice(at)
  const found = definition(document, cursor, OTHERS)
  if (!found) return ''
  return found.to.uri === document.uri ? text.slice(found.to.span.start, found.to.span.end) : found.to.uri
}

describe('definition', () => {
  it('leads from a number or name of an attachment to its title', () => {
    assert.equal(pointed('见附件1'), '填报说明')
    assert.equal(pointed('按《任务'), '任务分工表')
  })

  it('leads from a 简称 to where it is given, and says which one', () => {
    const { document, text, cursor } = notice('，数据')
    const { to } = definition(document, cursor, OTHERS) ?? assert.fail()
    assert.equal(text.slice(to.span.start - 6, to.span.end), '（以下简称“数据局'.slice(-9))
  })

  it('leads from a citation to the cited document, by title and by number', () => {
    assert.equal(pointed('印发供暖'), LAW)
    assert.equal(pointed('（某政发〔2026'), LAW)
    const { document, cursor } = notice('印发供暖')
    const { span } = definition(document, cursor, OTHERS)?.to ?? assert.fail()
    assert.match(LAW_TEXT.slice(span.start, span.end), /^(?:# )?某市人民政府关于印发供暖办法的通知$/)
  })

  it('leads from a path to the file', () => {
    assert.equal(decodeURI(pointed('文件="表')), 'file:///公文/表 一.gw.md')
  })

  it('leads nowhere from words that name nothing', () => {
    assert.equal(pointed('负责'), '')
  })
})

describe('references', () => {
  it('are all places of a name', () => {
    const { document, text, cursor } = notice('简称“数据')
    const found = references(document, cursor, OTHERS, true).map(({ span }) => text.slice(span.start, span.end))
    assert.deepEqual(found, ['数据局', '数据局', '数据局'])
    assert.equal(references(document, cursor, OTHERS, false).length, 2)
  })

  it('to the title stand in the documents that cite it', () => {
    const { document, cursor } = notice('# 某市关于')
    assert.deepEqual(
      references(document, cursor, OTHERS, false).map(({ uri }) => uri),
      [LAW],
    )
  })

  it('to the 发文字号 are those to the title, which is not renamed from there', () => {
    const law = buildDocument({ uri: LAW, version: 1, tree: parse(LAW_TEXT), profile: EMPTY_PROFILE })
    const citing = summaryOf('file:///公文/通知.gw.md', '执行《办法》（某政发〔2026〕3号）和某政发〔2026〕3号文件。\n')
    const offset = LAW_TEXT.indexOf('某政发') + 2
    assert.equal(references(law, offset, [citing], false).filter(({ uri }) => uri === citing.uri).length, 2)
    assert.equal(prepareRename(law, offset, [citing]), undefined)
  })

  it('are none where nothing is named', () => {
    const { document, cursor } = notice('各县')
    assert.deepEqual(references(document, cursor, OTHERS, true), [])
  })
})

describe('highlight', () => {
  it('tells the definition from the uses', () => {
    const { document, cursor } = notice('::附件[填报')
    assert.deepEqual(
      highlight(document, cursor, OTHERS).map(({ kind }) => kind),
      ['use', 'definition'],
    )
  })

  it('shows nothing beside names', () => {
    const { document, cursor } = notice('负责')
    assert.deepEqual(highlight(document, cursor, OTHERS), [])
  })
})

describe('rename', () => {
  const renamed = (at: string, to: string) => {
    const { document, text, cursor } = notice(at)
    const edits = rename(document, cursor, OTHERS, to)
    return { own: applyEdits(text, edits.get(document.uri) ?? []), law: edits.get(LAW) }
  }

  it('gives a 简称 another form everywhere but inside full names', () => {
    const { own } = renamed('，数据', '大数据局')
    assert.match(own, /某某市大数据管理局（以下简称“大数据局”）.*，大数据局按/)
    assert.match(own, /^大数据局解释。$/m)
  })

  it('gives an attachment another title where it is named, and leaves its number', () => {
    const { own } = renamed('::附件[任务', '责任清单')
    assert.match(own, /按《责任清单》核对（见附件2）/)
    assert.match(own, /::附件\[责任清单\]\{文件="表 一\.gw\.md"\}/)
  })

  it('changes the title also where other documents cite it', () => {
    const { own, law } = renamed('# 某市关于', '某市关于供热的通知')
    assert.match(own, /^# 某市关于供热的通知$/m)
    assert.match(applyEdits(LAW_TEXT, law ?? []), /见《某市关于供热的通知》/)
  })

  it('is offered for no number, no cited title and no other word', () => {
    for (const at of ['见附件1', '印发供暖', '负责']) {
      const { document, cursor } = notice(at)
      assert.equal(prepareRename(document, cursor, OTHERS), undefined, at)
      assert.equal(rename(document, cursor, OTHERS, '甲').size, 0, at)
    }
  })

  it('refuses a name that would end its own brackets', () => {
    assert.throws(() => renamed('::附件[任务', '表]甲'), Failure)
  })
})

describe('linked editing', () => {
  it('takes the uses of a 简称 along while it is typed where it is given', () => {
    const { document, cursor } = notice('简称“数据')
    assert.equal(linkedEditing(document, cursor, OTHERS)?.length, 3)
  })

  it('is off at a use: a single word may be meant', () => {
    const { document, cursor } = notice('，数据')
    assert.equal(linkedEditing(document, cursor, OTHERS), undefined)
  })
})

describe('document links', () => {
  it('open the files and the cited documents', () => {
    const { document, text } = notice('各县')
    const found = documentLinks(document, OTHERS).map(({ span, target }) => [
      text.slice(span.start, span.end),
      decodeURI(target),
    ])
    assert.deepEqual(found, [
      ['某市人民政府关于印发供暖办法的通知', LAW],
      ['某政发〔2026〕3号', LAW],
      ['表 一.gw.md', 'file:///公文/表 一.gw.md'],
    ])
  })

  it('lead to no other machine', () => {
    const { document } = marked(lines('# 标题', '', '![图](http://example.com/a.png)', '', '![图](//host/a.png)'))
    assert.deepEqual(documentLinks(document, []), [])
  })
})

describe('the 简称 of a cited 公文', () => {
  const title = '某市人民政府关于印发某市城市集中供暖和清洁取暖管理与服务保障若干办法的通知'
  const given = `执行《${title}》（某政发〔2026〕3号，以下简称《办法》）。`
  const text = lines('# 某市关于供暖的通知', '', given, '', '《办法》已经施行，管理办法照旧。', '')
  const at = text.indexOf('办法》已经') + 1
  const { document, cursor } = marked(`${text.slice(0, at)}‸${text.slice(at)}`)

  it('is given behind the 字号, leads there, and keeps its marks under a new name', () => {
    const { to } = definition(document, cursor, OTHERS) ?? assert.fail()
    assert.equal(text.slice(to.span.start - 6, to.span.end + 1), '，以下简称《办法》')
    assert.equal(references(document, cursor, OTHERS, false).length, 1)
    const edits = rename(document, cursor, OTHERS, '通知').get(document.uri) ?? []
    const renamed = applyEdits(text, edits)
    assert.match(renamed, /以下简称《通知》[\s\S]*\n《通知》已经施行，管理办法照旧。/)
  })

  it('stands for the whole title, and the citation still leads to the document', () => {
    const [term] = summarise(document).terms
    assert.equal(term?.full, `《${title}》`)
    const citation = definition(document, text.indexOf('某政发') + 1, OTHERS)
    assert.equal(citation?.to.uri, LAW)
  })
})
