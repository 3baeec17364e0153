import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import { appendRevision, bigEndian, lastStartXref, SAMPLE, streamText } from '../../pdf/samplePdf.ts'
import { type Attack, changed, update } from './attack.ts'

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'

/** Page 1 as it was, and an xref stream beside the table, as one library writes it; it may say something else. */
export function withEcho(signed: Uint8Array, keys = '/Root 1 0 R', shift = 0): Uint8Array {
  const before = latin1(signed)
  const page = `3 0 obj\n${SAMPLE[3]}\nendobj\n`
  const previous = lastStartXref(before)
  const row = `\x01${bigEndian(before.length + shift)}\0`
  const echo = `/Type /XRef /W [1 4 1] /Index [3 1] /Size 31 ${keys} /Prev ${previous}`
  const objects = `${before}${page}30 0 obj\n${streamText(echo, row)}\nendobj\n`
  const line = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`
  const table = `xref\n3 1\n${line(before.length)}30 1\n${line(before.length + page.length)}`
  const trailer = `trailer\n<< /Size 31 /Root 1 0 R /Prev ${previous} >>\n`
  return fromLatin1(`${objects}${table}${trailer}startxref\n${objects.length}\n%%EOF\n`)
}

const withOwnKey = () =>
  appendRevision(fromLatin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), SAMPLE, { first: true, trailer: '/DocChecksum /A1' })

export const leftoverAttacks: readonly Attack[] = [
  { name: 'a second catalog is added that nothing names', attack: update({ 20: CATALOG }), rules: changed },
  {
    name: 'a record of validation data that nobody reaches is a tree of pages, too',
    attack: update({ 20: '<< /Type /VRI /Pages 2 0 R >>' }),
    rules: changed,
  },
  {
    name: 'a record of validation data that nobody reaches names a second catalog',
    attack: update({ 20: '<< /Type /VRI /A 21 0 R >>', 21: CATALOG }),
    rules: changed,
  },
  {
    name: 'an xref stream beside the table names another catalog',
    title: '交叉引用表旁另放一个指向别处的数据流',
    attack: (signed) => withEcho(signed, '/Root 2 0 R'),
    rules: changed,
  },
  {
    name: 'an xref stream beside the table leads elsewhere',
    attack: (signed) => withEcho(signed, '/Root 1 0 R', -1),
    rules: changed,
  },
  {
    name: 'an xref stream beside the table says that the file is encrypted',
    attack: (signed) => withEcho(signed, '/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 >>'),
    rules: changed,
  },
  {
    name: 'a key of the first trailer gets another value',
    before: withOwnKey,
    attack: update({ 5: SAMPLE[5] as string }, '/DocChecksum /A2'),
    rules: changed,
  },
]
