// A 监印人 signs what goes out: whose password is kept, what a signature covered, and what is stopped half-way.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './scenario.mjs'

const password = 'test-password-123'

export const signer = {
  name: 'signer',
  file: '通知.gw.md',
  options: { language: 'zh-cn' },

  prepare(folder) {
    copyFileSync('examples/通知.gw.md', join(folder, '通知.gw.md'))
    const certificate = ['--name', '某某市教育局', '-o', join(folder, '测试.p12'), '--password-env', 'PASSWORD']
    const env = { ...process.env, PASSWORD: password }
    execFileSync(process.execPath, ['dist/cli.mjs', 'cert', 'new', ...certificate], { env, stdio: 'ignore' })
  },

  async play({ w, folder, step, shot }) {
    const { page } = w
    const signed = join(folder, '通知-签章.pdf')
    const asksPassword = () => page.locator('.quick-input-title', { hasText: '证书密码' }).waitFor({ timeout: 60_000 })

    /** Begins to sign anew, up to the choice of the certificate. */
    const begin = async () => {
      await w.command('Notifications: Clear All Notifications')
      rmSync(signed, { force: true })
      await w.openFile('通知.gw.md')
      await w.command('生成并签章')
      await w.confirm('怎样打印')
    }

    await step('a password is asked for again as long as nobody said to keep it', async () => {
      await page.locator('.statusbar').getByText(/校对/).first().waitFor({ timeout: 180_000 })
      await begin()
      await w.pick('测试.p12')
      await asksPassword()
      await w.type(password)
      await w.notification('已生成并签章')
      await begin()
      await w.pick('上次用的证书')
      await asksPassword()
      await w.type(password)
      await w.notification('已生成并签章')
    })

    await step('记住密码 keeps it: the next time only the certificate is asked for', async () => {
      await w.press('已生成并签章', '记住密码')
      await begin()
      await w.pick('上次用的证书')
      await w.notification('已生成并签章')
      assert.ok(existsSync(signed))
      await shot('1-remembered.png')
    })

    await step('a password is in no file of the folder or of the settings', () => {
      for (const root of [folder, join(w.server.user, 'User')]) {
        for (const name of readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })) {
          if (!name.isFile()) continue
          assert.ok(!readFileSync(join(name.parentPath, name.name)).includes(password), name.name)
        }
      }
    })

    await step('忘记签章证书和密码 forgets both', async () => {
      await w.command('忘记签章证书和密码')
      await w.notification('已清除记住的证书位置和密码')
      await begin()
      await w.pick('测试.p12')
      await asksPassword()
      await shot('2-forgotten.png')
      await page.keyboard.press('Escape')
      assert.ok(!existsSync(signed))
    })

    await step('看签章时的版本 takes out the file as it was signed', async () => {
      await begin()
      await w.pick('测试.p12')
      await asksPassword()
      await w.type(password)
      await w.notification('已生成并签章')
      await w.press('已生成并签章', '验证签章')
      await w.press('签章完好', '详情')
      const row = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: '某某市教育局' }).first()
      await row.hover()
      await row.locator('.action-label[aria-label*="看签章时的版本"]').click()
      await page.locator('.quick-input-widget input').first().waitFor({ state: 'visible', timeout: 60_000 })
      await shot('3-revision.png')
      await page.keyboard.press('Enter')
      await w.notification('已取出签章')
      const taken = readdirSync(folder).find((name) => /^通知-签章（.+）\.pdf$/.test(name))
      assert.ok(taken)
      const whole = readFileSync(signed)
      const revision = readFileSync(join(folder, taken))
      assert.ok(revision.equals(whole.subarray(0, revision.length)))
    })

    await step('a long job can be called off, and what was made stays', async () => {
      await w.command('Notifications: Clear All Notifications')
      await w.openFile('通知.gw.md')
      await w.command('按份数印制')
      await w.type('900')
      await w.confirm('怎样打印')
      await until(() => existsSync(join(folder, '通知-000002.pdf')))
      await shot('4-progress.png')
      await w.press('正在逐份生成', 'Cancel')
      await w.notification(/已生成 \d+ 个文件/)
      const made = readdirSync(folder).filter((name) => /^通知-\d{6}\.pdf$/.test(name)).length
      assert.ok(made >= 2 && made < 900, `${made}`)
      await shot('5-called-off.png')
    })

    await step('a preview is there again when the window was loaded anew', async () => {
      await w.command('打开预览')
      await w.webview('#pages .page svg')
      await w.reload()
      const preview = await w.webview('#pages .page svg')
      assert.match(await preview.locator('.page').first().getAttribute('aria-label'), /^第 1 面/)
      await w.focusEditor()
      await w.goto(9, 1)
      const before = await preview.locator('.page').first().getAttribute('data-key')
      await page.keyboard.type('务必')
      await until(async () => (await preview.locator('.page').first().getAttribute('data-key')) !== before)
      await shot('6-reloaded.png')
    })
  },
}
