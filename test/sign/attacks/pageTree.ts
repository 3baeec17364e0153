import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import { appendRevision, SAMPLE, streamText } from '../../pdf/samplePdf.ts'
import { type Attack, changed, update } from './attack.ts'

/** Lies about the tree of pages. */
export const treeAttacks: readonly Attack[] = [
  {
    name: 'the tree of pages counts one',
    title: '页面树的页数写少',
    attack: update({ 2: '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 1 >>' }),
    rules: changed,
  },
  {
    name: 'the tree of pages counts more',
    title: '页面树的页数写多',
    attack: update({ 2: '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 3 >>' }),
    rules: changed,
  },
  {
    name: 'a page becomes a tree',
    title: '页面改成页面树',
    attack: update({ 4: '<< /Type /Pages /Parent 2 0 R /Kids [20 0 R] /Count 1 >>', 20: SAMPLE[4] as string }),
    rules: changed,
  },
  {
    name: 'a page stands twice',
    title: '同一页列两次',
    attack: update({ 2: '<< /Type /Pages /Kids [3 0 R 4 0 R 4 0 R] /Count 3 >>' }),
    rules: changed,
  },
  {
    name: 'a page has no type any more',
    title: '页面去掉类型',
    attack: update({ 4: (SAMPLE[4] as string).replace('/Type /Page ', '') }),
    rules: changed,
  },
  {
    name: 'a page has another parent',
    title: '页面改上级',
    attack: update({ 4: (SAMPLE[4] as string).replace('2 0 R', '20 0 R'), 20: '<< /Type /Pages /Rotate 90 >>' }),
    rules: changed,
  },
  {
    name: 'an object is freed and its number used again with another generation',
    title: '对象编号换代号再用',
    attack: (signed) => reused(signed),
    rules: changed,
  },
]

/** Object 5 is free in a revision, and in the next one it is of generation 1, which no page names. */
function reused(signed: Uint8Array): Uint8Array {
  const text = latin1(appendRevision(signed, { 5: streamText('', '1 0 0 rg 0 0 595 842 re f') }))
  const at = text.lastIndexOf('5 0 obj')
  return fromLatin1(`${text.slice(0, at)}5 1 obj${text.slice(at + 7).replace(/(\n5 1\n\d{10} )00000/, '$100001')}`)
}
