import assert from 'node:assert/strict'
import { registerCsv, registerRows } from '../../server/src/features/register.ts'
import { summarise } from '../../server/src/model/summarise.ts'
import { lines, marked } from './marked.ts'

const { document } = marked(
  lines(
    '---',
    '发文机关: 某某局',
    '发文字号: 某发〔2026〕3号',
    '成文日期: 2026年3月2日',
    '---',
    '# 某某局关于供暖的通知',
    '',
  ),
)
const summary = summarise(document)
const row = (names: readonly string[], change: object = {}) =>
  registerRows([{ ...summary, ...change }], new Map([['file:///公文', new Set(names)]]))[0]

describe('发文登记', () => {
  it('says of each document number, title, 文种, organ and date', () => {
    const { docNumber, title, genre, issuer, date } = row([]) ?? assert.fail()
    assert.deepEqual(
      [docNumber, title, genre, issuer, date],
      ['某发〔2026〕3号', '某某局关于供暖的通知', '通知', '某某局', '2026年3月2日'],
    )
  })

  it('knows how far a document has come by what lies beside it', () => {
    assert.equal(row(['甲.gw.md', '甲.pdf', '甲-签章.pdf'])?.state, 'signed')
    assert.equal(row(['甲.pdf'])?.state, 'printed')
    assert.equal(row(['乙.pdf'])?.state, 'numbered')
    assert.equal(row([], { docNumber: '某发〔2026〕号' })?.state, 'draft')
  })

  it('knows whether the process of a document is on record', () => {
    assert.equal(row(['甲.gw.md', '甲.gw.log'])?.hasLog, true)
    assert.equal(row(['甲.gw.md', '乙.gw.log'])?.hasLog, false)
  })

  it('sorts by the day that a date is, however it is written', () => {
    const days = ['2026年11月2日', '二〇〇四年一月十六日', '2026年9月1日', '近日'].map((date) => row([], { date })?.day)
    assert.deepEqual(days, ['20261102', '20040116', '20260901', ''])
  })

  it('calls a document without title by its file', () => {
    assert.equal(
      registerRows([{ uri: 'file:///a/b.gw.md', version: 0, key: '', cites: [], terms: [], files: [] }], new Map())[0]
        ?.title,
      'b',
    )
  })

  it('as CSV is read by a spreadsheet as UTF-8, and is never computed by it', () => {
    const rows = registerRows([{ ...summary, title: '=1+1', issuer: '甲,"乙"' }], new Map())
    const csv = registerCsv(rows)
    assert.equal(csv.charCodeAt(0), 0xfeff)
    assert.equal(csv.split('\r\n')[1], `某发〔2026〕3号,'=1+1,通知,"甲,""乙""",2026年3月2日,已编号,,甲.gw.md`)
  })
})
