import assert from 'node:assert/strict'
import { fileName, folderOf } from '../../server/src/text/uri.ts'

describe('the name of a file', () => {
  const names: readonly (readonly [uri: string, name: string])[] = [
    ['file:///%E5%8F%91%E6%96%87/%E9%80%9A%E7%9F%A5.gw.md', '通知.gw.md'],
    ['file:///发文/通知.gw.md', '通知.gw.md'],
    ['file:///发文/增长5%.gw.md', '增长5%.gw.md'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ]
  for (const [uri, name] of names) it(`of ${uri} is ${name}`, () => assert.equal(fileName(uri), name))
})

describe('the folder of a file', () => {
  const folders: readonly (readonly [uri: string, folder: string | undefined])[] = [
    ['file:///发文/2026/通知.gw.md', 'file:///发文/2026'],
    ['vscode-remote://host/发文/通知.gw.md', 'vscode-remote://host/发文'],
    ['file:///通知.gw.md', 'file://'],
    ['untitled:Untitled-1', undefined],
  ]
  for (const [uri, folder] of folders) it(`of ${uri} is ${folder ?? 'none'}`, () => assert.equal(folderOf(uri), folder))
})
