import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import { appendRevision, lastStartXref } from '../../pdf/samplePdf.ts'
import { type Attack, changed, evil, objectText, update } from './attack.ts'

const EVIL = `5 0 obj\n${evil}\nendobj\n`

function append(tail: string): Attack['attack'] {
  return (signed) => fromLatin1(`${latin1(signed)}${tail}`)
}

/** The signature's own object, whatever its number. */
function signatureText(signed: Uint8Array): string {
  const [, number = ''] = /\/V (\d+) 0 R/.exec(objectText(signed, 6)) ?? []
  return objectText(signed, Number(number))
}

/** Incremental saving attacks (Mladenov et al. 2019): what was signed stays, what is shown stands behind it. */
export const incrementalAttacks: readonly Attack[] = [
  {
    name: 'a revision is appended that replaces a page',
    title: 'ISA：追加一版，换掉正文',
    attack: update({ 5: evil }),
    rules: changed,
  },
  {
    name: 'an object is appended without table and trailer',
    title: 'ISA：追加正文对象，没有表也没有文件尾',
    attack: append(EVIL),
    rules: changed,
  },
  {
    name: 'an object is appended with a trailer and no table',
    title: 'ISA：追加正文对象和文件尾，没有表',
    attack: append(`${EVIL}trailer\n<< /Size 40 /Root 1 0 R >>\n`),
    rules: changed,
  },
  {
    name: 'an object is appended with an end that leads back to the old table',
    title: 'ISA：追加正文对象，文件尾指回原来的表',
    attack: (signed) => fromLatin1(`${latin1(signed)}${EVIL}startxref\n${lastStartXref(latin1(signed))}\n%%EOF\n`),
    rules: changed,
  },
  {
    name: 'the page is replaced and the signature copied',
    title: 'ISA：换掉正文，再把签名抄一份',
    attack: (signed) =>
      appendRevision(signed, {
        5: evil,
        40: signatureText(signed),
        6: objectText(signed, 6).replace(/\/V \d+ 0 R/, '/V 40 0 R'),
      }),
    rules: ['sign-broken', 'sign-changed', 'sign-coverage', 'sign-removed'],
  },
]
