import { SAMPLE } from '../../pdf/samplePdf.ts'
import { type Attack, catalog, changed, evil, overlay, page, update } from './attack.ts'

export const pageAttacks: readonly Attack[] = [
  { name: 'the content of a page is replaced', attack: update({ 5: evil }), rules: changed },
  {
    name: 'a page gets one more content stream',
    attack: update({ 3: page.replace('/Contents 5 0 R', '/Contents [5 0 R 20 0 R]'), 20: evil }),
    rules: changed,
  },
  {
    name: 'pages are swapped',
    attack: update({ 2: '<< /Type /Pages /Kids [4 0 R 3 0 R] /Count 2 >>' }),
    rules: changed,
  },
  { name: 'a page is dropped', attack: update({ 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' }), rules: changed },
  {
    name: 'a page is added',
    attack: update({ 2: '<< /Type /Pages /Kids [3 0 R 4 0 R 20 0 R] /Count 3 >>', 20: SAMPLE[4] as string }),
    rules: changed,
  },
  { name: 'a page is turned', attack: update({ 3: page.replace('/Type', '/Rotate 90 /Type') }), rules: changed },
  {
    name: 'all pages are turned by inheritance',
    attack: update({ 2: '<< /Type /Pages /Rotate 90 /Kids [3 0 R 4 0 R] /Count 2 >>' }),
    rules: changed,
  },
  {
    name: 'a page is cropped',
    attack: update({ 3: page.replace('/Type', '/CropBox [0 0 100 100] /Type') }),
    rules: changed,
  },
  {
    name: 'the resources of a page are replaced',
    attack: update({ 3: page.replace('/Resources << >>', '/Resources << /XObject << /A 20 0 R >> >>'), 20: overlay }),
    rules: changed,
  },
  {
    name: 'an annotation covers the text',
    attack: update({
      3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
      20: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /AP << /N 21 0 R >> >>',
      21: overlay,
    }),
    rules: changed,
  },
  {
    name: 'an annotation is written straight into the page',
    attack: update({ 3: page.replace('7 0 R]', '7 0 R << /Subtype /Square /Rect [0 0 9 9] >>]') }),
    rules: changed,
  },
  {
    name: 'an unsigned signature field covers the text',
    attack: update({
      1: catalog.replace('7 0 R]', '7 0 R 20 0 R]'),
      3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
      20: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 500 500] /AP << /N 21 0 R >> >>',
      21: overlay,
    }),
    rules: changed,
  },
  {
    name: 'a text field covers the text',
    attack: update({
      1: catalog.replace('7 0 R]', '7 0 R 20 0 R]'),
      3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
      20: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /Rect [0 0 500 500] /AP << /N 21 0 R >> >>',
      21: overlay,
    }),
    rules: changed,
  },
]
