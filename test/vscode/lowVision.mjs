// Somebody who sees little works in high contrast, without a mouse, with a screen reader.
import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './scenario.mjs'

/** Controls of a page that a screen reader could not name, as HTML. */
const nameless = (frame) =>
  frame.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea, a[href], [tabindex="0"], [role]')]
      .filter((each) => {
        const labels = each.labels ? [...each.labels].map((label) => label.textContent).join('') : ''
        const name = each.getAttribute('aria-label') || labels || each.textContent || each.getAttribute('title') || ''
        // A place for messages has its words only when there is something to say.
        return name.trim() === '' && each.getAttribute('role') !== 'status'
      })
      .map((each) => each.outerHTML.slice(0, 120)),
  )

export const lowVision = {
  name: 'lowVision',
  file: '通知.gw.md',
  options: { language: 'zh-cn', settings: { 'workbench.colorTheme': 'Default High Contrast' } },

  prepare(folder) {
    copyFileSync('examples/通知.gw.md', join(folder, '通知.gw.md'))
  },

  async play({ w, step, shot }) {
    const { page } = w
    const focused = (frame) => frame.evaluate(() => document.activeElement?.id || document.activeElement?.className)

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
  },
}
