import assert from 'node:assert/strict'
import { parseProfile } from '../../server/src/profile/parse.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import ruleOptionInvalid from '../../server/src/rules/catalogue/tool/rule-option-invalid.ts'
import { rule } from '../../server/src/rules/define.ts'
import { createLinter } from '../../server/src/rules/engine/engine.ts'
import { formatMessage, message } from '../../server/src/text/message.ts'
import { documentOf } from '../support/pipeline.ts'
import { clock } from '../support/rules.ts'

const long = rule({
  id: 'long-line',
  name: '一行太长',
  group: '试验',
  clause: '试验',
  strength: '实务',
  severity: 'info',
  fix: 'none',
  scope: 'block',
  due: 'always',
  options: {
    type: 'object',
    properties: {
      最多: { type: 'integer', default: 5, minimum: 1, maximum: 100, description: '一行最多多少字' },
      除外: { type: 'array', items: { type: 'string' }, default: [], description: '不查的行' },
      查: { type: 'boolean', default: true, description: '查不查' },
    },
  },
  examples: [],
  visit: {
    text({ text, at }, { options, report }) {
      if (options.查 !== true || (options.除外 as string[]).includes(text)) return
      if (text.length > (options.最多 as number)) report({ at, message: message('{0}字', text.length) })
    },
  },
})
const lint = createLinter([long, ruleOptionInvalid])

function said(text: string, settings: string): readonly string[] {
  const profile = { ...EMPTY_PROFILE, ...parseProfile(settings, 'file:///办公室/红头.yaml') }
  return lint(documentOf(text, undefined, profile), { clock, stage: 'draft' }).map(
    ({ severity, message }) => `${severity} ${formatMessage(message)}`,
  )
}

describe('the options of a rule', () => {
  it('have defaults', () => assert.deepEqual(said('一二三四五六\n', ''), ['info 6字']))

  it('are set in the profile, by id or Chinese name, beside the severity', () => {
    assert.deepEqual(said('一二三四五六\n', '规则:\n  long-line:\n    最多: 6\n'), [])
    assert.deepEqual(said('一二三\n', '规则:\n  一行太长:\n    级别: 警告\n    最多: 2\n'), ['warning 3字'])
    assert.deepEqual(said('一二三四五六\n', '规则:\n  long-line:\n    除外: [一二三四五六]\n'), [])
    assert.deepEqual(said('一二三四五六\n', '规则:\n  long-line:\n    查: 否\n'), [])
  })

  it('that cannot be used are named with file and line, and the default holds', () => {
    assert.deepEqual(said('一二三四五六\n', '规则:\n  long-line:\n    最多: 很多\n    最少: 1\n    查: 也许\n'), [
      'warning 红头.yaml第3行：规则“一行太长”的“最多”应当是1到100之间的整数。',
      'warning 红头.yaml第4行：规则“一行太长”没有选项“最少”，可用的有：最多、除外、查。',
      'warning 红头.yaml第5行：规则“一行太长”的“查”应当是“是”或“否”。',
      'info 6字',
    ])
  })

  it('hold at once for lines that were checked under others', () => {
    const profile = { ...EMPTY_PROFILE, ...parseProfile('规则:\n  long-line:\n    最多: 3\n', 'file:///红头.yaml') }
    const document = documentOf('一二三四五\n')
    assert.equal(lint(document, { clock, stage: 'draft' }).length, 0)
    assert.equal(lint({ ...document, profile }, { clock, stage: 'draft' }).length, 1)
    assert.equal(lint(document, { clock, stage: 'draft' }).length, 0)
  })
})
