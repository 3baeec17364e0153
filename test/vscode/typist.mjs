// Somebody who types in a long document with the preview beside it; how long a key takes to its page is told, not judged.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './scenario.mjs'

const PARAGRAPH = '各县（市、区）教育局要逐校核实取暖设施，明确责任，抓好落实，并于每月底前把进展情况报送市教育局。'
const PAGES = 20
const LINES = 22
const KEYS = 40

/** Two lines a paragraph. */
const LONG = `---
发文机关: 某某市教育局
发文字号: 某教发〔2026〕18号
成文日期: 2026年9月4日
---

# 某某市教育局关于做好冬季取暖工作的通知

各县（市、区）教育局：

${Array(PAGES * (LINES / 2))
  .fill(PARAGRAPH)
  .join('\n\n')}
`

/** Milliseconds from each key to the first frame with the new pages, by the clock that all frames share. */
async function keyToPage(page, preview) {
  const key = () => page.evaluate(() => globalThis.pressed)
  await page.evaluate(() => {
    const press = () => {
      globalThis.pressed = performance.timeOrigin + performance.now()
    }
    window.addEventListener('keydown', press, { capture: true })
  })
  await preview.evaluate(() => {
    globalThis.painted = []
    const see = () => requestAnimationFrame(() => globalThis.painted.push(performance.timeOrigin + performance.now()))
    new MutationObserver(see).observe(document.getElementById('pages'), { childList: true, subtree: true })
  })
  const times = []
  for (let nth = 0; nth < KEYS; nth++) {
    await page.keyboard.press('a')
    const pressed = await key()
    const next = () => preview.evaluate((from) => globalThis.painted.find((each) => each > from), pressed)
    await until(async () => (await next()) !== undefined)
    times.push((await next()) - pressed)
  }
  return times.sort((a, b) => a - b)
}

export const typist = {
  name: 'typist',
  file: '长.gw.md',
  options: { language: 'zh-cn', settings: { 'editor.quickSuggestions': 'off' } },

  prepare(folder) {
    writeFileSync(join(folder, '长.gw.md'), LONG)
  },

  async play({ w, step, shot }) {
    let preview
    await step('the page follows each key in a document of twenty pages', async () => {
      await w.page.locator('.statusbar').getByText(/校对/).first().waitFor({ timeout: 180_000 })
      await w.command('打开预览')
      preview = await w.webview('#pages .page svg')
      await until(async () => (await preview.locator('.page').count()) >= PAGES)
      await w.focusEditor()
      await w.goto(11, 3)
      const times = await keyToPage(w.page, preview)
      await shot('1-typed.png')
      const at = (part) => times[Math.floor(times.length * part)].toFixed(0)
      console.log(
        `typist: ${await preview.locator('.page').count()} pages, key to page ${at(0.5)} ms, 9 of 10 within ${at(0.9)} ms`,
      )
    })

    await step('a page far from the screen is an empty sheet until the caret goes there', async () => {
      const pages = preview.locator('.page')
      const drawn = preview.locator('.page .picture')
      assert.ok((await drawn.count()) < PAGES / 2)
      assert.equal(await pages.last().locator('.picture').count(), 0)
      await w.page.keyboard.press('Control+End')
      await w.page.keyboard.press('ArrowUp')
      await pages.last().locator('.mark').waitFor({ timeout: 60_000 })
      assert.equal(await pages.last().locator('.picture').count(), 1)
      // What was scrolled is the page, not the frames around it: the tools stand where they stood.
      assert.equal(await preview.parentFrame().evaluate(() => document.scrollingElement.scrollTop), 0)
      await shot('2-end.png')
    })
  },
}
