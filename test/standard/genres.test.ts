import assert from 'node:assert/strict'
import { GENRES, genreOfTitle } from '../../server/src/standard/genres.ts'

describe('文种', () => {
  it('are fifteen', () => {
    assert.equal(new Set(GENRES.map(({ name }) => name)).size, 15)
  })

  it('are the last word of a title', () => {
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['某某市人民政府关于做好防汛工作的通知', '通知'],
      ['关于某某办法（试行）的通知', '通知'],
      ['某某市人民政府关于推进某某的实施意见', '意见'],
      ['某某市人民政府办公室关于某某的复函', '函'],
      ['某某局关于加强管理的决定（征求意见稿）', '决定'],
      ['某某市人民政府令', '命令'],
      ['某某会议纪要', '纪要'],
      ['对某某建议的答复', undefined],
      ['某某工作方案', undefined],
    ]
    for (const [title, name] of cases) assert.equal(genreOfTitle(title)?.name, name, title)
  })
})
