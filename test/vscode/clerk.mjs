// A clerk of an office starts a 请示, fills in its form, keeps the register and compares drafts.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './scenario.mjs'

const PROFILE = `机关:
  - 名称: 某某市教育局
    代字: 某教
    上级: 某某市人民政府
    级别: 市
默认:
  发文机关: 某某市教育局
`
const doc = (number, title, text) =>
  `---\n发文机关: 某某市教育局\n发文字号: 某教〔2026〕${number}号\n成文日期: 2026年9月4日\n---\n\n# ${title}\n\n各县教育局：\n\n${text}\n`

export const clerk = {
  name: 'clerk',
  file: '旧稿.gw.md',
  options: { language: 'zh-cn' },

  prepare(folder) {
    writeFileSync(join(folder, '红头.yaml'), PROFILE)
    writeFileSync(join(folder, '旧稿.gw.md'), doc(9, '某某市教育局关于防汛的通知', '各县要做好防汛工作，经费120万元。'))
    writeFileSync(
      join(folder, '新稿.gw.md'),
      doc(10, '某某市教育局关于防汛抗旱的通知', '各县区要做好防汛抗旱工作，经费125万元。'),
    )
  },

  async play({ w, folder, step, shot, picture }) {
    const { page } = w

    await step('新建公文 asks for 文种, 格式 and organ, and opens a filled draft', async () => {
      await page.locator('.statusbar').getByText(/校对/).first().waitFor({ timeout: 180_000 })
      await w.command('新建公文')
      await until(async () => (await w.listed()).length >= 8)
      await shot('1-genres.png')
      await w.pick('请示')
      await w.pick('某某市教育局')
      await until(async () => /签发人/.test(await w.text()))
      const text = await w.text()
      assert.match(text, /发文机关: 某某市教育局/)
      assert.match(text, /发文字号: 某教〔\d{4}〕号/)
      assert.match(text, /# 某某市教育局关于【事由】的请示/)
      await shot('2-new.png')
      await picture('walkthrough/new', { x: 350, y: 30, width: 800, height: 560 })
    })

    await step('a letter is offered as a letter', async () => {
      await w.command('新建公文')
      await until(async () => (await w.listed()).length >= 8)
      await w.pick('函')
      await until(async () => (await w.listed()).some((row) => /常用/.test(row)))
      await w.pick('信函')
      await w.pick('以后再填')
      await until(async () => /格式: 信函/.test(await w.text()))
      await w.command('View: Revert and Close Editor')
    })

    let form
    await step('公文要素 shows what the text says', async () => {
      await w.openFile('旧稿.gw.md')
      await w.command('公文要素')
      form = await w.webview('#form fieldset')
      await until(async () => (await form.locator('#发文字号').inputValue()) === '某教〔2026〕9号')
      assert.equal(await form.locator('#期号').isVisible(), false)
      await form.locator('.all input').check()
      assert.equal(await form.locator('#期号').isVisible(), true)
      await form.locator('.all input').uncheck()
      await shot('3-form.png')
    })

    await step('what is changed in the form is one step in the text, and the other way round', async () => {
      await form.locator('#密级').fill('机密★5年')
      await form.locator('#密级').press('Tab')
      await until(async () => /密级: 机密★5年/.test(await w.text()))
      await form.locator('#紧急程度').fill('急')
      await form.locator('#紧急程度').press('Tab')
      await until(async () => ((await form.locator('#紧急程度-problem').textContent()) ?? '') !== '')
      await shot('4-form-changed.png')
      await picture('walkthrough/elements', { x: 0, y: 30, width: 800, height: 620 })
      // A field that has the focus, but in which nobody types, follows the text as well.
      await form.locator('#密级').focus()
      await w.focusEditor()
      await page.keyboard.press('Control+z')
      await page.keyboard.press('Control+z')
      await until(async () => !/密级/.test(await w.text()))
      await until(async () => (await form.locator('#密级').inputValue()) === '')
    })

    await step('校对 lists what is marked by group', async () => {
      await w.goto(9, 1)
      await page.keyboard.type('根据教发[2026]3号文件，')
      const row = page.locator('.monaco-list-row', { hasText: '六角括号' }).first()
      await w.command('View: Show Hongtou').catch(() => {})
      await row.waitFor({ timeout: 60_000 })
      await shot('5-findings.png')
      await w.focusEditor()
      await page.keyboard.press('Control+z')
    })

    await step('发文登记 has every document, sorts them by number and opens one', async () => {
      await page.keyboard.press('Control+s')
      await w.command('发文登记')
      const register = await w.webview('#rows tr')
      const rows = () => register.locator('#rows tr').allInnerTexts()
      await until(async () => (await rows()).length === 2)
      await register.locator('th', { hasText: '字号' }).locator('button').click()
      assert.deepEqual(
        (await rows()).map((row) => /〔2026〕(\d+)号/.exec(row)?.[1]),
        ['9', '10'],
      )
      await register.locator('#search').fill('抗旱')
      assert.equal((await rows()).length, 1)
      await shot('6-register.png')
      await register.locator('#rows tr button').first().click()
      await page.waitForSelector('.tab.active[data-resource-name="新稿.gw.md"]', { timeout: 60_000 })
    })

    await step('发文登记 is exported as CSV that spreadsheets read', async () => {
      await w.command('发文登记')
      const register = await w.webview('#export')
      await register.locator('#export').click()
      await page.locator('.quick-input-widget input').first().waitFor({ state: 'visible', timeout: 60_000 })
      await page.keyboard.press('Enter')
      await until(() => existsSync(join(folder, '发文登记.csv')))
      assert.match(readFileSync(join(folder, '发文登记.csv'), 'utf8'), /^\uFEFF发文字号,标题[\s\S]*某教〔2026〕10号/)
    })

    await step('比较两稿 marks what was struck out and written in', async () => {
      await w.openFile('新稿.gw.md')
      await w.command('比较两稿')
      await w.pick('旧稿.gw.md')
      await w.pick('花脸')
      const marked = await w.webview('main ins')
      assert.deepEqual(await marked.locator('main p:not(.key) del').allInnerTexts(), ['9', '120'])
      await shot('7-compare.png')
    })

    await step('清样 shows both versions side by side', async () => {
      await w.openFile('新稿.gw.md')
      await w.command('比较两稿')
      await w.pick('旧稿.gw.md')
      await w.pick('清样')
      const sides = page.locator('.monaco-diff-editor .editor')
      await until(async () => (await sides.count()) === 2)
      await page.locator('.monaco-diff-editor .line-insert').first().waitFor({ timeout: 60_000 })
      assert.match(await sides.nth(0).textContent(), /120万元/)
      assert.match(await sides.nth(1).textContent(), /125万元/)
      await shot('8-clean.png')
    })

    await step('按份数印制 makes a numbered PDF for each copy', async () => {
      await w.openFile('新稿.gw.md')
      await w.command('按份数印制')
      await w.type('2')
      await w.confirm('怎样打印')
      await w.notification('已生成 2 个文件')
      for (const number of ['000001', '000002']) assert.ok(existsSync(join(folder, `新稿-${number}.pdf`)))
    })

    await step('使用说明 is there without a network', async () => {
      await w.command('使用说明')
      await w.pick('签章和验证')
      const guide = await w.webview('.markdown-body h1')
      assert.ok((await guide.locator('.markdown-body').textContent()).length > 500)
    })
  },
}
