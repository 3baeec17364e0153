import assert from 'node:assert/strict'
import { completion } from '../../server/src/features/completion.ts'
import { EMPTY_PROFILE, type Profile } from '../../server/src/profile/profile.ts'
import { clock, lines, marked } from './marked.ts'

function labels(source: string, profile?: Profile): readonly string[] {
  const { document, cursor } = marked(source, profile)
  return completion(document, cursor, clock).map(({ label }) => label)
}

/** The text after the completion with this label was taken. */
function taken(source: string, label: string, profile?: Profile): string {
  const { document, cursor, text } = marked(source, profile)
  const found = completion(document, cursor, clock).find((each) => each.label === label)
  assert.ok(found, `no completion ${label}`)
  return text.slice(0, found.replace.start) + found.insert + text.slice(found.replace.end)
}

const PROFILE: Profile = {
  ...EMPTY_PROFILE,
  organs: [
    { name: '某市财政局', short: '市财政局' },
    { name: '某市人民政府', code: '某政发' },
  ],
}

describe('completion', () => {
  it('offers the front matter keys that are not used yet', () => {
    const found = labels(lines('---', '密级: 机密', '‸', '---', '', '正文'))
    assert.ok(found.includes('发文机关'))
    assert.ok(!found.includes('密级'))
  })

  it('writes the key with colon and space, once', () => {
    assert.equal(taken(lines('---', '发文‸', '---'), '发文字号'), lines('---', '发文字号: ', '---'))
    assert.equal(taken(lines('---', '发文‸: 某', '---'), '发文机关'), lines('---', '发文机关: 某', '---'))
  })

  it('works before the closing line is typed', () => {
    assert.ok(labels(lines('---', '密级: 机密', '紧‸')).includes('紧急程度'))
  })

  it('offers the words that a key may have, with the space that belongs before them', () => {
    assert.deepEqual(labels(lines('---', '格式: ‸', '---')), ['文件', '信函', '命令', '纪要'])
    assert.deepEqual(labels(lines('---', '紧急程度: 特‸', '---')), ['特急', '加急'])
    assert.equal(taken(lines('---', '格式:‸', '---'), '信函'), lines('---', '格式: 信函', '---'))
  })

  it('offers today for dates, by the clock of where the user is', () => {
    assert.deepEqual(labels(lines('---', '成文日期: ‸', '---')), ['2026年11月22日'])
  })

  it('offers the organs and 代字 of the profile', () => {
    assert.deepEqual(labels(lines('---', '抄送:', '  - ‸', '---'), PROFILE), ['某市财政局', '某市人民政府'])
    assert.deepEqual(labels(lines('---', '发文字号: ‸', '---'), PROFILE), ['某政发〔2026〕号'])
  })

  it('offers nothing in the text, after an unknown key or in a free text', () => {
    assert.deepEqual(labels(lines('---', '密级: 机密', '---', '', '‸')), [])
    assert.deepEqual(labels(lines('正文‸')), [])
    assert.deepEqual(labels(lines('---', '颜色: ‸', '---')), [])
    assert.deepEqual(labels(lines('---', '附注: ‸', '---')), [])
  })
})
