import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import { appendRevision, bigEndian, lastStartXref, type Objects, streamText } from '../../pdf/samplePdf.ts'
import { type Attack, catalogUpdate, changed, evil, objectText, update } from './attack.ts'

/** What a reader that mends the file would take for the content of page 1. */
const HIDDEN = `\n5 0 obj\n${evil}\nendobj\n`

function behind(tail: string, objects: Objects = {}): Attack['attack'] {
  return (signed) => fromLatin1(`${latin1(appendRevision(signed, objects))}${tail}`)
}

export const objectAttacks: readonly Attack[] = [
  { name: 'an object is added that nothing names', attack: update({ 20: evil }), rules: changed },
  { name: 'a string hides an object', attack: update({ 20: `(${HIDDEN})` }), rules: changed },
  {
    name: 'a comment hides an object',
    title: '注释里藏对象',
    attack: update({ 20: '<< >> % x\n%5 0 obj' }),
    rules: changed,
  },
  {
    name: 'a stream ends earlier for readers that do not heed its length',
    attack: update({
      20: `<< /Length 21 0 R >>\nstream\nendstream\nendobj${HIDDEN}\nendstream`,
      21: `${16 + HIDDEN.length}`,
    }),
    rules: changed,
  },
  {
    name: 'a certificate that may be there hides an object',
    title: '证书数据里藏对象',
    attack: catalogUpdate('/DSS << /Certs [20 0 R] >>', { 20: streamText('', `\nendstream\nendobj\n${HIDDEN}`) }),
    rules: changed,
  },
  {
    name: 'a certificate hides an object whose numbers stand among comments',
    attack: catalogUpdate('/DSS << /Certs [20 0 R] >>', {
      20: streamText('', HIDDEN.replace('5 0 obj', '5 % x\n0% y\n% z\nobj')),
    }),
    rules: changed,
  },
  {
    name: 'a certificate hides a trailer',
    title: '证书数据里藏文件尾',
    attack: catalogUpdate('/DSS << /Certs [20 0 R] >>', { 20: streamText('', 'trailer << /Root 20 0 R >>') }),
    rules: changed,
  },
  ...['6 -0 obj', '6 +0 obj', '-6 0 obj', '+6 --0 obj'].map((head) => ({
    name: `a certificate hides an object headed ${head}`,
    attack: catalogUpdate('/DSS << /Certs [20 0 R] >>', { 20: streamText('', `\n${head}\n${evil}\nendobj\n`) }),
    rules: changed,
  })),
  {
    name: 'a certificate hides a trailer in an update that has none of its own',
    attack: (signed) => withoutTable(signed, 'x\ntrailer\n<< /Size 100 /Root 20 0 R >>\n'),
    rules: changed,
  },
  { name: 'thousands of ends of line stand behind the end', attack: behind('\n'.repeat(5000)), rules: changed },
  { name: 'zeros stand behind the end', attack: behind('\0'.repeat(8)), rules: changed },
  {
    name: 'thousands of blanks stand before the end mark',
    attack: (signed) =>
      fromLatin1(latin1(appendRevision(signed, {})).replace(/%%EOF\n$/, `${' '.repeat(5000)}%%EOF\n`)),
    rules: changed,
  },
  { name: 'a comment stands before the end mark', attack: commented, rules: ['sign-damaged'] },
]

/** An update with an xref stream, in which a certificate is put down. */
export function withoutTable(signed: Uint8Array, certificate: string): Uint8Array {
  const before = latin1(signed)
  const root = objectText(signed, 1).replace('/Type', '/DSS << /Certs [40 0 R] >> /Type')
  const objects = { 1: root, 40: streamText('', certificate) }
  const rows = new Map<number, string>()
  let text = before
  for (const [number, body] of Object.entries(objects)) {
    rows.set(Number(number), `\x01${bigEndian(text.length)}\0`)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  rows.set(41, `\x01${bigEndian(text.length)}\0`)
  const index = [...rows.keys()].map((number) => `${number} 1`).join(' ')
  const keys = `/Type /XRef /W [1 4 1] /Index [${index}] /Size 42 /Root 1 0 R /Prev ${lastStartXref(before)}`
  const table = `41 0 obj\n${streamText(keys, [...rows.values()].join(''))}\nendobj\n`
  return fromLatin1(`${text}${table}startxref\n${text.length}\n%%EOF\n`)
}

function commented(signed: Uint8Array): Uint8Array {
  return fromLatin1(latin1(appendRevision(signed, {})).replace(/%%EOF\n$/, '%x\n%%EOF\n'))
}
