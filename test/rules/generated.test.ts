import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedFiles } from '../../scripts/generate-rules.ts'
import { explain } from '../../server/src/rules/explain.ts'
import { findRule, RULES } from '../../server/src/rules/registry.ts'

const root = join(import.meta.dirname, '../..')

describe('what is generated of the rules', () => {
  it('is what `npm run generate` writes today', async () => {
    const files = await generatedFiles()
    for (const [path, text] of files) assert.equal(readFileSync(join(root, path), 'utf8'), text, path)
    const pages = readdirSync(join(root, 'docs/rules')).map((name) => `docs/rules/${name}`)
    assert.deepEqual(
      pages.filter((page) => !files.has(page)),
      [],
    )
  })

  it('finds a rule by id and by its Chinese name', () => {
    for (const rule of RULES) {
      assert.equal(findRule(rule.id), rule)
      assert.equal(findRule(rule.name), rule)
    }
    assert.equal(findRule('没有这条'), undefined)
  })

  it('explains a rule with its clause, its examples and how to leave it alone', () => {
    const page = explain(findRule('docnum-brackets') ?? assert.fail())
    assert.match(page, /^# 文号用六角括号/)
    assert.match(page, /GB\/T 9704—2012 7\.2\.5/)
    assert.match(page, /某政发\[2026\]5号[\s\S]*改为：[\s\S]*某政发〔2026〕5号/)
    assert.match(page, /<!-- 红头：忽略 文号用六角括号 理由 -->/)
  })

  it('says in the page of what is due at issue that drafting only gets a hint', () => {
    assert.match(explain(findRule('date-missing') ?? assert.fail()), /起草时只作提示/)
  })
})
