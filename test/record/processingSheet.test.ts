import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { buildDocument } from '../../server/src/model/build.ts'
import type { GongwenDocument, TableBlock } from '../../server/src/model/document.ts'
import { plainText } from '../../server/src/model/text.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import type { Linked } from '../../server/src/record/log.ts'
import { parseFlow } from '../../server/src/record/parseFlow.ts'
import { processingSheet } from '../../server/src/record/processingSheet.ts'
import { stateOf } from '../../server/src/record/state.ts'
import { parse } from '../../server/src/syntax/parse.ts'
import { entryOf, followedBy } from './support.ts'

const { flow } = parseFlow(
  readFileSync(new URL('../../templates/flows/发文.yaml', import.meta.url), 'utf8'),
  'file:///发文.yaml',
)

const documentOf = (text: string) =>
  buildDocument({ uri: 'file:///a.gw.md', version: 1, tree: parse(text), profile: EMPTY_PROFILE })

/** Rows of the 办文单 as they read: label and value, or two of them; of a step its opinion, and by whom and when. */
function rowsOf(document: GongwenDocument, entries: readonly Linked[]): readonly (readonly string[])[] {
  const sheet = documentOf(processingSheet(document, entries, stateOf(flow, entries)))
  const table = sheet.main.body.find((block): block is TableBlock => block.kind === 'table')
  assert.deepEqual(sheet.problems, [])
  return (table?.rows ?? []).map((row) => row.map(({ at, inline }) => plainText(at.section, inline)))
}

const NOTICE = documentOf(
  '---\n发文机关: 某某市人民政府\n发文字号: 某政发〔2026〕12号\n紧急程度: 特急\n抄送: 市委各部门。\n---\n\n# 某某市人民政府关于某事的通知\n\n各单位：\n\n正文。\n',
)

describe('办文单', () => {
  it('has what the front matter says and every step with its opinion, by whom and when', async () => {
    let entries: readonly Linked[] = []
    entries = await followedBy(entries, entryOf('拟稿', 0))
    entries = await followedBy(entries, entryOf('审核', 1, { opinion: '同意。' }))
    entries = await followedBy(entries, entryOf('用印', 2))
    entries = await followedBy(entries, entryOf('退回', 3, { step: '拟稿', opinion: '请补充依据。' }))
    const rows = rowsOf(NOTICE, entries)
    const value = (label: string) => rows.find(([first]) => first === label)?.[1]
    assert.equal(value('标题'), '某某市人民政府关于某事的通知')
    assert.deepEqual(rows[1]?.slice(0, 4), ['发文字号', '某政发〔2026〕12号', '文种', '通知'])
    assert.equal(value('抄送'), '市委各部门。')
    // 退回 makes the steps open again; what was said in them stays on the sheet.
    assert.equal(value('拟稿'), '')
    const who = '某某市人民政府办公室\n王某　2026年11月23日\n未签名'
    const below = rows.slice(1 + rows.findIndex(([first]) => first === '退回以前的办理和其他意见'), -1)
    assert.deepEqual(below, [
      ['拟稿', '', who],
      ['审核', '同意。', who],
      ['用印（不算数）', '', who],
      ['退回到拟稿', '请补充依据。', who],
    ])
  })

  it('has all who acted in one step beside each other', async () => {
    const joint = parseFlow('步骤:\n  - 名称: 会签\n    参加: [甲局, 乙局]\n', 'file:///联合.yaml').flow
    const by = (organ: string, name: string) => entryOf('会签', 0, { actor: { organ, post: '局长', name } })
    const entries = await followedBy(await followedBy([], by('甲局', '王某')), by('乙局', '李某'))
    const sheet = processingSheet(NOTICE, entries, stateOf(joint, entries))
    assert.match(
      sheet,
      /\| 会签 \| {2}\| << \| 甲局局长<br>王某　2026年11月23日<br>未签名 \|\n\| \^\^ \| {2}\| << \| 乙局局长<br>李某　2026年11月23日<br>未签名 \|/,
    )
    assert.deepEqual(documentOf(sheet).problems, [])
  })

  it('marks what is signed, with the certificate, and says how the log ended', async () => {
    const certificate = 'ab'.repeat(32)
    const signed = { actor: { name: '李某', organ: '甲局', certificate }, signature: 'AAAA' }
    const entries = await followedBy(await followedBy([], entryOf('拟稿', 0)), entryOf('审核', 1, signed))
    const rows = rowsOf(NOTICE, entries)
    const who = (label: string) =>
      rows
        .find(([first]) => first === label)
        ?.at(-1)
        ?.split('\n')
        .at(-1)
    assert.deepEqual([who('拟稿'), who('审核')], ['未签名', '已签名（证书abababab）'])
    assert.deepEqual(rows.at(-1), ['办理记录', `共2条，末条摘要${entries.at(-1)?.digest.slice(0, 16)}`])
  })

  it('keeps a place for the number where there is none yet', async () => {
    const rows = rowsOf(
      documentOf('# 某某市人民政府关于某事的通知\n\n正文。\n'),
      await followedBy([], entryOf('拟稿', 0)),
    )
    assert.equal(rows.find(([first]) => first === '发文字号')?.[1], '〔　　　〕　　　号')
  })

  it('says an opinion as it was given, whatever marks are in it', async () => {
    const word = fc.stringMatching(/^[甲乙，。1a|*_<>^`[\]!:#\\-]{1,12}$/)
    await fc.assert(
      fc.asyncProperty(word, async (opinion) => {
        const rows = rowsOf(NOTICE, await followedBy([], entryOf('拟稿', 0, { opinion })))
        assert.equal(rows.find(([first]) => first === '拟稿')?.[1], opinion)
      }),
      { numRuns: 200 },
    )
  })
})
