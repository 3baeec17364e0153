import type { Objects } from '../../pdf/samplePdf.ts'
import { type Attack, catalog, changed, overlay, page, update } from './attack.ts'

/** An update that adds an empty signature field to page 1. */
export function emptyField(entries: string, objects: Objects = {}): Attack['attack'] {
  return update({
    1: catalog.replace('7 0 R]', '7 0 R 20 0 R]'),
    3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
    20: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) ${entries} >>`,
    ...objects,
  })
}

const drawn = { 21: overlay }
const ODD_PLACES: Readonly<Record<string, Attack['attack']>> = {
  'has no place and a drawing': emptyField('/AP << /N 21 0 R >>', drawn),
  'has no place': emptyField(''),
  'has null for a place': emptyField('/Rect null /AP << /N 21 0 R >>', drawn),
  'has a string for a place': emptyField('/Rect (0 0 9 9) /AP << /N 21 0 R >>', drawn),
  'has a missing object for a place': emptyField('/Rect 25 0 R /AP << /N 21 0 R >>', drawn),
  'has two numbers for a place': emptyField('/Rect [0 0] /AP << /N 21 0 R >>', drawn),
  'has six numbers for a place': emptyField('/Rect [0 0 0 0 500 500] /AP << /N 21 0 R >>', drawn),
  'has its place in an object of its own': emptyField('/Rect 21 0 R', { 21: '[0 0 0 0]' }),
  'has a drawing, but no area': emptyField('/Rect [0 0 0 0] /AP << /N 21 0 R >>', drawn),
  'locks a second catalog': emptyField('/Rect [0 0 0 0] /Lock 21 0 R', { 21: '<< /Type /Catalog /Pages 2 0 R >>' }),
  'locks with a second catalog': emptyField('/Rect [0 0 0 0] /Lock << /Action /All /X 1 0 R >>'),
  'locks in a way of its own': emptyField('/Rect [0 0 0 0] /Lock << /Action /Hide >>'),
  'locks fields that are no names': emptyField('/Rect [0 0 0 0] /Lock << /Action /Include /Fields [1 0 R] >>'),
  'locks on a level that does not exist': emptyField('/Rect [0 0 0 0] /Lock << /Action /All /P 4 >>'),
  'is far away': emptyField('/Rect [14401 0 14401 0]'),
  'has a place beyond all numbers': emptyField(`/Rect [${'9'.repeat(40)} 0 ${'9'.repeat(40)} 0]`),
  'is a line over the page': emptyField('/Rect [0 0 595 0]'),
  'has an area': emptyField('/Rect [0 0 100 100]'),
  'has kids': emptyField('/Rect [0 0 0 0] /Kids [21 0 R]', { 21: '<< /Subtype /Widget >>' }),
  'is on a layer': emptyField('/Rect [0 0 0 0] /OC 21 0 R', { 21: '<< /Type /OCG /Name (x) >>' }),
  'opens a window': emptyField('/Rect [0 0 0 0] /Popup 21 0 R', { 21: '<< /Type /Annot >>' }),
  'has a caption': emptyField('/Rect [0 0 0 0] /MK << /CA (x) >>'),
  'has a border': emptyField('/Rect [0 0 0 0] /BS << /W 900 >>'),
  'has an action': emptyField('/Rect [0 0 0 0] /A << /S /URI /URI (x) >>'),
  'has a text to show': emptyField('/Rect [0 0 0 0] /Contents (x)'),
  'says that it is on a page that is none': emptyField('/Rect [0 0 0 0] /P 21 0 R', { 21: '<< /Type /Page >>' }),
}

export const fieldAttacks: readonly Attack[] = Object.entries(ODD_PLACES).map(([what, attack]) => ({
  name: `a new field ${what}`,
  attack,
  rules: changed,
}))
