import assert from 'node:assert/strict'
import { renameFiles } from '../../server/src/features/renameFiles.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { lines, marked } from './marked.ts'

const TEXT = lines('# 通知', '', '![流程](图/流程.png)', '', '::附件[名单]{另附 文件=名单.xlsx}')

/** The text of file:///公文/甲.gw.md when files went from one path to another. */
function renamed(from: string, to: string, text = TEXT): string {
  const { document } = marked(text)
  const uri = (path: string) => new URL(path, 'file:///公文/').href
  return applyEdits(text, renameFiles(document, [{ from: uri(from), to: uri(to) }]))
}

describe('a renamed file', () => {
  it('keeps its links', () => {
    assert.match(renamed('名单.xlsx', '附/名单2.xlsx'), /文件=附\/名单2\.xlsx\}/)
    assert.match(renamed('图/流程.png', '流程图.png'), /!\[流程\]\(流程图\.png\)/)
  })

  it('is quoted when it has blanks now', () => {
    assert.match(renamed('名单.xlsx', '名 单.xlsx'), /文件="名 单\.xlsx"\}/)
    assert.match(renamed('图/流程.png', '图/流 程.png'), /\(<图\/流 程\.png>\)/)
    const quoted = TEXT.replace('名单.xlsx', '"名单.xlsx"')
    assert.match(renamed('名单.xlsx', '名 单.xlsx', quoted), /文件="名 单\.xlsx"\}/)
  })

  it('may be a folder', () => {
    assert.match(renamed('图', '插图'), /\(插图\/流程\.png\)/)
  })

  it('may be the document: its paths lead to the same files as before', () => {
    const moved = renamed('甲.gw.md', '2026/甲.gw.md')
    assert.match(moved, /\(\.\.\/图\/流程\.png\)/)
    assert.match(moved, /文件=\.\.\/名单\.xlsx\}/)
  })

  it('changes nothing where it is not named', () => {
    assert.equal(renamed('别的.xlsx', '其他.xlsx'), TEXT)
    assert.equal(renamed('甲.gw.md', '乙.gw.md'), TEXT)
  })
})
