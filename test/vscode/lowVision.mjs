// Somebody who sees little works in high contrast, dark and light, without a mouse, with a screen reader.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './scenario.mjs'
import { faint, nameless } from './seeing.mjs'

const EARLIER = readFileSync('examples/通知.gw.md', 'utf8').replace('通知', '意见')

export const lowVision = {
  name: 'lowVision',
  file: '通知.gw.md',
  options: { language: 'zh-cn', settings: { 'workbench.colorTheme': 'Default High Contrast' } },

  prepare(folder) {
    copyFileSync('examples/通知.gw.md', join(folder, '通知.gw.md'))
    writeFileSync(join(folder, '原稿.gw.md'), EARLIER)
    const act = ['record', 'add', join(folder, '通知.gw.md'), '拟稿', '--name', '王某', '--organ', '某某市教育局']
    execFileSync(process.execPath, ['dist/cli.mjs', ...act], { stdio: 'ignore' })
  },

  async play({ w, step, shot }) {
    const { page } = w
    const focused = (frame) => frame.evaluate(() => document.activeElement?.id || document.activeElement?.className)
    const judge = async (name, frame) => {
      await shot(`${name}.png`)
      assert.deepEqual(await nameless(frame), [], name)
      assert.deepEqual(await faint(frame), [], name)
    }

    await step('the preview is read and used by keyboard alone', async () => {
      await page.locator('.statusbar').getByText(/校对/).first().waitFor({ timeout: 180_000 })
      await w.command('打开预览')
      const preview = await w.webview('#pages .page svg')
      assert.deepEqual(await nameless(preview), [])
      await preview.locator('#smaller').focus()
      const seen = new Set()
      for (let tabs = 0; tabs < 20; tabs++) {
        seen.add(await focused(preview))
        await page.keyboard.press('Tab')
      }
      for (const wanted of ['smaller', 'larger', 'fit', 'true', 'grid', 'marked', 'night', 'page'])
        assert.ok(seen.has(wanted), `${wanted} of ${[...seen]}`)
      await preview.locator('#grid').focus()
      await page.keyboard.press('Enter')
      await preview.locator('.page .grid').first().waitFor({ timeout: 60_000 })
      await shot('1-preview.png')
      await preview.locator('.page').nth(1).focus()
      await page.keyboard.press('Enter')
      await until(async () => !/Ln 1, Col 1\b/.test(await page.locator('.statusbar').textContent()))
    })

    /** Our pages one after the other, as a theme shows them. */
    const look = async (theme) => {
      await step(`公文要素, with what is wrong in it, stands out in ${theme} high contrast`, async () => {
        await w.openFile('通知.gw.md')
        await w.command('公文要素')
        const form = await w.webview('#form fieldset')
        await until(async () => (await form.locator('#发文字号').inputValue()) !== '')
        await form.locator('#密级').fill(`绝密${theme}`)
        await form.locator('#密级').press('Tab')
        await until(async () => ((await form.locator('#密级-problem').textContent()) ?? '').includes(theme))
        await judge(`2-form-${theme}`, form)
      })

      await step(`发文登记 stands out in ${theme} high contrast`, async () => {
        await w.command('发文登记')
        const register = await w.webview('#rows tr')
        await until(async () => (await register.locator('#rows tr').count()) === 2)
        await judge(`3-register-${theme}`, register)
      })

      await step(`花脸 stands out in ${theme} high contrast, and by more than colour`, async () => {
        await w.openFile('通知.gw.md')
        await w.command('比较两稿')
        await w.pick('原稿.gw.md')
        await w.pick('花脸')
        const marked = await w.webview('main ins')
        const line = (tag) =>
          marked
            .locator(tag)
            .first()
            .evaluate((each) => getComputedStyle(each).textDecorationLine)
        assert.deepEqual([await line('main del'), await line('main ins')], ['line-through', 'underline'])
        await judge(`4-compare-${theme}`, marked)
      })
    }

    await look('dark')

    await step('the other theme is chosen', async () => {
      await w.command('View: Close All Editors')
      await until(async () => {
        await w.command('Preferences: Color Theme')
        // The list is longer than what is shown of it.
        await page.locator('.quick-input-widget input').first().fill('Light High Contrast')
        await w.pick('Light High Contrast')
        return page
          .locator('.monaco-workbench.hc-light')
          .waitFor({ timeout: 5000 })
          .then(() => true)
          .catch(() => false)
      })
    })

    await look('light')

    await step('办文 and 签章 are read by name', async () => {
      await w.openFile('通知.gw.md')
      const pane = (view) => page.locator('.pane', { has: page.locator('.pane-header', { hasText: view }) }).first()
      await w.command('Focus on 办文 View')
      const rows = pane('办文').locator('.monaco-list-row')
      await rows.first().waitFor({ timeout: 60_000 })
      for (const row of await rows.all()) assert.ok(await row.getAttribute('aria-label'))
      await shot('5-process.png')
    })
  },
}
