import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import { appendRevision, lastStartXref, makePdf } from '../../pdf/samplePdf.ts'
import { type Attack, changed, evil } from './attack.ts'

export const fileAttacks: readonly Attack[] = [
  {
    name: 'junk after the end',
    title: '文件末尾之后加数据',
    attack: (signed) => fromLatin1(`${latin1(signed)}junk\n`),
    rules: changed,
  },
  {
    name: 'a comment after the end',
    title: '文件末尾之后加注释',
    attack: (signed) => fromLatin1(`${latin1(signed)}% a comment\n`),
    rules: changed,
  },
  {
    name: 'a second trailer after the end',
    title: '第二个文件尾，指向另一个目录',
    attack: (signed) =>
      fromLatin1(
        `${latin1(signed)}20 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer\n<< /Root 20 0 R >>\nstartxref\n${lastStartXref(latin1(signed))}\n%%EOF\n`,
      ),
    rules: changed,
  },
  {
    name: 'objects that no table names',
    title: '夹带没有列在表里的对象',
    attack: (signed) =>
      appendRevision(
        fromLatin1(`${latin1(signed)}20 0 obj\n(hidden)\nendobj\n`),
        { 21: '<< >>' },
        { previous: lastStartXref(latin1(signed)) },
      ),
    rules: changed,
  },
  {
    name: 'the chain of tables passes by the signed revision',
    title: '表的链条绕过签章的那一版',
    attack: (signed) => appendRevision(signed, { 5: evil }, { previous: lastStartXref(latin1(makePdf())) }),
    rules: ['sign-unsigned'],
  },
  {
    name: 'the chain of tables is a ring',
    title: '表的链条成环',
    attack: (signed) =>
      appendRevision(signed, { 5: evil }, { previous: signed.length + `5 0 obj\n${evil}\nendobj\n`.length }),
    rules: ['sign-damaged'],
  },
  {
    name: 'the file is cut',
    attack: (signed) => signed.subarray(0, signed.length - 200),
    rules: ['sign-damaged', 'sign-unsigned'],
  },
  {
    name: 'the signature is cut off',
    title: '截掉签章',
    attack: (signed) => signed.subarray(0, makePdf().length),
    rules: ['sign-unsigned'],
  },
]
