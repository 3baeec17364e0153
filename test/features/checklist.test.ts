import assert from 'node:assert/strict'
import { checklist } from '../../server/src/features/checklist.ts'
import { HUMAN_CHECKS } from '../../server/src/rules/checklist/humanChecks.ts'
import { RULE_CHECKS } from '../../server/src/rules/checklist/ruleChecks.ts'
import { RULES } from '../../server/src/rules/registry.ts'
import { GENRES } from '../../server/src/standard/genres.ts'
import { documentOf } from '../support/pipeline.ts'
import { clock } from '../support/rules.ts'

const items = (text: string) => checklist(documentOf(text), { clock })
const texts = (text: string, state: string) =>
  items(text)
    .filter((item) => item.state === state)
    .map((item) => item.text)

describe('核稿清单', () => {
  it('ticks what the rules have verified and names what speaks against the rest', () => {
    const text = '# 某某市人民政府关于供暖的通知\n\n各县人民政府：\n\n三、按时完成\n\n五、加强布署\n'
    const faulty = items(text).filter(({ state }) => state === 'faulty')
    const wrong = faulty.find(({ text: said }) => said.startsWith('没有词表所列的错别字'))
    assert.ok(wrong?.findings.some(({ rule }) => rule === 'wording-pair'))
    assert.ok(texts(text, 'verified').some((said) => said.startsWith('标点符号')))
  })

  it('asks people only what concerns the 文种', () => {
    const request = texts('# 某某局关于增加经费的请示\n\n某某市人民政府：\n', 'judge')
    const minutes = texts('# 某某市人民政府常务会议纪要\n', 'judge')
    assert.ok(request.some((said) => said.startsWith('只请示一件事')))
    assert.ok(!request.some((said) => said.startsWith('议定事项')))
    assert.ok(minutes.some((said) => said.startsWith('议定事项')))
  })

  it('asks about secrets where there are some, and about joint signing where several organs sign', () => {
    const secret = texts('---\n密级: 机密★1年\n发文机关: [甲局, 乙局]\n---\n\n# 甲局乙局关于供暖的通知\n', 'judge')
    assert.ok(secret.some((said) => said.startsWith('定密有依据')))
    assert.ok(secret.some((said) => said.includes('最后签发机关')))
    assert.ok(!texts('# 甲局关于供暖的通知\n', 'judge').some((said) => said.startsWith('定密有依据')))
  })

  it('covers every group of rules once', () => {
    const covered = RULE_CHECKS.flatMap(({ groups }) => groups)
    const groups = new Set(RULES.map(({ group }) => group))
    groups.delete('校对工具')
    assert.deepEqual([...covered].sort(), [...groups].sort())
  })

  it('names every check once, and 文种 that exist', () => {
    const rows = HUMAN_CHECKS.map(({ row }) => row)
    assert.equal(new Set(rows).size, rows.length)
    const names = GENRES.map(({ name }) => name)
    assert.deepEqual(
      [...RULE_CHECKS, ...HUMAN_CHECKS].flatMap(({ genres }) => genres ?? []).filter((name) => !names.includes(name)),
      [],
    )
  })
})
