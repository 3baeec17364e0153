import assert from 'node:assert/strict'
import { breakTitle, titleChoices } from '../../server/src/features/titleBreaks.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { typeset } from '../../server/src/typeset/typeset.ts'
import { documentOf, SQUARES } from '../typeset/support.ts'

const TITLE = '某某市人民政府办公室关于做好2026年冬季供暖保障工作的通知'
const LINES = ['某某市人民政府办公室关于做好', '2026年冬季供暖保障工作的通知']

const choicesIn = (text: string) => {
  const document = documentOf(text)
  return titleChoices(document, typeset(document, SQUARES).facts)
}
const brokenIn = (text: string, offset: number, lines: readonly string[]) => {
  const edit = breakTitle(documentOf(text), offset, lines)
  return edit && applyEdits(text, [edit])
}

describe('other ways to break a title', () => {
  it('are offered for the title of each part, where it stands in the text', () => {
    const text = `# ${TITLE}\n\n各单位：\n\n现通知如下。\n\n::印发[某某市城市集中供暖保障工作实施办法（试行）]\n第一条　为了供暖，制定本办法。\n`
    const choices = choicesIn(text)
    assert.deepEqual(
      choices.map(({ span }) => text.slice(span.start, span.end)),
      [`# ${TITLE}`, '::印发[某某市城市集中供暖保障工作实施办法（试行）]'],
    )
    for (const { lines, others } of choices) {
      assert.ok(others.length > 0)
      for (const other of others) assert.equal(other.join(''), lines.join(''))
    }
  })

  it('become the drafter’s own break: one # line for each', () => {
    const text = `# ${TITLE}\n\n各单位：\n`
    assert.equal(brokenIn(text, 4, LINES), `# ${LINES[0]}\n# ${LINES[1]}\n\n各单位：\n`)
  })

  it('take the place of a break that was typed, blank lines between included, with the line ends of the text', () => {
    const text = `# 某某市人民政府办公室\r\n\r\n# 关于做好2026年冬季供暖保障工作的通知\r\n\r\n各单位：\r\n`
    assert.equal(brokenIn(text, 30, LINES), `# ${LINES[0]}\r\n# ${LINES[1]}\r\n\r\n各单位：\r\n`)
  })

  it('go below the divider of an attachment, whose name stays', () => {
    const text = '# 通知\n\n现通知如下。\n\n::附件[某某市冬季供暖保障任务分工表]\n甲。\n'
    const at = text.indexOf('冬季')
    assert.equal(
      brokenIn(text, at, ['某某市冬季', '供暖保障任务分工表']),
      text.replace(']\n', ']\n# 某某市冬季\n# 供暖保障任务分工表\n'),
    )
  })

  it('are printed as chosen', () => {
    const text = brokenIn(`# ${TITLE}\n\n各单位：\n\n现通知如下。\n`, 4, LINES) ?? ''
    assert.deepEqual(typeset(documentOf(text), SQUARES).facts.titleLines, LINES)
  })

  it('are not written where other words stand', () => {
    assert.equal(brokenIn(`# ${TITLE}\n\n各单位：\n`, 4, ['关于别事', '的通知']), undefined)
    assert.equal(brokenIn(`# ${TITLE}\n\n各单位：\n`, 60, LINES), undefined)
  })
})
