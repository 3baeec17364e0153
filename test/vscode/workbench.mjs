// The VS Code window as a user has it: what can be typed, clicked and seen.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { installed } from './codeServer.mjs'

const { chromium } = createRequire(join(installed, 'package.json'))('playwright-core')

/** The window's own texts are drawn with a face of ours, so that pictures need no font of the system. */
function chineseFonts(folder) {
  const file = join(folder, 'fonts.conf')
  const aliases = ['sans-serif', 'monospace', 'system-ui'].map(
    (family) => `<alias><family>${family}</family><accept><family>Hongtou Heiti</family></accept></alias>`,
  )
  const system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
  writeFileSync(file, `<fontconfig>${system}<dir>${resolve('dist/fonts')}</dir>${aliases.join('')}</fontconfig>`)
  return file
}

/** @param file shown from the first; @param payload what else the window is told when it opens */
export async function openWorkbench(server, folder, { file, payload = [] }) {
  const profile = mkdtempSync(join(tmpdir(), 'hongtou-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: chineseFonts(profile) },
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    // What a desktop gives without asking.
    permissions: ['clipboard-read', 'clipboard-write'],
    // Every name but this machine fails at once: what the extension needs must be on board.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const outside = new Set()
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    // A webview's own files are answered inside the browser.
    const own = hostname === '127.0.0.1' || hostname.endsWith('.vscode-resource.vscode-cdn.net')
    if (/^(https?|wss?):$/.test(protocol) && !own) outside.add(hostname)
  })
  const told = file ? [...payload, ['openFile', `vscode-remote://${server.host}${folder}/${file}`]] : payload
  const query = new URLSearchParams({ folder, payload: JSON.stringify(told) })
  await page.goto(`${server.base}/?${query}`, { waitUntil: 'domcontentloaded', timeout: 120_000 })
  await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 90_000 })
  if (file) await page.waitForSelector('.tab.active', { timeout: 180_000 })

  const box = page.locator('.quick-input-widget input').first()
  const rows = page.locator('.quick-input-list .monaco-list-row')

  /** Opens the box of the palette and types into it; a view that takes the focus meanwhile closes the box again. */
  const ask = async (key, text) => {
    for (let tries = 0; ; tries++) {
      await page.keyboard.press(key)
      try {
        await box.waitFor({ state: 'visible', timeout: 5000 })
        await box.fill(text, { timeout: 3000 })
        return
      } catch (error) {
        if (tries === 8) throw error
        await page.keyboard.press('Escape')
      }
    }
  }

  const workbench = {
    page,
    server,
    outside,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
    /** Loads the window anew, as 重新加载窗口 does. */
    async reload() {
      // What is open is written down once a minute, and not always when a page is left in a hurry.
      await page.waitForTimeout(70_000)
      // Told to show a file, the window would not show what was open.
      const bare = new URLSearchParams({ folder })
      await page.goto(`${server.base}/?${bare}`, { waitUntil: 'domcontentloaded', timeout: 120_000 })
      await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 90_000 })
      await page.waitForSelector('.tab.active', { timeout: 180_000 })
    },
    /** Shows a window in which no folder is open. */
    async leaveFolder() {
      await page.goto(`${server.base}/?ew=true`, { waitUntil: 'domcontentloaded', timeout: 120_000 })
      await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 90_000 })
    },
    shot: (path, clip) => page.screenshot({ path, ...(clip && { clip }) }),
    /** Runs a command by its title in the palette; opened while an editor is still coming up, it may lack what that brings. */
    async command(title) {
      const row = rows.filter({ hasText: title }).first()
      for (let tries = 0; tries < 8; tries++) {
        await ask('F1', `>${title}`)
        if (
          await row.waitFor({ state: 'visible', timeout: 8000 }).then(
            () => true,
            () => false,
          )
        )
          break
        await page.keyboard.press('Escape')
      }
      await row.click()
    },
    /** Whether the palette offers a command; it is given a while to find one. */
    async offers(title) {
      await ask('F1', `>${title}`)
      const row = rows.filter({ hasText: title }).first()
      const found = await row.waitFor({ state: 'visible', timeout: 8000 }).then(
        () => true,
        () => false,
      )
      await page.keyboard.press('Escape')
      return found
    },
    /** Takes an entry of the list that is open. */
    async pick(text) {
      const row = rows.filter({ hasText: text }).first()
      await row.waitFor({ state: 'visible', timeout: 60_000 })
      await row.click()
    },
    /** Accepts a list of several choices as it is ticked. */
    async confirm(placeholder) {
      await page.locator(`.quick-input-widget input[placeholder*="${placeholder}"]`).waitFor({ timeout: 60_000 })
      await page.keyboard.press('Enter')
    },
    /** Answers the input that is open. */
    async type(text) {
      await box.waitFor({ state: 'visible', timeout: 60_000 })
      await box.fill(text)
      await page.keyboard.press('Enter')
    },
    async openFile(name) {
      await ask('Control+p', name)
      await workbench.pick(name)
      await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`, { timeout: 60_000 })
    },
    listed: async () => {
      await rows.first().waitFor({ state: 'visible', timeout: 60_000 })
      return rows.allInnerTexts()
    },
    /** Column by key strokes: the box counts wide characters twice in some releases. */
    async goto(line, column) {
      await ask('Control+g', `:${line}`)
      await page.keyboard.press('Enter')
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
      await page.keyboard.press('Home')
      for (let at = 1; at < column; at++) await page.keyboard.press('ArrowRight')
    },
    focusEditor: () =>
      page.locator('.editor-group-container .monaco-editor .view-lines').first().click({ timeout: 180_000 }),
    squiggles: (kind) => page.locator(`.monaco-editor .squiggly-${kind}`),
    /** Opens the menu of the light bulb and takes an entry by keyboard: in some releases a layer swallows clicks. */
    async quickFix(text) {
      const item = page.locator('.action-widget .monaco-list-row').filter({ hasText: text }).first()
      for (let tries = 0; tries < 15 && !(await item.isVisible()); tries++) {
        await page.keyboard.press('Control+.')
        await item.waitFor({ state: 'visible', timeout: 4000 }).catch(() => page.keyboard.press('Escape'))
      }
      const focused = page.locator('.action-widget .monaco-list-row.focused').filter({ hasText: text })
      for (let tries = 0; tries < 30 && (await focused.count()) === 0; tries++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    },
    async problems() {
      await workbench.command('Problems: Focus on Problems View')
      const found = page.locator('.markers-panel .monaco-list-row')
      await found.first().waitFor({ state: 'visible', timeout: 60_000 })
      return found.allInnerTexts()
    },
    /** The newest notification that has this text; one that has slid away is looked up in the centre. */
    async notification(text) {
      const found = page.locator('.notification-list-item').filter({ hasText: text }).first()
      for (let tries = 0; tries < 15; tries++) {
        try {
          await found.waitFor({ state: 'visible', timeout: 5000 })
          return found
        } catch {
          await workbench.command('Notifications: Show Notifications')
        }
      }
      throw new Error(`no notification says ${text}`)
    },
    /** Presses a button of a notification; it may slide away under the mouse. */
    async press(text, button) {
      for (let tries = 0; ; tries++) {
        const found = await workbench.notification(text)
        try {
          await found.hover({ timeout: 3000 })
          await found.locator('.monaco-button', { hasText: button }).click({ timeout: 3000 })
          return
        } catch (error) {
          if (tries === 8) throw error
        }
      }
    },
    text: async () => {
      const lines = await page.locator('.editor-group-container .monaco-editor .view-line').allInnerTexts()
      return lines.join('\n').replaceAll('\u00a0', ' ')
    },
    /** The frame of the webview that shows this: a webview is two frames, one in the other. */
    async webview(selector) {
      for (let tries = 0; tries < 600; tries++) {
        for (const frame of page.frames()) {
          if (frame === page.mainFrame()) continue
          const count = await frame
            .locator(selector)
            .count()
            .catch(() => 0)
          if (count > 0) return frame
        }
        await page.waitForTimeout(100)
      }
      throw new Error(`no webview shows ${selector}`)
    },
  }
  return workbench
}
