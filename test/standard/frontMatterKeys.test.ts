import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { FRONT_MATTER_KEYS, nearestKey } from '../../server/src/standard/frontMatterKeys.ts'
import { frontMatterSchema } from '../../server/src/standard/frontMatterSchema.ts'

const validate = new Ajv({ strictTypes: false }).compile(frontMatterSchema())

describe('front matter keys', () => {
  it('have examples that their own schema accepts', () => {
    for (const { key, example } of FRONT_MATTER_KEYS)
      assert.ok(validate({ [key]: example }), `${key}: ${JSON.stringify(validate.errors)}`)
  })

  it('are texts or lists of texts, and may be empty', () => {
    assert.ok(validate({ 发文机关: ['甲', '乙'], 密级: '', 发文字号: '某政发〔2026〕号' }))
    assert.ok(!validate({ 份号: 1 }))
    assert.ok(!validate({ 密级: ['机密'] }))
    assert.ok(!validate({ 格式: '公函' }))
    assert.ok(!validate({ 标题: '甲' }))
  })

  it('have their schema in the repository as it is generated', () => {
    const stored = readFileSync(new URL('../../syntaxes/front-matter.schema.json', import.meta.url), 'utf8')
    assert.deepEqual(JSON.parse(stored), JSON.parse(JSON.stringify(frontMatterSchema())), 'run npm run generate')
  })

  it('are found for slips of the pen and everyday names', () => {
    assert.equal(nearestKey('发文单位'), '发文机关')
    assert.equal(nearestKey('成文日'), '成文日期')
    assert.equal(nearestKey('文号'), '发文字号')
    assert.equal(nearestKey('发文机关标识'), '发文机关标志')
    assert.equal(nearestKey('天气预报员'), undefined)
    for (const inherited of ['__proto__', 'constructor', 'toString']) assert.equal(nearestKey(inherited), undefined)
  })
})
