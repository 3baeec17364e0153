import assert from 'node:assert/strict'
import { makePdf, SAMPLE } from '../../pdf/samplePdf.ts'
import { signByHand } from '../handSigned.ts'
import { rulesOf, sign, verify } from '../signing.ts'
import { emptyField } from './newFields.ts'
import { withoutTable } from './objects.ts'
import { sealPng } from './seals.ts'

describe('an update with an xref stream', () => {
  it('may hold a certificate', async () => {
    assert.equal((await verify(withoutTable(await sign(makePdf()), 'x'))).valid, true)
  })
})

describe('one signature in two fields', () => {
  it('is refused, because it could show any number of seals', async () => {
    const shared = { ...SAMPLE, 7: (SAMPLE[7] as string).replace(/>>$/, '/V 31 0 R >>') }
    const verdict = await verify(await signByHand(makePdf(shared), { field: 6, value: 31 }))
    assert.equal(verdict.valid, false)
    assert.ok(rulesOf(verdict).includes('sign-ambiguous'))
  })
})

describe('what other programs write', () => {
  it('may stand in a second signature', async () => {
    const entries =
      '/Reference [<< /Type /SigRef /TransformMethod /FieldMDP /Data 1 0 R /TransformParams << /Type /TransformParams /V /1.2 /Action /All >> >>] /Prop_Build << /App << /Name /Editor /REx (1.0) /OS [/Win] >> >>'
    const verdict = await verify(await signByHand(await sign(makePdf()), { field: 7, value: 40, entries }))
    assert.equal(verdict.valid, true)
  })

  it('may have as many decimals as a double', async () => {
    const box = '[175.74803149606302 300 294.8031496063 419.05511811023624]'
    const pdf = makePdf({ ...SAMPLE, 7: (SAMPLE[7] as string).replace('[100 300 219 419]', box) })
    assert.equal((await verify(await sign(await sign(pdf)))).valid, true)
  })

  it('may stand in a new field', async () => {
    const lock = '/Lock << /Type /SigFieldLock /Action /Include /Fields [(a)] /P 2 >>'
    const attack = emptyField(`/Rect [0 0 0 0] ${lock}`)
    assert.equal((await verify(await attack(await sign(makePdf())))).valid, true)
  })
})

describe('a seal that is new on the page', () => {
  it('is told once, though page and form list it', async () => {
    const place = { page: 0, rect: [0, 0, 595, 842] } as const
    const first = await sign(await sign(makePdf()))
    const verdict = await verify(await sign(first, { place, seal: sealPng() }))
    const told = [...verdict.problems, ...(verdict.signatures[1]?.problems ?? [])].map(({ rule }) => rule)
    for (const rule of ['sign-new-visible-field', 'sign-changed'])
      assert.equal(told.filter((each) => each === rule).length, 1, rule)
  })
})
