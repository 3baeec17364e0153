// What a drafter does all day, in the language of the offices.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serversOf } from './processes.mjs'
import { until } from './scenario.mjs'

const DRAFT = `---
发文机关: 某某市教育局
发文字号: 某教发[2026]18号
成文日期: 2026年9月4日
附注: 此件公开发布
印发机关: 某某市教育局办公室
印发日期: 2026年9月7日
---

# 某某市教育局关于进一步做好全市中小学校冬季取暖和安全管理工作的通知

各县（市、区）教育局:

为保障师生温暖过冬,现就有关工作通知如下：

一、摸清底数

各县（市、区）教育局要逐校核实取暖设施。
`
const OTHER = '---\n发文字号: 某教发[2026]19号\n---\n\n# 某某市教育局关于冬季取暖的通知\n'
const password = 'test-password-123'

export const drafter = {
  name: 'drafter',
  file: '草稿.gw.md',
  options: { language: 'zh-cn' },

  prepare(folder) {
    writeFileSync(join(folder, '草稿.gw.md'), DRAFT)
    writeFileSync(join(folder, '另一份.gw.md'), OTHER)
    const certificate = ['--name', '某某市教育局', '-o', join(folder, '测试.p12'), '--password-env', 'PASSWORD']
    const env = { ...process.env, PASSWORD: password }
    execFileSync(process.execPath, ['dist/cli.mjs', 'cert', 'new', ...certificate], { env, stdio: 'ignore' })
  },

  async play({ w, folder, step, shot, picture }) {
    const { page } = w
    let preview

    await step('mistakes are underlined while the document is open', async () => {
      await w.squiggles('error').first().waitFor({ timeout: 180_000 })
      await shot('1-squiggles.png')
    })

    await step('the list of problems names clause and rule', async () => {
      const rows = (await w.problems()).join('\n')
      assert.match(rows, /六角括号.*7\.2\.5/)
      assert.match(rows, /红头\(docnum-brackets\)|docnum-brackets/)
      await shot('2-problems.png')
      await page.keyboard.press('Control+j')
    })

    await step('the hover explains the rule and the key', async () => {
      const { x, y, width, height } = await w.squiggles('error').first().boundingBox()
      await page.mouse.move(x + width / 2, y + height / 2)
      const hover = page.locator('.monaco-hover:visible').filter({ hasText: '依据' }).first()
      await hover.waitFor({ timeout: 60_000 })
      assert.match(await hover.textContent(), /发文字号/)
      await shot('3-hover.png')
      await picture('walkthrough/check', { x: 350, y: 30, width: 800, height: 500 })
      await page.mouse.move(10, 10)
    })

    await step('the preview shows the real pages', async () => {
      await w.command('打开预览')
      preview = await w.webview('#pages .page svg')
      await shot('4-preview.png')
      await picture('editor')
    })

    await step('tools lay the grid and the findings over the pages, and lead to a page', async () => {
      await preview.locator('#grid').click()
      assert.equal(await preview.locator('.page .grid').count(), await preview.locator('.page').count())
      await preview.locator('#marked').click()
      const flag = preview.locator('.flag.error').first()
      await flag.waitFor({ timeout: 60_000 })
      assert.match(await flag.getAttribute('aria-label'), /六角括号/)
      await flag.hover()
      await shot('4-marked.png')
      await picture('walkthrough/preview', { x: 640, y: 30, width: 800, height: 700 })
      await preview.locator('#night').click()
      await shot('4-night.png')
      for (const id of ['night', 'marked', 'grid']) await preview.locator(`#${id}`).click()
      assert.equal(await preview.locator('.flag, .grid').count(), 0)
      await preview.locator('#true').click()
      assert.equal(await preview.locator('#zoom').textContent(), '100%')
      await preview.locator('#fit').click()
      assert.equal(await preview.locator('.unsigned').first().textContent(), '未签章')
    })

    await step('the preview loads nothing, runs nothing but its own script, and names its parts', async () => {
      const policy = await preview.locator('meta[http-equiv]').getAttribute('content')
      assert.match(policy, /^default-src 'none'/)
      assert.doesNotMatch(policy, /unsafe/)
      assert.match(await preview.locator('.page').first().getAttribute('aria-label'), /^第 1 面/)
      for (const tool of await preview.locator('header button').all()) assert.ok(await tool.getAttribute('title'))
    })

    await step('a quick fix mends the text, and the preview follows', async () => {
      await w.focusEditor()
      await w.goto(3, 11)
      const before = await preview.locator('.page').first().getAttribute('data-key')
      await w.quickFix('六角括号')
      await until(async () => /某教发〔2026〕18号/.test(await w.text()))
      await until(async () => (await preview.locator('.page').first().getAttribute('data-key')) !== before)
    })

    await step('the caret leads to the page, and a click on the page to the text', async () => {
      await w.goto(18, 5)
      await page.keyboard.press('ArrowRight')
      await preview.locator('.mark').first().waitFor({ timeout: 60_000 })
      await shot('5-caret.png')
      const title = preview.locator('[data-element="title"]').first()
      await title.click({ force: true })
      await until(async () => /Ln 10,/.test(await page.locator('.statusbar').textContent()))
    })

    await step('调整标题分行 writes another way to break the title, and the page follows', async () => {
      await w.focusEditor()
      await w.goto(10, 5)
      const before = await preview.locator('[data-element="title"]').count()
      await w.command('调整标题分行')
      // Until then it is the palette's own list that is open.
      await until(async () => /现在的分行/.test((await w.listed())[0]))
      const ways = await w.listed()
      assert.ok(ways.length > 1, ways.join('|'))
      await shot('5-title.png')
      await w.pick(ways.at(-1).split('\n')[0])
      await until(async () => (await w.text()).match(/^# /gm).length > 1)
      assert.ok(before > 0)
      await until(async () => (await preview.locator('[data-element="title"]').count()) > 0)
      await shot('5-title-after.png')
      await w.focusEditor()
      await page.keyboard.press('Control+z')
      await until(async () => (await w.text()).match(/^# /gm).length === 1)
    })

    await step('an ignore comment is written with the reason that was asked for', async () => {
      await w.focusEditor()
      await w.goto(14, 12)
      await w.quickFix('在此处忽略')
      await w.type('引自来文原文')
      await until(async () => /红头：忽略 \S+ 引自来文原文/.test(await w.text()))
      await page.keyboard.press('Control+z')
    })

    await step('校对并修复 mends what is left', async () => {
      await w.focusEditor()
      await w.command('校对并修复')
      await w.notification('已修复')
      await shot('6-fixed.png')
      assert.match(await w.text(), /教育局：[\s\S]*过冬，现就/)
    })

    await step('生成红头PDF writes a file beside the text', async () => {
      await w.command('Notifications: Clear All Notifications')
      await w.command('生成红头PDF')
      await w.confirm('怎样打印')
      await w.notification('已生成 草稿.pdf')
      assert.ok(existsSync(join(folder, '草稿.pdf')))
    })

    await step('生成并签章 asks for certificate and password, and 验证签章 believes it', async () => {
      await w.command('Notifications: Clear All Notifications')
      await w.command('生成并签章')
      await w.confirm('怎样打印')
      await w.pick('测试.p12')
      await page.locator('.quick-input-title', { hasText: '证书密码' }).waitFor({ timeout: 60_000 })
      await w.type(password)
      await w.notification('已生成并签章')
      assert.ok(existsSync(join(folder, '草稿-签章.pdf')))
      await w.press('已生成并签章', '验证签章')
      await w.notification('签章完好')
      await shot('7-verified.png')
      await picture('walkthrough/sign', { x: 640, y: 400, width: 800, height: 480 })
    })

    await step('查看规则 shows clause and examples beside the text', async () => {
      await w.command('Notifications: Clear All Notifications')
      await w.focusEditor()
      await w.openFile('另一份.gw.md')
      await w.squiggles('error').first().waitFor({ timeout: 60_000 })
      await w.focusEditor()
      await w.goto(2, 11)
      await w.quickFix('查看规则')
      const explained = await w.webview('h1:has-text("文号用六角括号")')
      assert.match(await explained.locator('body').textContent(), /依据：GB\/T 9704—2012 7\.2\.5/)
      await shot('8-rule.png')
    })

    await step('the status bar says how long the text is', async () => {
      await w.openFile('草稿.gw.md')
      await until(async () => /\d+ 字 · \d+ 页/.test(await page.locator('.statusbar').textContent()))
    })

    await step('a server that dies is started again, and that is said once', async () => {
      await w.command('Notifications: Clear All Notifications')
      for (const pid of serversOf(w.server)) process.kill(pid, 'SIGKILL')
      await w.notification('校对服务意外退出，已重新启动')
      await w.focusEditor()
      await w.goto(14, 1)
      await page.keyboard.type('根据教发[2026]3号文件精神，')
      await w.squiggles('error').first().waitFor({ timeout: 90_000 })
      await page.keyboard.press('Control+z')
    })

    await step('a preview goes with a document that is renamed', async () => {
      await w.command('View: Close All Editors')
      await w.openFile('另一份.gw.md')
      await w.command('打开预览')
      await w.webview('#pages .page svg')
      await page.locator('.tab', { hasText: '另一份.gw.md' }).first().click()
      await w.command('File: Reveal Active File in Explorer View')
      await page.keyboard.press('F2')
      const name = page.locator('.explorer-viewlet .monaco-inputbox input')
      await name.waitFor({ timeout: 60_000 })
      await name.fill('改了名.gw.md')
      await page.keyboard.press('Enter')
      await page.locator('.tab', { hasText: '预览 改了名' }).waitFor({ timeout: 60_000 })
      assert.equal(await page.locator('.tab', { hasText: '预览 另一份' }).count(), 0)
      preview = await w.webview('#pages .page svg')
      await shot('9-renamed.png')
      await w.openFile('草稿.gw.md')
      await w.command('打开预览')
    })

    await step('a document deleted under its preview is still written, checked and shown', async () => {
      await page.keyboard.press('Control+s')
      rmSync(join(folder, '草稿.gw.md'))
      await page.locator('.tab', { hasText: '预览 草稿' }).click()
      preview = await w.webview('#pages .page svg')
      const before = await preview.locator('.page').first().getAttribute('data-key')
      await page.locator('.tab', { hasText: '草稿.gw.md' }).first().click()
      await w.focusEditor()
      await w.goto(14, 1)
      await page.keyboard.type('务必')
      await until(async () => (await preview.locator('.page').first().getAttribute('data-key')) !== before)
    })
  },
}
