import { appendRevision, SAMPLE } from '../../pdf/samplePdf.ts'
import { type Attack, changed } from './attack.ts'

/** A revision of the sample whose trailer has further entries, before or behind the known ones. */
function trailer(entries: string): Attack['attack'] {
  return (signed) => appendRevision(signed, { 5: SAMPLE[5] as string }, { trailer: entries })
}

export const trailerAttacks: readonly Attack[] = [
  { name: 'the trailer names two catalogs', title: '文件尾写两个目录', attack: trailer('/Root 1 0 R'), rules: changed },
  {
    name: 'the trailer names the catalog in two spellings',
    title: '文件尾用两种写法写目录',
    attack: trailer('/R#6fot 1 0 R'),
    rules: changed,
  },
  { name: 'the trailer has an unknown key', attack: trailer('/Foo 3 0 R'), rules: changed },
  { name: 'the trailer has an odd /ID', attack: trailer('/ID [5 0 R]'), rules: changed },
]
