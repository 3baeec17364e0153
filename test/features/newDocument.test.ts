import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { issueCheck } from '../../server/src/features/issueCheck.ts'
import { fillTemplate, newChoices } from '../../server/src/features/newDocument.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { GENRES } from '../../server/src/standard/genres.ts'
import { clock, lines, marked } from './marked.ts'

const template = (name: string) => readFileSync(`templates/${name}.gw.md`, 'utf8')
const office = {
  ...EMPTY_PROFILE,
  organs: [{ name: '某某市教育局', code: '某教发' }, { name: '某某市财政局' }],
  defaults: { 发文机关: '某某市教育局' },
}

/** What is left to fill in is not wrong yet: blanks, the number and the dates. */
const TO_FILL = new Set(['placeholder-left', 'date-missing', 'docnum-incomplete', 'profile-would-help'])

describe('a new 公文', () => {
  const { genres, organs } = newChoices(office)

  it('is one of the fifteen 文种, each with a template of its own', () => {
    const names = genres.map(({ name }) => name).sort()
    assert.deepEqual(names, GENRES.map(({ name }) => name).sort())
    assert.deepEqual(
      names,
      readdirSync('templates')
        .flatMap((name) => (name.endsWith('.gw.md') ? [name.slice(0, -'.gw.md'.length)] : []))
        .sort(),
    )
  })

  it('offers all four formats, and every organ of the office once, its own first', () => {
    assert.deepEqual([...new Set(genres.flatMap(({ formats }) => formats))].sort(), ['信函', '命令', '文件', '纪要'])
    assert.deepEqual(organs, ['某某市教育局', '某某市财政局'])
  })

  for (const { name, formats } of genres) {
    for (const format of formats) {
      it(`${name} as ${format} has nothing wrong but what is to be filled in`, () => {
        const text = fillTemplate(template(name), { format, issuer: '某某市人民政府' }, EMPTY_PROFILE, clock)
        const { document } = marked(text)
        assert.equal(document.format, format)
        const wrong = issueCheck(document, { clock }).filter(({ finding }) => !TO_FILL.has(finding.rule))
        assert.deepEqual(
          wrong.map(
            ({ finding }) =>
              `${finding.rule}: ${finding.message.template} ${text.slice(finding.span.start, finding.span.end)}`,
          ),
          [],
        )
      })
    }
  }

  it('goes to the 上级 that the office names, and leaves its defaults to the office', () => {
    const organs = [{ name: '某某市教育局', parent: '某某市人民政府' }]
    const defaults = { 发文机关: '某某市教育局', 印发机关: '某某市教育局综合处' }
    const text = fillTemplate(template('请示'), { issuer: '某某市教育局' }, { ...office, organs, defaults }, clock)
    assert.match(text, /^某某市人民政府：$/m)
    assert.match(text, /^发文机关: 某某市教育局$/m)
    assert.doesNotMatch(text, /印发机关/)
  })

  it('carries organ, 代字 and year, and leaves the number to the register', () => {
    const text = fillTemplate(template('通知'), { format: '文件', issuer: '某某市教育局' }, office, clock)
    assert.match(text, /^发文字号: 某教发〔2026〕号$/m)
    assert.match(text, /^# 某某市教育局关于【事由】的通知$/m)
    assert.doesNotMatch(text, /【发文机关】/)
  })

  it('has as a letter no 印发机关 and no 印发日期 (GB/T 9704—2012 10.1)', () => {
    const text = fillTemplate(template('通知'), { format: '信函' }, office, clock)
    assert.match(text, /^---\n格式: 信函\n/)
    assert.doesNotMatch(text, /^印发/m)
  })

  it('from a template of the office keeps what it does not know', () => {
    const own = lines('---', '发文机关: 某某市教育局', '---', '# 【事由】', '')
    assert.equal(fillTemplate(own, {}, office, clock), own)
  })
})
