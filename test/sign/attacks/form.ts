import { makePdf, SAMPLE, streamText } from '../../pdf/samplePdf.ts'
import { type Attack, catalog, changed, objectText, overlay, update, updateOf } from './attack.ts'

/** The sample whose seals bring what they draw with, so that an update may add defaults for text. */
const WITH_RESOURCES = { ...SAMPLE, 9: (SAMPLE[9] as string).replace('<<', '<< /Resources << >>') }

/** The same with an annotation on page 1; 26 is a drawing without resources. */
function withAnnotation(keys: string): Uint8Array {
  return makePdf({
    ...WITH_RESOURCES,
    3: (SAMPLE[3] as string).replace('7 0 R]', '7 0 R 25 0 R]'),
    25: `<< /Type /Annot /Rect [0 0 9 9] ${keys} >>`,
    26: streamText('/Type /XObject /Subtype /Form /BBox [0 0 9 9]', '/X Do'),
  })
}

export const formAttacks: readonly Attack[] = [
  { name: 'the drawing of the seal is replaced in place', attack: update({ 9: overlay }), rules: changed },
  {
    name: 'an empty field shows a seal without a signature',
    attack: update({ 7: (SAMPLE[7] as string).replace('/N 8 0 R', '/N 9 0 R') }),
    rules: changed,
  },
  { name: 'the blank appearance that two fields share is drawn on', attack: update({ 8: overlay }), rules: changed },
  {
    name: 'the signed field is moved',
    attack: updateOf((signed) => ({ 6: objectText(signed, 6).replace('[300 300 419 419]', '[0 0 119 119]') })),
    rules: changed,
  },
  {
    name: 'the signed field shows something else',
    attack: updateOf((signed) => ({ 6: objectText(signed, 6).replace('/N 9 0 R', '/N 20 0 R'), 20: overlay })),
    rules: changed,
  },
  {
    name: 'the signature is taken out of its field',
    title: '去掉签章',
    attack: update({ 6: SAMPLE[6] as string }),
    rules: ['sign-changed', 'sign-removed'],
  },
  {
    name: 'the form is taken away',
    attack: update({ 1: '<< /Type /Catalog /Pages 2 0 R >>' }),
    rules: ['sign-changed', 'sign-detached', 'sign-removed'],
  },
  {
    name: 'a text field without a drawing gets a font',
    title: '给没有图形的文字域换字体',
    before: () =>
      makePdf({
        ...WITH_RESOURCES,
        1: (SAMPLE[1] as string).replace('/Fields [6 0 R', '/Fields [25 0 R 6 0 R'),
        25: '<< /FT /Tx /T (text) /V (A) /Subtype /Widget /Rect [0 0 9 9] >>',
      }),
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/SigFlags 3', '/SigFlags 3 /DA (/F 9 Tf) /DR << /Font << /F 40 0 R >> >>'),
      40: '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>',
    })),
    rules: changed,
  },
  {
    name: 'a text field that stands on a page and not in the form gets a font',
    before: () =>
      makePdf({
        ...WITH_RESOURCES,
        3: (SAMPLE[3] as string).replace('7 0 R]', '7 0 R 25 0 R]'),
        25: '<< /Type /Annot /FT /Tx /T (text) /V (A) /Subtype /Widget /Rect [0 0 9 9] >>',
      }),
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/SigFlags 3', '/SigFlags 3 /DA (/F 9 Tf) /DR << /Font << /F 40 0 R >> >>'),
      40: '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>',
    })),
    rules: changed,
  },
  {
    name: 'free text without a drawing gets a font',
    before: () => withAnnotation('/Subtype /FreeText /DA (/F 9 Tf) /Contents (A)'),
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/SigFlags 3', '/SigFlags 3 /DA (/F 9 Tf) /DR << /Font << /F 40 0 R >> >>'),
      40: '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>',
    })),
    rules: changed,
  },
  {
    name: 'an annotation draws with resources that it gets by default',
    before: () => withAnnotation('/Subtype /Stamp /AP << /N 26 0 R >>'),
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/SigFlags 3', '/SigFlags 3 /DR << /XObject << /X 40 0 R >> >>'),
      40: overlay,
    })),
    rules: changed,
  },
  {
    name: 'a drawing without resources of its own gets some by default',
    before: () =>
      makePdf({ ...WITH_RESOURCES, 8: streamText('/Type /XObject /Subtype /Form /BBox [0 0 119 119]', '/X Do') }),
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/SigFlags 3', '/SigFlags 3 /DR << /XObject << /X 40 0 R >> >>'),
      40: overlay,
    })),
    rules: changed,
  },
  {
    name: 'readers are told to draw the fields anew',
    title: '要求阅读器重画表单（NeedAppearances）',
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/SigFlags 3', '/SigFlags 3 /NeedAppearances true'),
    })),
    rules: changed,
  },
  {
    name: 'a second field takes the name of the first',
    title: '再加一个同名的签章位置',
    attack: update({
      1: catalog.replace('7 0 R]', '7 0 R 20 0 R]'),
      20: '<< /FT /Sig /T (seal-1) /Subtype /Widget /Rect [0 0 0 0] >>',
    }),
    rules: changed,
  },
  {
    name: 'a new field carries a script',
    attack: update({
      1: catalog.replace('7 0 R]', '7 0 R 20 0 R]'),
      20: '<< /FT /Sig /T (x) /Subtype /Widget /Rect [0 0 0 0] /AA << /E << /S /JavaScript /JS (app.alert(1)) >> >> >>',
    }),
    rules: changed,
  },
]
