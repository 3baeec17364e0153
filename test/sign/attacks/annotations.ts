import { makePdf, SAMPLE, streamText } from '../../pdf/samplePdf.ts'
import { type Attack, changed, overlay, page, update } from './attack.ts'

import { XOBJECT } from './prepared.ts'

/** Evil annotations (Rohlmann et al. 2021): allowed by some certifications, and able to cover anything. */
export const annotationAttacks: readonly Attack[] = [
  ...['FreeText', 'Stamp', 'Redact', 'Highlight', 'Square', 'Line', 'Ink', 'Popup', 'Link', 'FileAttachment'].map(
    (kind) => ({
      name: `an annotation of the kind ${kind} covers the text`,
      title: `EAA：用 ${kind} 批注盖住正文`,
      attack: update({
        3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
        20: `<< /Type /Annot /Subtype /${kind} /Rect [0 0 500 842] /F 4 /AP << /N 21 0 R >> >>`,
        21: overlay,
      }),
      rules: changed,
    }),
  ),
  {
    name: 'an annotation that was there gets another drawing',
    title: 'EAA：原有的批注换一幅图形',
    before: () =>
      makePdf({
        ...SAMPLE,
        3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
        20: '<< /Type /Annot /Subtype /Stamp /Rect [0 0 500 842] /F 4 /AP << /N 21 0 R >> >>',
        21: streamText(XOBJECT, ''),
      }),
    attack: update({ 21: overlay }),
    rules: changed,
  },
  {
    name: 'an annotation is no longer hidden',
    title: 'EAA：隐藏的批注改为显示',
    before: () =>
      makePdf({
        ...SAMPLE,
        3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
        20: '<< /Type /Annot /Subtype /Stamp /Rect [0 0 500 842] /F 2 /AP << /N 21 0 R >> >>',
        21: overlay,
      }),
    attack: update({ 20: '<< /Type /Annot /Subtype /Stamp /Rect [0 0 500 842] /F 4 /AP << /N 21 0 R >> >>' }),
    rules: changed,
  },
]
