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
  })

  it('does not use a named face that forbids embedding', async () => {
    box.put('禁嵌.ttf', tinyFont({ fsType: 2 }))
    const { out } = await box.run(['fonts', '--format', 'json', '--font', `仿宋=${box.path}/禁嵌.ttf`])
    const [first, ...others] = JSON.parse(out).filter(({ role }: { role: string }) => role === '仿宋')
    assert.deepEqual([first.origin, first.embeddable, first.used], ['configured', false, false])
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

  it('names the missing character in render --strict', async () => {
    box.put('通知.gw.md', SOUND.replace('密切配合', '请𪚥密切配合'))
    const { code, err } = await box.run(['render', '通知.gw.md', '--strict'])
    assert.equal(code, 1)
    assert.match(err, /字体里缺“𪚥”/)
  })
})
