import assert from 'node:assert/strict'
import { type Sandbox, sandbox } from './runCli.ts'

const TEXT = [
  '某政发[2026]5号',
  '某某市人民政府关于供暖的通知',
  '各县人民政府：',
  '　　其它单位要按时完成布署。',
  '某某市人民政府',
  '2026年3月5日',
  '',
].join('\r\n')

/** 关于供暖的通知：按时完成。 */
const GBK = [
  0xb9, 0xd8, 0xd3, 0xda, 0xb9, 0xa9, 0xc5, 0xaf, 0xb5, 0xc4, 0xcd, 0xa8, 0xd6, 0xaa, 0x0a, 0xb0, 0xb4, 0xca, 0xb1,
  0xcd, 0xea, 0xb3, 0xc9, 0xa1, 0xa3, 0x0a,
]

describe('hongtou import', () => {
  let box: Sandbox
  beforeEach(() => {
    box = sandbox()
  })
  afterEach(() => box.remove())

  it('writes the dialect beside the plain text and says what it recognised', async () => {
    box.put('通知.txt', TEXT)
    const { code, err } = await box.run(['import', '通知.txt'])
    assert.equal(code, 0)
    assert.match(err, /已转成 通知\.gw\.md，认出发文字号、署名、成文日期/)
    assert.equal(
      box.text('通知.gw.md'),
      '---\n发文字号: 某政发[2026]5号\n成文日期: 2026年3月5日\n署名: 某某市人民政府\n---\n\n# 某某市人民政府关于供暖的通知\n\n各县人民政府：\n\n其它单位要按时完成布署。\n',
    )
  })

  it('does not write over a file, nor over its own input', async () => {
    box.put('通知.txt', TEXT)
    box.put('通知.gw.md', '旧')
    assert.equal((await box.run(['import', '通知.txt'])).code, 2)
    assert.equal(box.text('通知.gw.md'), '旧')
    assert.equal((await box.run(['import', '通知.txt', '-o', '通知.txt', '--force'])).code, 2)
    assert.equal((await box.run(['import', '通知.txt', '--force'])).code, 0)
  })

  it('reads GB 18030 and UTF-16, and writes to standard output', async () => {
    box.put('旧文.txt', new Uint8Array(GBK))
    const { out } = await box.run(['import', '旧文.txt', '-o', '-'])
    assert.equal(out, '# 关于供暖的通知\n\n按时完成。\n')
    const utf16 = [...'\uFEFF关于供暖的通知'].flatMap((each) => [each.charCodeAt(0) & 255, each.charCodeAt(0) >> 8])
    box.put('记事本.txt', new Uint8Array(utf16))
    assert.equal((await box.run(['import', '记事本.txt', '-o', '-'])).out, '# 关于供暖的通知\n')
  })
})

describe('hongtou lint of plain text', function () {
  // The first check of a run reads all rules.
  this.timeout(60_000)
  let box: Sandbox
  beforeEach(() => {
    box = sandbox()
  })
  afterEach(() => box.remove())

  it('reports places in the plain text', async () => {
    box.put('通知.txt', TEXT)
    const { code, out } = await box.run(['lint', '通知.txt', '--format', 'json'])
    assert.equal(code, 1)
    const { findings } = JSON.parse(out)
    const lines = TEXT.split('\r\n')
    const said = (rule: string) =>
      findings
        .filter((each: { rule: string }) => each.rule === rule)
        .map(({ range: { start, end } }: { range: { start: Place; end: Place } }) =>
          lines[start.line]?.slice(start.character, end.character),
        )
    assert.deepEqual(said('docnum-brackets'), ['[2026]'])
    assert.deepEqual(said('wording-pair'), ['其它', '布署'])
    for (const { fixes } of findings) assert.deepEqual(fixes, [])
  })

  it('refuses to mend it', async () => {
    box.put('通知.txt', TEXT)
    const { code, err } = await box.run(['lint', '通知.txt', '--fix'])
    assert.equal(code, 2)
    assert.match(err, /hongtou import/)
    assert.equal(box.text('通知.txt'), TEXT)
  })

  it('leaves a source file alone', async () => {
    box.put('通知.gw.md', '# 某某市人民政府关于供暖的通知\n')
    const { code, err } = await box.run(['import', '通知.gw.md'])
    assert.deepEqual([code, err.split('。')[0]], [2, '错误：通知.gw.md 已经是公文源文件，不用转换'])
  })

  it('takes plain texts of a folder only where they are asked for', async () => {
    box.put('甲/一.txt', TEXT)
    box.put('甲/二.gw.md', '# 某某市人民政府关于供暖的通知\n')
    const files = async (pattern: string) =>
      JSON.parse((await box.run(['lint', pattern, '--format', 'json'])).out).summary.files
    assert.equal(await files('甲'), 1)
    assert.equal(await files('甲/*.txt'), 1)
  })
})

interface Place {
  readonly line: number
  readonly character: number
}
