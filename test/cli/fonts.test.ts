import assert from 'node:assert/strict'
import { tinyFont } from '../fonts/tinyFont.ts'
import { type Sandbox, SOUND, sandbox } from './runCli.ts'

describe('fonts of the command line', () => {
  let box: Sandbox
  beforeEach(() => {
    box = sandbox()
  })
  afterEach(() => box.remove())

  it('lists the face of every role, and why', async () => {
    const { code, out } = await box.run(['fonts'])
    assert.equal(code, 0)
    assert.match(out, /^仿宋 {2}采用 {2}Hongtou Fangsong {2}随附的开源字体，代用 /m)
    assert.match(out, /^黑体 {2}采用 {2}Hongtou Heiti {2}随附的开源字体 /m)
    assert.match(out, /^ +GB 2312 汉字 6763\/6763，通用规范汉字 8105\/8105，共 \d+ 个汉字$/m)
  })

  it('does not use a named face that forbids embedding', async () => {
    box.put('禁嵌.ttf', tinyFont({ fsType: 2 }))
    const { out } = await box.run(['fonts', '--format', 'json', '--font', `仿宋=${box.path}/禁嵌.ttf`])
    const [first, ...others] = JSON.parse(out).filter(({ role }: { role: string }) => role === '仿宋')
    assert.deepEqual([first.origin, first.state, first.used], ['configured', 'not-embeddable', false])
    assert.equal(others.find(({ used }: { used: boolean }) => used)?.origin, 'bundled')
  })

  for (const command of ['render', 'build']) {
    it(`refuses substitutes in ${command} --strict and writes nothing`, async () => {
      box.put('通知.gw.md', SOUND)
      const { code, err } = await box.run([command, '通知.gw.md', '--strict'])
      assert.equal(code, 1, err)
      assert.match(err, /--strict：小标宋、仿宋用了代用字体，没有生成 PDF。/)
      assert.throws(() => box.bytes('通知.pdf'))
    })
  }

  for (const command of ['render', 'build']) {
    it(`says in ${command} where a character is lost and that the PDF is not what was written`, async () => {
      box.put('通知.gw.md', SOUND.replace('密切配合', '请𪚥密切配合'))
      const { code, out, err } = await box.run([command, '通知.gw.md'])
      assert.equal(code, 1)
      assert.match(out + err, /^通知\.gw\.md:\d+:\d+ 错误 没有字体能排“𪚥”（U\+2A6A5），只能印成“〓”。请/m)
      if (command === 'build') assert.throws(() => box.bytes('通知.pdf'))
      else assert.match(err, /^PDF 与原文不符：有 1 处没有印出来，只能看样，不能印发。$/m)
    })
  }

  it('takes the word of who has looked at a lost character and writes why', async () => {
    const ignored = '<!-- 红头：全文忽略 layout-glyph-missing 样稿 -->'
    box.put('通知.gw.md', `${SOUND.replace('密切配合', '请𪚥密切配合')}\n${ignored}\n`)
    const { code, err } = await box.run(['render', '通知.gw.md'])
    assert.equal(code, 0, err)
  })

  it('says for which characters another face helped out', async () => {
    box.put('通知.gw.md', SOUND.replace('密切配合', '请王鱻密切配合'))
    const { err } = await box.run(['render', '通知.gw.md'])
    assert.match(err, /^字体：仿宋缺“鱻”，连同所在的人名、地名改用“Hongtou Songti”。$/m)
  })

  it('names the missing character in render --strict', async () => {
    box.put('通知.gw.md', SOUND.replace('密切配合', '请𪚥密切配合'))
    const { code, err } = await box.run(['render', '通知.gw.md', '--strict'])
    assert.equal(code, 1)
    assert.match(err, /字体里缺“𪚥”/)
  })
})
