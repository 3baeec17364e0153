// A clerk takes a document through its process: from the first step to 签发, with what is refused and what is sent back.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './scenario.mjs'

const FLOW = `名称: 联合发文
步骤:
  - 名称: 拟稿
  - 名称: 审核
    时限: 3个工作日
  - 名称: 会签
    方式: 并行
    参加: [某某市教育局, 某某市财政局]
  - 名称: 签发
    定稿: 是
  - 名称: 复核
  - 名称: 登记
    编号: 是
  - 名称: 用印
`
const DRAFT = `---
发文机关: 某某市教育局
发文字号: 某教发〔2026〕号
成文日期: 2026年9月4日
---

# 某某市教育局关于防汛的通知

各县教育局：

各县要做好防汛工作，经费120万元。
`

export const processing = {
  name: 'process',
  file: '通知.gw.md',
  options: { language: 'zh-cn', settings: { 'hongtou.flow': '流程.yaml' } },

  prepare(folder) {
    writeFileSync(join(folder, '流程.yaml'), FLOW)
    writeFileSync(join(folder, '通知.gw.md'), DRAFT)
  },

  async play({ w, folder, step, shot, picture }) {
    const { page } = w
    const tree = page.locator('.pane', { has: page.locator('.pane-header', { hasText: '办文' }) })
    const line = (text) => tree.locator('.monaco-list-row', { hasText: text }).first()
    const sees = (text) => line(text).waitFor({ timeout: 60_000 })
    const log = () => readFileSync(join(folder, '通知.gw.log'), 'utf8')
    /** Opinion, then no signature. */
    const say = async (opinion) => {
      await w.type(opinion)
      await w.pick('不签名')
    }
    const act = async (name, opinion) => {
      await w.command('办理下一步')
      await w.pick(name)
      await say(opinion)
    }

    await step('the lens 办文 leads to the view, which says that there is no record yet and how to begin', async () => {
      await page.locator('.statusbar').getByText(/校对/).first().waitFor({ timeout: 180_000 })
      // A lens that is drawn anew under the mouse takes no click.
      const begin = tree.getByText('开始办文')
      await until(async () => {
        await page.locator('.codelens-decoration a', { hasText: '办文' }).click({ timeout: 60_000 })
        return begin.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        )
      })
      await shot('1-welcome.png')
    })

    await step('开始办文 asks once who acts, and puts 拟稿 on record', async () => {
      await tree.getByText('开始办文').click()
      await w.type('王某')
      await w.type('某某市教育局')
      await w.type('科长')
      await w.pick('拟稿')
      await say('')
      await w.notification('已记下“拟稿”')
      await sees('审核')
      assert.match(log(), /"name":"王某","organ":"某某市教育局","post":"科长"/)
      await line('审核').getByText('在办').waitFor({ timeout: 60_000 })
      await shot('2-begun.png')
    })

    await step('a step that is not due is offered with the reason why not, and refused', async () => {
      await act('审核', '同意。')
      await w.notification('已记下“审核”')
      await w.command('办理下一步')
      await until(async () => (await w.listed()).some((row) => /用印/.test(row) && /还没有办完“会签”/.test(row)))
      await shot('3-refused.png')
      await w.pick('用印')
      await w.notification('“用印”之前还没有办完“会签”')
      assert.doesNotMatch(log(), /用印/)
    })

    await step('会签 waits for the organ that has not acted', async () => {
      await act('会签', '无意见。')
      await w.notification('已记下“会签”')
      await line('会签').getByText('由某某市财政局办理').waitFor({ timeout: 60_000 })
      await w.command('换办理人')
      await w.type('李某')
      await w.type('某某市财政局')
      await w.type('')
      await act('会签', '同意。')
      await line('签发').getByText('在办').waitFor({ timeout: 60_000 })
      await shot('4-cosigned.png')
    })

    await step('签发 keeps the 定稿, and the lens says what is next', async () => {
      await act('签发', '同意，请印发。')
      await until(() => existsSync(join(folder, '通知.定稿.md')))
      await page.locator('.codelens-decoration').getByText('办文：待复核').waitFor({ timeout: 60_000 })
      await shot('5-issued.png')
      await picture('record/process', { x: 0, y: 30, width: 900, height: 620 })
    })

    await step('text that is changed after 签发 is shown, line by line, beside the 定稿', async () => {
      await w.goto(11, 1)
      await page.keyboard.press('End')
      await page.keyboard.type('8月底前完成。')
      await sees('“签发”后正文有改动')
      await page.locator('.codelens-decoration').getByText('办文：签发后有改动').waitFor({ timeout: 60_000 })
      await shot('6-changed.png')
      await w.command('看签发后的改动')
      await page.locator('.monaco-diff-editor').first().waitFor({ timeout: 60_000 })
      await page.waitForTimeout(1000)
      await shot('7-diff.png')
      await page.keyboard.press('Control+F4').catch(() => {})
    })

    await step('what follows is refused until it is sent back', async () => {
      await w.openFile('通知.gw.md')
      await w.command('办理下一步')
      await w.pick('复核')
      await w.notification('“签发”以后正文改动过')
      await w.command('退回')
      await w.pick('拟稿')
      await say('补充了完成时间。')
      await w.notification('已记下“退回”')
      await line('拟稿').getByText('退回').waitFor({ timeout: 60_000 })
      await shot('8-back.png')
    })

    await step('the view is read and used by keyboard', async () => {
      await line('拟稿').click()
      await page.keyboard.press('End')
      const label = await tree.locator('.monaco-list-row.focused').getAttribute('aria-label')
      assert.match(label ?? '', /其他/)
    })

    await step('核对办理记录 says that nothing was changed and nothing is signed', async () => {
      await w.command('核对办理记录')
      await w.notification('没有签名，不能证明是谁记的')
    })

    await step('生成办文单 makes the sheet beside the document', async () => {
      await w.command('生成办文单')
      await w.notification('已生成办文单')
      assert.ok(existsSync(join(folder, '通知-办文单.pdf')))
    })

    await step('发文登记 says where the document stands', async () => {
      await w.command('发文登记')
      const register = await w.webview('#rows tr')
      await until(async () => /待拟稿/.test(await register.locator('#rows tr').first().textContent()))
      await shot('9-register.png')
    })
  },
}
