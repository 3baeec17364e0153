// A clerk signs what is put on record, archives what is completed, and voids what is not to go out.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './scenario.mjs'

const FLOW = `名称: 简易发文
步骤:
  - 名称: 拟稿
  - 名称: 签发
    定稿: 是
  - 名称: 用印
`
const draft = (number, about) => `---
发文机关: 某某市教育局
发文字号: 某教发〔2026〕${number}号
成文日期: 2026年9月4日
附注: 此件公开发布
印发机关: 某某市教育局办公室
印发日期: 2026年9月7日
---

# 某某市教育局关于${about}的通知

各县教育局：

各县要做好${about}工作，经费120万元。
`
const password = 'test-password-123'

export const archiving = {
  name: 'archive',
  file: '通知.gw.md',
  options: { language: 'zh-cn', settings: { 'hongtou.flow': '流程.yaml' } },

  prepare(folder) {
    writeFileSync(join(folder, '流程.yaml'), FLOW)
    writeFileSync(join(folder, '通知.gw.md'), draft(18, '防汛'))
    writeFileSync(join(folder, '抗旱.gw.md'), draft(19, '抗旱'))
    const certificate = ['--name', '某某市教育局', '-o', join(folder, '测试.p12'), '--password-env', 'PASSWORD']
    const env = { ...process.env, PASSWORD: password }
    execFileSync(process.execPath, ['dist/cli.mjs', 'cert', 'new', ...certificate], { env, stdio: 'ignore' })
  },

  async play({ w, folder, step, shot }) {
    const { page } = w
    const log = (name) => readFileSync(join(folder, name), 'utf8')
    const asked = (title) => page.locator('.quick-input-title', { hasText: title }).waitFor({ timeout: 60_000 })
    const answer = async (title, text) => {
      await asked(title)
      await w.type(text)
    }
    const choose = async (title, text) => {
      await asked(title)
      await w.pick(text)
    }
    const begin = async (file, command) => {
      await w.command('Notifications: Clear All Notifications')
      await w.openFile(file)
      await w.command(command)
    }
    /** Does the next step without signing it. */
    const act = async (action) => {
      await begin('通知.gw.md', '办理下一步')
      await choose('办理哪一步', action)
      await answer('意见', '同意。')
      await choose('签名', '不签名')
      await w.notification(`已记下“${action}”`)
    }

    await step('an entry is signed with a certificate, whose password is asked for', async () => {
      await page.locator('.statusbar').getByText(/校对/).first().waitFor({ timeout: 180_000 })
      await begin('通知.gw.md', '办理下一步')
      await answer('姓名', '王某')
      await answer('机关', '某某市教育局')
      await answer('职务', '')
      await choose('办理哪一步', '拟稿')
      await answer('意见', '')
      await choose('签名', '用证书签名')
      await w.pick('测试.p12')
      await answer('证书密码', password)
      await w.notification('已记下“拟稿”')
      assert.match(log('通知.gw.log'), /"signature":/)
      assert.doesNotMatch(log('通知.gw.log'), new RegExp(password))
    })

    await step('a wrong password is told, and nothing is put on record', async () => {
      const before = log('通知.gw.log')
      await begin('通知.gw.md', '办理下一步')
      await choose('办理哪一步', '签发')
      await answer('意见', '同意。')
      await choose('签名', '用证书签名')
      await w.pick('上次用的证书')
      await answer('证书密码', 'wrong')
      await w.notification('测试.p12：证书密码不对')
      await shot('1-wrong.png')
      assert.equal(log('通知.gw.log'), before)
    })

    await step('归档 of what is not completed is refused, with what is to be done next', async () => {
      await begin('通知.gw.md', '归档')
      await choose('给归档包签名吗', '不签名')
      await w.notification('通知.gw.md 还没有办结，下一步是“签发”')
      await shot('2-unfinished.png')
    })

    await step('归档 packs the signed PDF, the 定稿 and the record', async () => {
      await act('签发')
      await act('用印')
      await begin('通知.gw.md', '生成并签章')
      await w.confirm('怎样打印')
      await w.pick('上次用的证书')
      await answer('证书密码', password)
      await w.notification('已生成并签章')
      await begin('通知.gw.md', '归档')
      await choose('给归档包签名吗', '用证书签名')
      await w.pick('上次用的证书')
      await answer('证书密码', password)
      await w.notification('已生成归档信息包')
      assert.ok(existsSync(join(folder, '通知-归档.zip')))
      await shot('3-archived.png')
    })

    await step('核对办理记录 tells signed entries from those that prove nothing', async () => {
      await begin('通知.gw.md', '核对办理记录')
      await w.notification('2 条没有签名')
      await shot('4-checked.png')
    })

    await step('作废 asks twice, and is of the document in front, though the view showed another', async () => {
      await begin('抗旱.gw.md', '批注')
      await choose('记一笔', '作废')
      await page.locator('.monaco-dialog-box .monaco-button', { hasText: '作废' }).click()
      await answer('意见', '重复行文。')
      await choose('签名', '不签名')
      await w.notification('已记下“作废”')
      await until(() => /"action":"作废"/.test(log('抗旱.gw.log')))
      assert.doesNotMatch(log('通知.gw.log'), /作废/)
      await page.locator('.codelens-decoration').getByText('办文：已作废').waitFor({ timeout: 60_000 })
      await shot('5-void.png')
      await begin('抗旱.gw.md', '办理下一步')
      await asked('办理哪一步')
      assert.ok((await w.listed()).every((row) => /已经作废/.test(row)))
      await shot('6-after.png')
    })
  },
}
