import assert from 'node:assert/strict'
import { type Sandbox, sandbox } from './runCli.ts'

describe('hongtou checklist', () => {
  let box: Sandbox
  beforeEach(() => {
    box = sandbox()
  })
  afterEach(() => box.remove())

  it('prints the checks of the 文种 with a mark for each and where rules found something', async () => {
    box.put('请示.gw.md', '# 某某局关于增加经费的请示\n\n某某市人民政府：\n\n请予布署。\n')
    const { code, out } = await box.run(['checklist', '请示.gw.md'])
    assert.equal(code, 0)
    assert.match(out, /^# 核稿清单：某某局关于增加经费的请示（请示）\n/)
    assert.match(out, /- \[!\] 没有词表所列的错别字.*：第5行，共\d+处/)
    assert.match(out, /- \[x\] 标点符号用法规范/)
    assert.match(out, /- \[ \] 只请示一件事/)
    assert.match(out, /\n共\d+项：工具已核\d+项，发现问题\d+项，由人核对\d+项。\n$/)
  })

  it('compares with the other documents of the folder', async () => {
    box.put('一.gw.md', '---\n发文字号: 某政发〔2026〕5号\n---\n\n# 某某市人民政府关于供暖的通知\n')
    assert.match((await box.run(['checklist', '一.gw.md'])).out, /- \[ \] 与同一文件夹里/)
    box.put('二.gw.md', '---\n发文字号: 某政发〔2026〕5号\n---\n\n# 某某市人民政府关于供水的通知\n')
    assert.match((await box.run(['checklist', '一.gw.md'])).out, /- \[!\] 与同一文件夹里.*第2行/)
  })
})
