import { SAMPLE, streamText } from '../../pdf/samplePdf.ts'
import { type Attack, changed, objectText, overlay, update, updateOf } from './attack.ts'

import { PREPARED, prepared } from './prepared.ts'

/** Sneaky appearance reuse (Rohlmann et al. 2021): a drawing that belongs to one thing shows up in another. */
export const reuseAttacks: readonly Attack[] = [
  {
    name: 'the signed seal is replaced by the drawing of another field',
    title: 'SAA：已签的印章改用别的域的图形',
    ...prepared,
    attack: updateOf((signed) => ({ 6: objectText(signed, 6).replace('/N 9 0 R', '/N 37 0 R') })),
    rules: changed,
  },
  {
    name: 'the drawing that the seal consists of is replaced',
    title: 'SAA：换掉印章引用的图形',
    attack: update({ 9: overlay }),
    rules: changed,
  },
  {
    name: 'a text field is filled in and shows the seal',
    title: 'SAA：填表的域借用印章的图形（无人签）',
    ...prepared,
    attack: update({ 36: (PREPARED[36] as string).replace('/N 37 0 R', '/N 9 0 R') }),
    rules: ['sign-uncovered'],
  },
  {
    name: 'a text field is filled in and covers the text',
    title: 'SAA：填表的域用一幅大图盖住正文（无人签）',
    ...prepared,
    attack: update({
      36: (PREPARED[36] as string).replace('/N 37 0 R', '/N 20 0 R'),
      20: streamText('/Type /XObject /Subtype /Form /BBox [0 0 595 842]', '1 1 1 rg 0 0 595 842 re f'),
    }),
    rules: ['sign-uncovered'],
  },
  {
    name: 'a text field is moved over the text',
    title: 'SAA：表单域挪到正文上',
    ...prepared,
    attack: update({ 36: (PREPARED[36] as string).replace('[100 600 300 620]', '[0 0 595 842]') }),
    rules: changed,
  },
  {
    name: 'the empty seal shows the drawing of the other one',
    title: 'SAA：未签的位置显示印章',
    attack: update({ 7: (SAMPLE[7] as string).replace('/N 8 0 R', '/N 9 0 R') }),
    rules: changed,
  },
]
