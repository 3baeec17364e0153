// An English-speaking colleague opens a folder that is not trusted.
import assert from 'node:assert/strict'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './scenario.mjs'

export const restricted = {
  name: 'restricted',
  file: '意见.gw.md',
  options: { language: 'en', trust: true },

  prepare(folder) {
    copyFileSync('examples/意见.gw.md', join(folder, '意见.gw.md'))
  },

  async play({ w, folder, step, shot }) {
    const { page } = w

    await step('the folder is restricted', async () => {
      await page.getByText('Restricted Mode').first().waitFor({ timeout: 180_000 })
    })

    await step('a long document is checked, and the status bar says so in English', async () => {
      const status = page.locator('.statusbar').getByText(/No findings|findings/)
      await status.first().waitFor({ timeout: 180_000 })
    })

    await step('its pages are shown', async () => {
      await w.command('Hongtou: Open Preview')
      const preview = await w.webview('#pages .page svg')
      const pages = await preview.locator('.page').count()
      assert.ok(pages >= 8, `${pages} pages`)
      assert.match(await preview.locator('.page').first().getAttribute('aria-label'), /^Page 1 of /)
      await shot('1-preview.png')
      await preview
        .locator('.page')
        .nth(pages - 1)
        .scrollIntoViewIfNeeded()
      await shot('2-last-page.png')
    })

    await step('nothing can be made or signed', async () => {
      assert.equal(await w.offers('Hongtou: Check and Fix'), true)
      assert.equal(await w.offers('Hongtou: Generate Red-Header PDF'), false)
      assert.equal(await w.offers('Hongtou: Generate and Sign PDF'), false)
      assert.ok(!existsSync(join(folder, '意见.pdf')))
    })

    await step('in a window without a folder a new document is checked and shown all the same', async () => {
      await w.leaveFolder()
      await w.command('Hongtou: New Document')
      await w.pick('函')
      await w.pick('Red-header document')
      await page.locator('.quick-input-title', { hasText: '(3/3)' }).waitFor({ timeout: 60_000 })
      await w.type('')
      await until(async () => /发文字号: /.test(await w.text()))
      await page
        .locator('.statusbar')
        .getByText(/findings/)
        .first()
        .waitFor({ timeout: 180_000 })
      await w.command('Hongtou: Open Preview')
      await w.webview('#pages .page svg')
      await shot('3-no-folder.png')
    })
  },
}
