import assert from 'node:assert/strict'
import { splitPostAndName } from '../../server/src/model/postAndName.ts'

describe('a 签署人', () => {
  const written: readonly (readonly [text: string, post: string, name: string])[] = [
    ['市长 王某某', '市长', '王某某'],
    ['市长 张 三', '市长', '张三'],
    ['省　长 唐某某', '省长', '唐某某'],
    ['副主任　兼局长 李某某', '副主任 兼局长', '李某某'],
    ['张 三', '张', '三'],
    ['王某某', '', '王某某'],
    [' 市长　王某某 ', '市长', '王某某'],
  ]
  for (const [text, post, name] of written) {
    it(`“${text}”: post “${post}”, name “${name}”`, () => assert.deepEqual(splitPostAndName(text), { post, name }))
  }
})
