// A 核稿人 gets an old draft as plain text and checks it.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './scenario.mjs'

const OLD_DRAFT = `　　　　某某市教育局文件
　　　　某教发〔2026〕18号

　　某某市教育局关于做好冬季取暖工作的通知

各县（市、区）教育局：
　　为保障师生温暖过冬，现就有关工作通知如下：
　　一、摸清底数
　　各县（市、区）教育局要逐校核实取暖设施。
　　附件：取暖设施统计表

　　　　　　　　　　　　　　　　某某市教育局
　　　　　　　　　　　　　　　　2026年9月4日
`

const FROM_WORD = '各单位要压实取暖责任。'
const CHAT = '**要落实**取暖责任😀\n'

export const proofreader = {
  name: 'proofreader',
  file: '旧稿.txt',
  options: { language: 'zh-cn' },

  prepare(folder) {
    writeFileSync(join(folder, '旧稿.txt'), OLD_DRAFT)
    writeFileSync(join(folder, '新收.gw.md'), '')
  },

  async play({ w, step, shot }) {
    const { page } = w

    await step('plain text pasted into an empty 公文 is offered in the form of the dialect', async () => {
      await w.focusEditor()
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Control+c')
      await w.openFile('新收.gw.md')
      await page.locator('.statusbar').getByText(/校对/).first().waitFor({ timeout: 180_000 })
      await w.focusEditor()
      await page.keyboard.press('Control+v')
      await until(async () => /发文字号: 某教发〔2026〕18号/.test(await w.text()))
      const text = await w.text()
      assert.match(text, /^# 某某市教育局关于做好冬季取暖工作的通知$/m)
      assert.match(text, /^一、摸清底数$/m)
      assert.match(text, /成文日期: 2026年9月4日/)
      await shot('1-pasted.png')
    })

    await step('撤消 takes all of the pasted text back at once', async () => {
      await w.focusEditor()
      await page.keyboard.press('Control+z')
      await until(async () => !/某教发/.test(await w.text()))
      await page.keyboard.press('Control+y')
      await until(async () => /某教发/.test(await w.text()))
    })

    await step('清除网页和聊天格式 leaves the words of what a chat has written, in one step of 撤消', async () => {
      await page.evaluate((text) => navigator.clipboard.writeText(text), CHAT)
      await w.focusEditor()
      await page.keyboard.press('Control+End')
      await page.keyboard.press('Control+v')
      await until(async () => /要落实取暖责任/.test(await w.text()))
      assert.doesNotMatch(await w.text(), /\*\*|😀/)
      await shot('1-cleaned.png')
      await page.keyboard.press('Control+z')
      await until(async () => !/要落实取暖责任/.test(await w.text()))
      assert.match(await w.text(), /某教发/)
    })

    await step('what was copied in Word comes without its HTML, in one step of 撤消', async () => {
      await page.evaluate(async (text) => {
        const html = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><p class=MsoNormal><b>${text}</b><o:p></o:p></p></html>`
        const parts = Object.entries({ 'text/html': html, 'text/plain': `${text}\r\n` })
        const blobs = parts.map(([type, part]) => [type, new Blob([part], { type })])
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
      }, FROM_WORD)
      await w.focusEditor()
      await page.keyboard.press('Control+End')
      await page.keyboard.press('Control+v')
      await until(async () => (await w.text()).includes(FROM_WORD))
      assert.doesNotMatch(await w.text(), /MsoNormal|<b>|\*\*/)
      await page.keyboard.press('Control+z')
      await until(async () => !(await w.text()).includes(FROM_WORD))
      assert.match(await w.text(), /某教发/)
    })

    const view = page.locator('.tree-explorer-viewlet-tree-view')
    const entry = (text) => view.locator('.monaco-list-row').filter({ hasText: text }).first()
    const boxes = view.locator('.custom-view-tree-node-item-checkbox')
    const ticked = view.locator('.custom-view-tree-node-item-checkbox.checked')

    await step('核稿清单 ticks what the rules have verified and leaves the rest to people', async () => {
      await w.command('核稿清单')
      // A list has only those rows in the page that there is room for.
      for (const other of ['公文要素', '校对']) await page.locator('.pane-header', { hasText: other }).first().click()
      await entry('工具已核').waitFor({ timeout: 60_000 })
      await shot('2-checklist.png')
      assert.ok((await boxes.count()) > 0)
    })

    await step('a tick stays when another document was looked at', async () => {
      // A click that meets the list while it is drawn anew is lost.
      for (let tries = 0; tries < 5 && (await ticked.count()) === 0; tries++) {
        await boxes.first().click()
        await ticked
          .first()
          .waitFor({ timeout: 5000 })
          .catch(() => {})
      }
      assert.equal(await ticked.count(), 1)
      await w.openFile('旧稿.txt')
      await w.openFile('新收.gw.md')
      await until(async () => (await ticked.count()) === 1)
      await shot('3-ticked.png')
    })

    await step('a mistake in the text turns its entry into a warning that leads there', async () => {
      await w.focusEditor()
      await page.keyboard.press('Control+End')
      await page.keyboard.type('根据教发[2026]3号文件精神，')
      const warned = entry('发文字号的代字')
      await warned.locator('.codicon-warning').waitFor({ timeout: 60_000 })
      await w.goto(1, 1)
      await warned.click()
      await until(async () => /Ln 19,/.test(await page.locator('.statusbar').textContent()))
      await shot('4-warning.png')
    })
  },
}
