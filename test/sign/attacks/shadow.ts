import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import { lastStartXref, makePdf, streamText } from '../../pdf/samplePdf.ts'
import { type Attack, changed, objectText, overlay, update, updateOf } from './attack.ts'

import { filledIn, PREPARED, prepared, XOBJECT } from './prepared.ts'

/** Both versions of the content stand in the signed file, one in a string that no table lists as an object. */
const HIDDEN = `5 0 obj\n${streamText('', '1 0 0 rg 0 0 595 842 re f')}\nendobj`

function swapped(signed: Uint8Array): Uint8Array {
  const text = latin1(signed)
  const entry = `5 1\n${String(text.indexOf(HIDDEN)).padStart(10, '0')} 00000 n \n`
  const table = `xref\n${entry}trailer\n<< /Size 40 /Root 1 0 R /Prev ${lastStartXref(text)} >>\n`
  return fromLatin1(`${text}${table}startxref\n${text.length}\n%%EOF\n`)
}

/** Shadow attacks (Mainka et al. 2021): the author prepares the file, has it signed, and changes it then. */
export const shadowAttacks: readonly Attack[] = [
  {
    name: 'the picture that hid a text is taken away (hide)',
    title: '影子（藏）：去掉盖住文字的图形',
    ...prepared,
    attack: update({ 32: streamText(XOBJECT, '') }),
    rules: changed,
  },
  {
    name: 'the page points to another picture (hide)',
    title: '影子（藏）：资源表改指另一个图形',
    ...prepared,
    attack: update({ 3: (PREPARED[3] as string).replace('/I 32 0 R', '/I 35 0 R') }),
    rules: changed,
  },
  {
    name: 'the font is replaced (replace)',
    title: '影子（换）：换字体，同样的代码显示别的字',
    ...prepared,
    attack: update({ 30: '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>' }),
    rules: filledIn,
  },
  {
    name: 'the encoding of the font is replaced (replace)',
    title: '影子（换）：改字体的编码',
    ...prepared,
    attack: update({ 34: '<< /Type /Encoding /Differences [49 /nine] >>' }),
    rules: filledIn,
  },
  {
    name: 'the text behind the glyphs is replaced',
    title: '影子（换）：改字体的 Unicode 对应表',
    ...prepared,
    attack: update({ 31: (PREPARED[31] as string).replace('<0031>', '<0039>') }),
    rules: filledIn,
  },
  {
    name: 'what a form field shows differs from its value (replace)',
    title: '影子（换）：表单域的外观与值不一致',
    ...prepared,
    attack: update({ 37: streamText(XOBJECT, 'BT /F 12 Tf 5 5 Td (9000) Tj ET') }),
    rules: ['sign-uncovered'],
  },
  {
    name: 'a table shows what was hidden in the signed bytes (hide and replace)',
    title: '影子（藏而换）：只追加一张表，启用事先藏在文件里的正文',
    before: () => makePdf({ ...PREPARED, 38: `(x)\nendobj\n${HIDDEN}\n39 0 obj\n(x)` }),
    attack: swapped,
    rules: changed,
  },
  {
    name: 'a layer is switched off',
    title: '影子（藏）：关掉图层',
    ...prepared,
    attack: updateOf((signed) => ({ 1: objectText(signed, 1).replace('/ON [33 0 R]', '/OFF [33 0 R]') })),
    rules: changed,
  },
  {
    name: 'a layer changes what it is for',
    ...prepared,
    attack: update({ 33: '<< /Type /OCG /Name (layer) /Usage << /View << /ViewState /OFF >> >> >>' }),
    rules: changed,
  },
  {
    name: 'resources that pages inherit are replaced',
    title: '继承的资源改指别的图形',
    ...prepared,
    attack: update({
      2: (PREPARED[2] as string).replace('/J 35 0 R', '/J 20 0 R'),
      20: overlay,
    }),
    rules: changed,
  },
  {
    name: 'a page gets resources of its own instead of those it inherits',
    ...prepared,
    attack: update({
      4: (PREPARED[4] as string).replace('/Type', '/Resources << /XObject << /J 20 0 R >> >> /Type'),
      20: overlay,
    }),
    rules: changed,
  },
  {
    name: 'the fonts of the form are replaced',
    ...prepared,
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/DR << /Font << /F 30 0 R >> >>', '/DR << /Font << /F 20 0 R >> >>'),
      20: '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>',
    })),
    rules: changed,
  },
  {
    name: 'the default appearance of the form is changed',
    ...prepared,
    attack: updateOf((signed) => ({ 1: objectText(signed, 1).replace('(/F 0 Tf)', '(/F 90 Tf)') })),
    rules: changed,
  },
]
