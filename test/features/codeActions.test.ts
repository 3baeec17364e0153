import assert from 'node:assert/strict'
import { type Action, type ActionKind, codeActions } from '../../server/src/features/codeActions.ts'
import { diagnostics } from '../../server/src/features/diagnostics.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { clock, lines, marked } from './marked.ts'

function at(source: string, kind: ActionKind = 'quickfix') {
  const { document, cursor, text } = marked(source)
  const actions = codeActions(document, { start: cursor, end: cursor }, { clock }, (asked) => asked === kind)
  const mended = (action: Action) =>
    applyEdits(
      text,
      action.edits.flatMap(({ edits }) => edits),
    )
  return { actions, mended }
}

const TWO_COMMAS = lines('# 某市关于供暖的通知', '', '为做好供暖‸,现通知如下：', '', '请核实,请填报。')

describe('code actions', () => {
  it('mend the finding at the cursor, and offer that first', () => {
    const { actions, mended } = at(TWO_COMMAS)
    const [first] = actions
    assert.ok(first?.preferred)
    assert.equal(mended(first), lines('# 某市关于供暖的通知', '', '为做好供暖，现通知如下：', '', '请核实,请填报。'))
  })

  it('mend all of the same rule', () => {
    const { actions, mended } = at(TWO_COMMAS)
    const all = actions.find(({ findings }) => findings.length === 2) ?? assert.fail('no such action')
    assert.match(formatMessage(all.title), /全文所有.*2 处/)
    assert.equal(mended(all), lines('# 某市关于供暖的通知', '', '为做好供暖，现通知如下：', '', '请核实，请填报。'))
  })

  it('offer to number anew once, be it as the mending of a finding or without one', () => {
    const titles = (source: string) => {
      const { document, cursor } = marked(source)
      const actions = codeActions(document, { start: cursor, end: cursor }, { clock }, () => true)
      return actions.map(({ title }) => formatMessage(title)).filter((title) => title === '从这里起重新编号')
    }
    assert.equal(titles(lines('一、甲', '', '三‸、乙', '', '四、丙')).length, 1)
    assert.equal(titles(lines('一‸、甲', '', '三、乙', '', '四、丙')).length, 1)
  })

  it('offer to ignore the finding, to explain its rule and to take it otherwise in this office', () => {
    const commands = at(TWO_COMMAS).actions.flatMap(({ command }) => command ?? [])
    assert.deepEqual(
      commands.map(({ name, rule }) => [name, rule]),
      [
        ['ignore', 'punc-fullwidth'],
        ['ignore', 'punc-fullwidth'],
        ['explain', 'punc-fullwidth'],
        ['setSeverity', 'punc-fullwidth'],
        ['setSeverity', 'punc-fullwidth'],
      ],
    )
  })

  it('offer to ignore a finding of the front matter in the whole text only', () => {
    const { actions } = at(lines('---', '发文字号: 某政发‸[2026]12号', '---', '# 某市关于供暖的通知'))
    const scopes = actions.flatMap(({ command }) => (command?.name === 'ignore' ? [command.scope] : []))
    assert.deepEqual(scopes, ['file'])
  })

  it('offer there to ignore it before anything else but its fixes', () => {
    const { actions } = at(lines('---', '发文字号: 某政发‸[2026]12号', '---', '# 某市关于供暖的通知'))
    const [first] = actions.filter(({ edits }) => edits.length === 0)
    assert.match(formatMessage(first?.title ?? assert.fail('none')), /^全文忽略/)
  })

  it('keep to the finding that is asked for, although another begins where it ends', () => {
    const { document } = marked(lines('---', '发文字号: 某政发[2026]012号', '---', '# 某市关于供暖的通知'))
    const [left, right] = diagnostics(document, { clock }).filter(({ rule }) => rule.startsWith('docnum-'))
    assert.ok(left && right && left.span.end === right.span.start)
    const about = (start: number, end: number) => {
      const actions = codeActions(document, { start, end }, { clock }, (kind) => kind === 'quickfix')
      return new Set(actions.filter(({ preferred }) => preferred).flatMap(({ findings }) => findings))
    }
    assert.deepEqual([...about(left.span.start, left.span.end)], [left])
    assert.deepEqual([...about(right.span.start, right.span.start)], [right])
  })

  it('belong to the finding behind which the cursor stands, where it stands in none', () => {
    assert.ok(at(TWO_COMMAS.replace('‸,', ',‸')).actions.length > 0)
  })

  it('mend everything when asked for source actions', () => {
    const { actions, mended } = at(TWO_COMMAS, 'source.fixAll')
    assert.equal(actions.length, 1)
    assert.doesNotMatch(mended(actions[0] as Action), /,/)
  })

  it('offer to ignore it in all that is selected, once that is more than a line', () => {
    const { document, text } = marked(TWO_COMMAS)
    const commands = (end: number) =>
      codeActions(document, { start: text.indexOf(','), end }, { clock }, (kind) => kind === 'quickfix').flatMap(
        ({ command }) => command?.name ?? [],
      )
    assert.ok(commands(text.length).includes('ignoreBetween'))
    assert.ok(!commands(text.indexOf(',') + 1).includes('ignoreBetween'))
  })

  it('number the outline anew where it is out of order, and only there', () => {
    const { actions, mended } = at(lines('一、甲', '', '三、‸乙'), 'refactor')
    assert.equal(mended(actions[0] as Action), lines('一、甲', '', '二、乙'))
    assert.deepEqual(at(lines('一、甲', '', '二、‸乙'), 'refactor').actions, [])
  })

  it('offer nothing where nothing is wrong', () => {
    const { actions } = at(lines('# 某市关于供暖的通知', '', '请各学校‸落实。', '', '请核实,请填报。'))
    assert.deepEqual(actions, [])
  })
})
