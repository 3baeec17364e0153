import { PNG } from 'pngjs'
import { makePdf, type Objects, SAMPLE, streamText } from '../../pdf/samplePdf.ts'
import { signByHand } from '../handSigned.ts'
import { sign } from '../signing.ts'
import { type Attack, changed } from './attack.ts'

/** The sample with the second seal's place changed; it is then signed there. */
function preparedAs(rect: string): Pick<Attack, 'before' | 'attack'> {
  const prepared = (SAMPLE[7] as string).replace('/Rect [100 300 219 419]', rect)
  return { before: () => makePdf({ ...SAMPLE, 7: prepared }), attack: (signed) => sign(signed) }
}

export function sealPng(): Uint8Array {
  const png = new PNG({ width: 1, height: 1 })
  png.data.set([255, 0, 0, 255])
  return new Uint8Array(PNG.sync.write(png))
}

/** The second seal is signed, and the drawing that was prepared for it is odd. */
function drawnAs(objects: Objects): Pick<Attack, 'before' | 'attack'> {
  return { before: () => makePdf({ ...SAMPLE, ...objects }), attack: (signed) => sign(signed, { field: 'seal-2' }) }
}

const FORM = '/Type /XObject /Subtype /Form'
export const sealAttacks: readonly Attack[] = [
  {
    name: 'a key deep in the second signature stands twice',
    title: '签名数据里的键写两次',
    attack: (signed) =>
      signByHand(signed, { field: 7, value: 40, entries: '/Reference [<< /Data 1 0 R /Data 2 0 R >>]' }),
    rules: changed,
  },
  ...[
    '/Reference [<< /TransformMethod /DocMDP /TransformParams << /X 1 0 R >> >>]',
    '/Reference [<< /TransformMethod /UR3 >>]',
    '/Reference [<< /TransformMethod /DocMDP /Data 2 0 R >>]',
    '/Reference << /Type /Catalog /Pages 2 0 R >>',
    '/Prop_Build << /App << /Pages 2 0 R >> >>',
    '/Prop_Build << /Root 1 0 R >>',
  ].map((entries) => ({
    name: `the second signature has ${entries}`,
    attack: (signed: Uint8Array) => signByHand(signed, { field: 7, value: 40, entries }),
    rules: changed,
  })),
  {
    name: 'the drawing of a seal is drawn within itself',
    ...drawnAs({ 9: streamText(`${FORM} /BBox [0 0 9 9] /Resources << /XObject << /A 9 0 R >> >>`, '/A Do') }),
    rules: changed,
  },
  {
    name: 'the drawing of a seal has no size',
    ...drawnAs({ 9: streamText(`${FORM} /BBox [0 0 0 0]`, '/A Do') }),
    rules: changed,
  },
  {
    name: 'the drawing of a seal is flattened by its matrix',
    ...drawnAs({ 9: streamText(`${FORM} /BBox [0 0 9 9] /Matrix [1 1 1 1 0 0]`, '/A Do') }),
    rules: changed,
  },
  {
    name: 'the drawing of a seal is on a layer',
    ...drawnAs({ 9: streamText(`${FORM} /BBox [0 0 9 9] /OC 30 0 R`, '/A Do'), 30: '<< /Type /OCG /Name (x) >>' }),
    rules: changed,
  },
  {
    name: 'the second signer covers a page with a seal',
    title: '后签的人用大章盖住正文',
    attack: async (signed) =>
      sign(await sign(signed), { place: { page: 1, rect: [0, 0, 595, 842] }, seal: sealPng() }, '另一单位'),
    rules: ['sign-changed', 'sign-new-visible-field', 'sign-untrusted'],
  },
  {
    name: 'the second signer covers half a page with a seal',
    attack: async (signed) =>
      sign(await sign(signed), { place: { page: 0, rect: [0, 0, 595, 421] }, seal: sealPng() }, '另一单位'),
    rules: ['sign-changed', 'sign-new-visible-field', 'sign-untrusted'],
  },
  { name: 'the place for the second seal is a page', ...preparedAs('/Rect [0 0 595 842]'), rules: changed },
  { name: 'the place for the second seal is missing', ...preparedAs(''), rules: changed },
  { name: 'the place for the second seal is a line', ...preparedAs('/Rect [0 0 595 0]'), rules: changed },
]
