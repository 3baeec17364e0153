import assert from 'node:assert/strict'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { digestFlow, flowOfLog, refuseFlow } from '../../server/src/record/flowOfLog.ts'
import { parseFlow } from '../../server/src/record/parseFlow.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { entryOf, followedBy } from './support.ts'

const OURS = '名称: 发文\n步骤:\n  - 名称: 拟稿\n  - 名称: 签发\n    职务: [市长]\n'

const digestOf = (text: string) => digestFlow(parseFlow(text, 'file:///流程.yaml').flow, text, nodeCrypto)

describe('flow of a log', () => {
  it('is told by what its file says of the steps, not by line ends, blank lines and comments', async () => {
    const same = await digestOf(OURS)
    for (const text of [OURS.replaceAll('\n', '\r\n'), `# 说明\n${OURS}`, OURS.replace('步骤', '\n  # 说明\n步骤')])
      assert.deepEqual(await digestOf(text), same, text)
    for (const text of [OURS.replace('市长', '科员'), OURS.replace('名称: 发文', '名称: 收文')])
      assert.notDeepEqual(await digestOf(text), same, text)
  })

  it('is the one flow by which every entry was made, but for a 合并, which names none', async () => {
    const flow = await digestOf(OURS)
    let log = await followedBy([], entryOf('拟稿', 0, { flow }))
    log = await followedBy(log, entryOf('合并', 1))
    assert.deepEqual(flowOfLog(log), flow)
    assert.equal(refuseFlow(log, flow), undefined)
    const said = async (text: string) => {
      const reason = refuseFlow(log, await digestOf(text))
      return reason && formatMessage(reason)
    }
    assert.match((await said(OURS.replace('市长', '科员'))) ?? '', /流程“发文”在这份公文办理以后改动过/)
    assert.match((await said(OURS.replace('发文', '收文'))) ?? '', /按流程“发文”办理，现在用的是“收文”/)
  })
})
