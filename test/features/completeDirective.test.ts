import assert from 'node:assert/strict'
import { completion } from '../../server/src/features/completion.ts'
import { DIRECTIVE_NAMES } from '../../server/src/syntax/directiveNames.ts'
import { clock, lines, marked } from './marked.ts'

function offered(source: string) {
  const { document, cursor } = marked(source)
  return completion(document, cursor, { clock, others: [] })
}

const labels = (source: string): readonly string[] => offered(source).map(({ label }) => label)

/** The text after a completion was taken, with the caret in it. */
function taken(source: string, label: string): string {
  const { text } = marked(source)
  const {
    replace,
    insert,
    caret = insert.length,
  } = offered(source).find((each) => each.label === label) ?? assert.fail()
  return `${text.slice(0, replace.start)}${insert.slice(0, caret)}‸${insert.slice(caret)}${text.slice(replace.end)}`
}

describe('completion of directives', () => {
  it('offers each of them, with its own number of colons', () => {
    const found = labels(lines('# 某市通知', '', '::‸'))
    assert.deepEqual(
      found.map((label) => label.replace(/^:+/, '')),
      DIRECTIVE_NAMES,
    )
    assert.ok(found.includes('::附件') && found.includes(':::横排'))
    assert.ok(offered('::‸').every(({ detail }) => detail))
  })

  it('writes it whole, and the caret where the next words belong', () => {
    assert.equal(taken('::附‸', '::附件'), '::附件[‸]')
    assert.equal(taken('::‸', ':::原样'), ':::原样\n‸\n:::')
    assert.equal(taken('::‸', '::分页'), '::分页‸')
  })

  it('offers the options of an attachment that are not there yet', () => {
    assert.deepEqual(labels('::附件[表]{‸}'), ['横排', '另附', '文件'])
    assert.deepEqual(labels('::附件[表]{另附 ‸'), ['横排', '文件'])
    assert.equal(taken('::附件[表]{另附 文‸}', '文件'), '::附件[表]{另附 文件="‸"}')
  })

  it('says nothing in a name, in a value, behind a leaf and in running text', () => {
    for (const source of ['::附件[任务‸', '::附件[表]{文件=名‸}', '::分页{‸', '甲乙::‸', '::‸附件[甲]'])
      assert.deepEqual(labels(source), [], source)
  })
})
