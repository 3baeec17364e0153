import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { finding, findings, inOffice, NOTICE, ruleOf, show, until, webviewTabs } from './office.ts'

const run = (command: string, ...args: readonly unknown[]) => vscode.commands.executeCommand(command, ...args)
const exists = async (name: string) =>
  vscode.workspace.fs.stat(inOffice(name)).then(
    () => true,
    () => false,
  )

const isGuide = ({ label }: vscode.Tab) => /dialect\.md/.test(label)

/** Takes what is ticked in each list that a command opens, until the command has done something. */
async function acceptLists(done: () => boolean | Promise<boolean>): Promise<void> {
  await until('the command is done', async () => {
    if (await done()) return true
    await run('workbench.action.acceptSelectedQuickOpenItem')
    return false
  })
}

describe('commands', () => {
  afterEach(() => run('workbench.action.closeAllEditors'))

  it('校对并修复 mends what can be mended, in one step', async () => {
    const wrong = NOTICE.replace('〔2026〕', '[2026]').replace('教育局：', '教育局:')
    const { document } = await show('一次修好.gw.md', wrong)
    await finding(document.uri, 'docnum-brackets')
    await Promise.race([run('hongtou.fixAll'), until('mended', () => /〔2026〕/.test(document.getText()))])
    await until('all of it', () => document.getText().includes('教育局：'))
    await run('undo')
    assert.equal(document.getText(), wrong)
  })

  it('校对并修复 and 打开预览 need no file: a document that was never saved will do', async () => {
    const content = NOTICE.replace('〔2026〕', '[2026]')
    const document = await vscode.workspace.openTextDocument({ language: 'gongwen', content })
    await vscode.window.showTextDocument(document)
    await finding(document.uri, 'docnum-brackets')
    void run('hongtou.fixAll')
    await until('mended', () => /〔2026〕/.test(document.getText()))
    await run('hongtou.preview')
    await until('a tab', () => webviewTabs('hongtou.preview')[0])
    await vscode.window.showTextDocument(document)
    await run('workbench.action.revertAndCloseActiveEditor')
  })

  it('生成红头PDF works on a file that lies in no folder of the window', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'hongtou-outside-'))
    writeFileSync(join(outside, '单独.gw.md'), NOTICE)
    const uri = inOffice('').with({ path: join(outside, '单独.gw.md') })
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri))
    void run('hongtou.render', uri)
    await acceptLists(() => existsSync(join(outside, '单独.pdf')))
    rmSync(outside, { recursive: true, force: true })
  })

  it('下一处待填 goes from blank to blank, empty elements too, and round again', async () => {
    const draft = '---\n签发人: 【姓名】\n成文日期:\n抄送:\n  - 甲\n---\n\n# 某局关于【事由】的请示\n'
    const editor = await show('待填.gw.md', draft)
    const visited: string[] = []
    for (let step = 0; step < 4; step++) {
      await run('hongtou.nextBlank')
      const { start } = editor.selection
      visited.push(`${start.line + 1} ${editor.document.getText(editor.selection)}`)
    }
    assert.deepEqual(visited, ['2 【姓名】', '3 ', '8 【事由】', '2 【姓名】'])
  })

  it('打开预览 has one tab a document, and closing the document closes it', async () => {
    const { document } = await show('预览.gw.md', NOTICE)
    await run('hongtou.preview')
    await run('hongtou.preview', document.uri)
    const tab = await until('a tab', () => webviewTabs('hongtou.preview')[0])
    assert.equal(webviewTabs('hongtou.preview').length, 1)
    assert.match(tab.label, /预览 预览\.gw\.md/)
    assert.notEqual(tab.group.viewColumn, vscode.ViewColumn.One)
  })

  it('打开预览 says what is missing when no 公文 is in front', async () => {
    await run('workbench.action.closeAllEditors')
    await run('hongtou.preview')
    assert.deepEqual(webviewTabs('hongtou.preview'), [])
  })

  it('生成红头PDF writes a PDF beside the text', async () => {
    const { document } = await show('印.gw.md', NOTICE)
    void run('hongtou.render', document.uri)
    await acceptLists(() => exists('印.pdf'))
    const bytes = await vscode.workspace.fs.readFile(inOffice('印.pdf'))
    assert.equal(new TextDecoder().decode(bytes.subarray(0, 5)), '%PDF-')
  })

  it('生成并签章 does not get past an error', async () => {
    const { document } = await show('有错.gw.md', NOTICE.replace('〔2026〕', '[2026]'))
    await finding(document.uri, 'docnum-brackets')
    const asked = run('hongtou.renderAndSign', document.uri)
    await until('the list', async () => {
      await run('workbench.action.closeQuickOpen')
      return Promise.race([asked.then(() => true), new Promise<false>((done) => setTimeout(() => done(false), 200))])
    })
    assert.equal(await exists('有错-签章.pdf'), false)
  })

  it('查看规则 shows the page of a rule', async () => {
    await run('hongtou.explain', 'docnum-brackets')
    const tab = await until('a tab', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)[0])
    assert.match(tab.label, /文号用六角括号|docnum-brackets/)
  })

  it('使用说明 opens without a network', async () => {
    void run('hongtou.help')
    await acceptLists(() => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isGuide)))
  })

  it('发文登记 opens once', async () => {
    await run('hongtou.register')
    await run('hongtou.register')
    await until('a tab', () => webviewTabs('hongtou.register')[0])
    assert.equal(webviewTabs('hongtou.register').length, 1)
  })
})

describe('settings', () => {
  const settings = (uri: vscode.Uri) => vscode.workspace.getConfiguration('hongtou', uri)

  it('turn a rule off, and on again', async () => {
    const { document } = await show('级别.gw.md', NOTICE.replace('〔2026〕', '[2026]'))
    const told = () => findings(document.uri).some((each) => ruleOf(each) === 'docnum-brackets')
    await finding(document.uri, 'docnum-brackets')
    const { Workspace } = vscode.ConfigurationTarget
    await settings(document.uri).update('rules', { 'docnum-brackets': 'off' }, Workspace)
    await until('off', () => !told())
    await settings(document.uri).update('rules', undefined, Workspace)
    await until('on', told)
  })
})
