import assert from 'node:assert/strict'
import type { Files } from '../../server/src/ports/files.ts'
import { filesIn } from '../../server/src/workspace/sourceFiles.ts'

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'file:///a': ['通知.gw.md', '.git/', 'node_modules/', 'b/', '.隐藏.gw.md'],
  'file:///a/.git': ['内.gw.md'],
  'file:///a/node_modules': ['别人.gw.md'],
  'file:///a/b': ['2.txt', '1.gw.md', 'c/'],
}

const list: Files['list'] = async (folder) => {
  const names = FOLDERS[folder]
  if (!names) throw new Error(`cannot read ${folder}`)
  return names.map((name) => ({ name: name.replace(/\/$/, ''), folder: name.endsWith('/') }))
}

async function found(from: string, how: Files['list']): Promise<readonly string[]> {
  const uris: string[] = []
  for await (const uri of filesIn(how, from)) uris.push(decodeURI(uri))
  return uris
}

describe('files of a folder', () => {
  const passingOver: Files['list'] = (folder) => list(folder).catch(() => [])

  it('come in the order of their names, without those of hidden folders and packages', async () => {
    const expected = ['file:///a/.隐藏.gw.md', 'file:///a/b/1.gw.md', 'file:///a/b/2.txt', 'file:///a/通知.gw.md']
    assert.deepEqual(await found('file:///a', passingOver), expected)
    assert.deepEqual(await found('file:///a/', (folder) => passingOver(folder.replace(/\/$/, ''))), expected)
  })

  it('fail where the caller does not pass over a folder that cannot be read', async () => {
    await assert.rejects(found('file:///a', list), /cannot read file:\/\/\/a\/b\/c/)
  })
})
