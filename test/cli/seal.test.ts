import assert from 'node:assert/strict'
import { makePdf } from '../pdf/samplePdf.ts'
import { type Sandbox, sandbox } from './runCli.ts'

const PASSWORD = { environment: { P: 'secret' } }
const WITH_PASSWORD = ['--password-env', 'P']

describe('hongtou seal', () => {
  let box: Sandbox

  const run = async (...args: readonly string[]): Promise<string> => {
    const { code, out, err } = await box.run(args, PASSWORD)
    assert.equal(code, 0, err)
    return out + err
  }
  const certificate = (name: string, file: string): Promise<string> =>
    run('cert', 'new', '--name', name, '--algorithm', 'SM2', '-o', file, ...WITH_PASSWORD)
  const make = [
    'seal',
    'new',
    '--name',
    '某某市人民政府',
    '--holder',
    '公章.pem',
    '--p12',
    '制章.p12',
    ...WITH_PASSWORD,
  ]

  beforeEach(async () => {
    box = sandbox()
    await certificate('某某市印章中心', '制章.p12')
    await certificate('某某市人民政府', '公章.p12')
    await run(...make, '-o', '公章.esl')
  })
  afterEach(() => box.remove())

  it('makes a seal with the drawing of the page, and shows it', async () => {
    const shown = await run('seal', 'show', '公章.esl', '--picture', '公章.svg')
    assert.match(shown, /印章　　“某某市人民政府”/)
    assert.match(shown, /持有人　“某某市人民政府（测试）”/)
    assert.match(shown, /制章人　“某某市印章中心（测试）”（程序 HONGTOU）/)
    assert.match(shown, /有效期　2026年11月23日12时00分（北京时间）至2027年11月23日12时00分（北京时间）/)
    assert.match(shown, /SVG，宽 45 毫米、高 45 毫米/, 'the diameter of a city government')
    assert.match(shown, /没有核验真伪/)
    assert.match(box.text('公章.svg'), /^<svg [\s\S]*<path d="M/)
  })

  it('judges a seal: 0 trusted, 3 not trusted, 1 altered, 2 no seal', async () => {
    assert.match(await run('seal', 'verify', '公章.esl', '--trust', '制章.pem'), /^公章\.esl：印章有效，制章人受信任。/)
    const alone = await box.run(['seal', 'verify', '公章.esl', '--format', 'json'])
    const { schema, valid, trusted, seal } = JSON.parse(alone.out)
    assert.deepEqual([alone.code, schema, valid, trusted], [3, 1, true, false])
    assert.deepEqual([seal.name, seal.makerTrust, seal.holders.by], ['某某市人民政府', 'untrusted', 'certificates'])
    const altered = Buffer.from(box.bytes('公章.esl'))
    altered.set(new TextEncoder().encode('政协'), altered.lastIndexOf('政府'))
    altered.set(new TextEncoder().encode('政协'), altered.indexOf('政府'))
    box.put('改.esl', new Uint8Array(altered))
    const { code, out } = await box.run(['seal', 'verify', '改.esl', '--trust', '制章.pem'])
    assert.equal(code, 1)
    assert.match(out, /^改\.esl：印章无效。[\s\S]*问题　　印章的内容与制章人的签名不符/)
    const none = await box.run(['seal', 'verify', '公章.pem'])
    assert.equal(none.code, 2)
    assert.match(none.err, /公章\.pem：电子印章读不懂/)
  })

  it('signs any file with the seal of its holder, and judges that', async () => {
    box.put('附表.csv', '单位,数量\n')
    const sign = ['seal', 'sign', '附表.csv', '--seal', '公章.esl', ...WITH_PASSWORD]
    assert.match(await run(...sign, '--p12', '公章.p12'), /已签章 附表\.csv\.ses/)
    const trust = ['--trust', '制章.pem', '--trust', '公章.pem']
    assert.match(
      await run('seal', 'verify', '附表.csv.ses', ...trust),
      /^附表\.csv\.ses：签章有效，签章人和制章人受信任。/,
    )
    box.put('附表.csv', '单位,数目\n')
    const { code, out } = await box.run(['seal', 'verify', '附表.csv.ses', '--format', 'json', ...trust])
    assert.deepEqual([code, JSON.parse(out).valid], [1, false])
    const stranger = await box.run([...sign, '--p12', '制章.p12', '--force'], PASSWORD)
    assert.equal(stranger.code, 2)
    assert.match(stranger.err, /印章“某某市人民政府”不属于“某某市印章中心（测试）”/)
  })

  it('takes another picture, and holders by digest', async () => {
    await run('seal', 'show', '公章.esl', '--picture', '图.svg')
    await run(...make, '--picture', '图.svg', '--diameter', '40', '--height', '30', '--digest', '-o', '二.esl')
    const shown = await run('seal', 'show', '二.esl')
    assert.match(shown, /SVG，宽 40 毫米、高 30 毫米/)
    assert.match(shown, /持有人　“SM3 [0-9a-f]{64}”（只有证书的杂凑值）/)
  })

  it('has an emblem of the user in place of the star', async () => {
    box.put(
      '徽.svg',
      '<svg viewBox="0 0 40 20"><circle cx="10" cy="10" r="8"/><rect x="22" y="2" width="16" height="16"/></svg>',
    )
    await run(...make, '--emblem', '徽.svg', '-o', '徽.esl')
    for (const name of ['公章', '徽']) await run('seal', 'show', `${name}.esl`, '--picture', `${name}.picture.svg`)
    const paths = (name: string): readonly string[] => box.text(`${name}.picture.svg`).match(/ d="[^"]*"/g) ?? []
    const [[ring, , ...letters], [edge, circle = '', square = '', ...name]] = [paths('公章'), paths('徽')] as [
      string[],
      string[],
    ]
    assert.deepEqual([edge, name], [ring, letters], 'nothing else is changed')
    const places = [circle, square].map((d) => (d.match(/-?[\d.]+/g) ?? []).map(Number))
    for (const at of places.flat()) assert.ok(Math.abs(at - 22.5) <= 0.25 * 45 + 0.01, String(at))
    const [left, right] = places.map((place) => place.filter((_, index) => index % 2 === 0)) as [number[], number[]]
    assert.ok(Math.max(...left) < Math.min(...right), 'side by side')
    assert.ok(Math.max(...right) > 32, 'as large as there is room for')
    box.put('通知.pdf', makePdf())
    await run('sign', '通知.pdf', '--seal', '徽.esl', '--p12', '公章.p12', '-o', '徽.pdf', ...WITH_PASSWORD)
  })

  for (const [what, content] of [
    ['two colours', '<circle r="8"/><rect width="16" height="16" fill="#fff"/>'],
    ['lines', '<circle r="8" fill="none" stroke="red"/>'],
    ['nothing', ''],
    ['a hole by the even-odd rule', '<path fill-rule="evenodd" d="M0 0H9V9H0ZM2 2H5V5H2Z"/>'],
  ])
    it(`takes no emblem of ${what}`, async () => {
      box.put('徽.svg', `<svg viewBox="0 0 40 20">${content}</svg>`)
      const { code, err } = await box.run([...make, '--emblem', '徽.svg', '-o', '徽.esl'], PASSWORD)
      assert.equal(code, 2)
      assert.match(err, /徽\.svg：徽标图形只能用一种颜色的实心路径/)
      const both = await box.run([...make, '--emblem', '徽.svg', '--picture', '徽.svg', '-o', '徽.esl'], PASSWORD)
      assert.match(both.err, /不能再写 --emblem/)
    })

  it('lends its picture to the PDF signature of its holder, and of nobody else', async () => {
    box.put('通知.pdf', makePdf())
    const sign = ['sign', '通知.pdf', '--seal', '公章.esl', '--page', '1', '--at', '100,50,45', ...WITH_PASSWORD]
    await run(...sign, '--p12', '公章.p12', '-o', '成品.pdf')
    assert.match(await run('verify', '成品.pdf', '--trust', '公章.pem'), /签章有效，签章人受信任/)
    const stranger = await box.run([...sign, '--p12', '制章.p12', '-o', '冒用.pdf'], PASSWORD)
    assert.equal(stranger.code, 2)
    assert.match(stranger.err, /公章\.esl：印章“某某市人民政府”不属于“某某市印章中心（测试）”/)
    const late = { ...PASSWORD, clock: { now: () => new Date('2026-11-26T04:00:00Z'), offset: () => 480 } }
    const days = ['--days', '2', '-o', '短期.esl']
    await run(...make, ...days)
    const expired = await box.run([...sign, '--seal', '短期.esl', '--p12', '公章.p12', '-o', '过期.pdf'], late)
    assert.match(expired.err, /短期\.esl：电子印章不能用：印章已于2026年11月25日到期/)
  })

  it('overwrites nothing unasked, and asks for national keys', async () => {
    assert.match((await box.run([...make, '-o', '公章.esl'], PASSWORD)).err, /公章\.esl 已经存在/)
    await run('cert', 'new', '--name', '甲', '-o', '甲.p12', ...WITH_PASSWORD)
    const rsa = await box.run([...make, '--p12', '甲.p12', '-o', '三.esl'], PASSWORD)
    assert.match(rsa.err, /制章须用国密 SM2 证书/)
  })
})
