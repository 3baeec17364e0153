import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import { appendRevision, bigEndian, lastStartXref, makePdf, SAMPLE, streamText } from '../../pdf/samplePdf.ts'
import { type Attack, changed, evil, objectText, packed, page } from './attack.ts'

/** Changes the last table of a file; what follows it may move. */
function respell(change: (table: string) => string): Attack['attack'] {
  return (signed) => {
    const text = latin1(appendRevision(signed, { 5: SAMPLE[5] as string, 20: '<< >>' }))
    const start = text.lastIndexOf('\nxref\n')
    return fromLatin1(text.slice(0, start) + change(text.slice(start)))
  }
}

export const tableAttacks: readonly Attack[] = [
  {
    name: 'entries of a table have another length, so that readers who count bytes see other objects',
    title: '表的条目长短不齐',
    attack: respell((table) => table.replaceAll(' n \n', ' n\n')),
    rules: changed,
  },
  {
    name: 'the size hides objects from readers who heed it',
    title: 'Size 写小',
    attack: respell((table) => table.replace(/\/Size \d+/, '/Size 3')),
    rules: changed,
  },
  {
    name: 'a table and its additional stream name different places for one object',
    title: '表与附加的表互相矛盾',
    attack: (signed) => contradictingStream(signed),
    rules: ['sign-damaged'],
  },
]

/** A hybrid revision: the table leaves object 5 where it was, the xref stream beside it names another one. */
function contradictingStream(signed: Uint8Array): Uint8Array {
  const text = latin1(signed)
  const old = String(text.indexOf('\n5 0 obj') + 1).padStart(10, '0')
  const hidden = text.length
  const offset = String.fromCharCode(0, hidden >> 16, (hidden >> 8) & 255, hidden & 255)
  const evilText = `5 0 obj\n${evil}\nendobj\n`
  const streamAt = hidden + evilText.length
  const xref = `20 0 obj\n${streamText('/Type /XRef /W [1 4 0] /Index [5 1] /Size 21 /Root 1 0 R', `\x01${offset}`)}\nendobj\n`
  const start = streamAt + xref.length
  const trailer = `trailer\n<< /Size 21 /Root 1 0 R /XRefStm ${streamAt} /Prev ${lastStartXref(text)} >>\n`
  return fromLatin1(`${text}${evilText}${xref}xref\n5 1\n${old} 00000 n \n${trailer}startxref\n${start}\n%%EOF\n`)
}

export const packedAttacks: readonly Attack[] = [
  {
    name: 'an object stream holds an object that the table does not list',
    attack: (signed) => packed(signed, { 5: SAMPLE[4] as string, 1: objectText(signed, 1) }, [1]),
    rules: changed,
  },
  {
    name: 'an object is taken from an object stream that was prepared before signing',
    before: () => makePdf({ ...SAMPLE, 40: streamText('/Type /ObjStm /N 1 /First 4', `3 0 ${SAMPLE[3]}`) }),
    attack: (signed) => fromPrepared(signed),
    rules: changed,
  },
  {
    name: 'an object has another generation than before',
    title: '对象代号与原来不同',
    attack: (signed) =>
      fromLatin1(
        latin1(appendRevision(signed, { 20: SAMPLE[5] as string, 3: page.replace('5 0 R', '20 1 R') }))
          .replace(/20 0 obj/, '20 1 obj')
          .replace(/(\n20 1\n\d{10} )00000/, '$100001'),
      ),
    rules: changed,
  },
  {
    name: 'an additional table stands beside the table',
    attack: (signed) => {
      const start = signed.length
      const table = `40 0 obj\n${streamText('/Type /XRef /W [1 4 0] /Index [40 1] /Size 41 /Root 1 0 R', `\x01${bigEndian(start)}`)}\nendobj\n`
      return appendRevision(
        fromLatin1(latin1(signed) + table),
        {},
        {
          trailer: `/XRefStm ${start}`,
          previous: lastStartXref(latin1(signed)),
        },
      )
    },
    rules: changed,
  },
]

/** A revision that holds a table alone: it lists the object stream where it was, and takes page 1 from it. */
function fromPrepared(signed: Uint8Array): Uint8Array {
  const before = latin1(signed)
  const start = before.length
  const rows = `\x02${bigEndian(40)}\0\x01${bigEndian(before.indexOf('\n40 0 obj') + 1)}\0\x01${bigEndian(start)}\0`
  const keys = `/Type /XRef /W [1 4 1] /Index [3 1 40 1 50 1] /Size 51 /Root 1 0 R /Prev ${lastStartXref(before)}`
  return fromLatin1(`${before}50 0 obj\n${streamText(keys, rows)}\nendobj\nstartxref\n${start}\n%%EOF\n`)
}
