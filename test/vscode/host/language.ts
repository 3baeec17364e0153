import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { finding, findings, inOffice, NOTICE, rangeOf, ruleOf, show, until } from './office.ts'

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...args)
const WRONG = NOTICE.replace('〔2026〕', '[2026]')
const whole = ({ lineCount }: vscode.TextDocument) => new vscode.Range(0, 0, lineCount, 0)

async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  return await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range)
}

describe('a 公文 in the editor', () => {
  it('has findings with place, severity, and the page of the rule', async () => {
    const { document } = await show('校对.gw.md', WRONG)
    const found = await finding(document.uri, 'docnum-brackets')
    assert.equal(document.getText(found.range).includes('['), true)
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error)
    assert.match(found.message, /六角括号/)
    assert.ok(typeof found.code === 'object' && found.code.target.toString().startsWith('command:hongtou.explain'))
  })

  it('offers a fix, all fixes of a rule, a reason to ignore, and an explanation', async () => {
    const { document } = await show('修复.gw.md', WRONG)
    const { range } = await finding(document.uri, 'docnum-brackets')
    const titles = (await actionsAt(document, range)).map(({ title }) => title)
    for (const wanted of [/六角括号/, /忽略/, /查看规则/])
      assert.ok(
        titles.some((title) => wanted.test(title)),
        `${titles}`,
      )
  })

  it('is mended by the quick fix, and the finding goes', async () => {
    const { document } = await show('修好.gw.md', WRONG)
    const { range } = await finding(document.uri, 'docnum-brackets')
    const fix = (await actionsAt(document, range)).find(({ title, edit }) => edit && /六角括号/.test(title))
    assert.ok(fix?.edit)
    assert.ok(await vscode.workspace.applyEdit(fix.edit))
    assert.match(document.getText(), /某教发〔2026〕18号/)
    await until('mended', () => findings(document.uri).every((each) => ruleOf(each) !== 'docnum-brackets'))
  })

  it('completes keys, their values, and what may stand in 《》', async () => {
    const { document } = await show('补全.gw.md', NOTICE.replace('成文日期: 2026年9月4日\n', '紧急程度: \n'))
    const labels = async (at: vscode.Position) => {
      const list = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at)
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label))
    }
    assert.ok((await labels(rangeOf(document, '紧急程度: ').end)).includes('特急'))
    assert.ok((await labels(rangeOf(document, '按《').end)).includes('取暖设施统计表'))
    assert.deepEqual(
      (await labels(rangeOf(document, '逐校').end)).filter((label) => label === '特急'),
      [],
    )
  })

  it('explains what is under the mouse', async () => {
    const { document } = await show('悬停.gw.md', WRONG)
    const { range } = await finding(document.uri, 'docnum-brackets')
    const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, range.start)
    const text = hovers.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === 'string' ? each : each.value)),
    )
    assert.match(text.join('\n'), /发文字号[\s\S]*7\.2\.5/)
  })

  it('has an outline, folds and places that lead elsewhere', async () => {
    const { document } = await show('大纲.gw.md', NOTICE)
    const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri)
    const names: string[] = []
    const visit = (each: vscode.DocumentSymbol): void => {
      names.push(each.name)
      each.children.forEach(visit)
    }
    symbols.forEach(visit)
    assert.ok(
      names.some((name) => name.includes('摸清底数')),
      names.join(),
    )
    const folds = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri)
    assert.ok(
      folds.some(({ start }) => start === 0),
      'the front matter folds',
    )
    const at = rangeOf(document, '《取暖设施').end
    const places = await run<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    )
    const ranges = places.map((place) => ('range' in place ? place.range : place.targetRange))
    assert.deepEqual(
      ranges.map(({ start }) => document.lineAt(start).text),
      ['# 取暖设施统计表'],
    )
  })

  it('renames an attachment everywhere', async () => {
    const { document } = await show('改名.gw.md', NOTICE)
    const at = rangeOf(document, '《取暖设施').end
    const edit = await run<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, '供暖统计表')
    assert.ok(await vscode.workspace.applyEdit(edit))
    assert.doesNotMatch(document.getText(), /取暖设施统计表/)
    assert.match(document.getText(), /按《供暖统计表》（附件1）/)
  })

  it('is brought into its usual form', async () => {
    const { document } = await show(
      '排版.gw.md',
      NOTICE.replace('一、摸清底数', '一、摸清底数   ').replace('\n\n二、', '\n\n\n\n二、'),
    )
    const options = { tabSize: 2, insertSpaces: true }
    const edits = await run<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, options)
    const edit = new vscode.WorkspaceEdit()
    edit.set(document.uri, edits)
    await vscode.workspace.applyEdit(edit)
    assert.match(document.getText(), /^一、摸清底数\n\n各县[^\n]*\n\n二、抓好落实$/m)
  })

  it('is coloured by its elements, with hints and lenses', async () => {
    const { document } = await show('标注.gw.md', NOTICE)
    const tokens = await run<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri)
    assert.ok(tokens.data.length > 0)
    const head = new vscode.Range(0, 0, 8, 0)
    const some = await run<vscode.SemanticTokens>('vscode.provideDocumentRangeSemanticTokens', document.uri, head)
    assert.ok(some.data.length > 0 && some.data.length < tokens.data.length)
    const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri)
    assert.ok(lenses.some(({ command }) => command?.command === 'hongtou.preview'))
    const hints = await run<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole(document))
    assert.ok(hints.length > 0)
  })

  it('tells of its lens what the findings are, however soon after a change', async () => {
    const { document } = await show('镜头.gw.md', NOTICE)
    const change = new vscode.WorkspaceEdit()
    change.insert(document.uri, rangeOf(document, '各单位要明确').start, '根据教发[2026]3号文件，')
    await vscode.workspace.applyEdit(change)
    const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri)
    assert.ok(!lenses.some(({ command }) => command?.title === '校对无误'))
    await finding(document.uri, 'docnum-brackets')
  })

  it('is found by the words of its title in the whole folder', async () => {
    await show('查找.gw.md', NOTICE)
    const found = await until('a symbol of the workspace', async () => {
      const symbols = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '冬季取暖')
      return symbols.find(({ location }) => location.uri.toString() === inOffice('查找.gw.md').toString())
    })
    assert.match(found.name, /冬季取暖/)
  })

  it('leaves a profile alone in which something is typed and not saved, and changes it when it is', async () => {
    const name = '红头.yaml'
    const saveByItself = (value: string | undefined) =>
      vscode.workspace.getConfiguration('files').update('autoSave', value, vscode.ConfigurationTarget.Global)
    await saveByItself('off')
    const profile = await show(name, '规则:\n  标题不用书名号: 关闭\n')
    await profile.edit((edit) => edit.insert(new vscode.Position(0, 0), '# 还没有保存\n'))
    const { document } = await show('严重程度.gw.md', WRONG)
    const { range } = await finding(document.uri, 'docnum-brackets')
    const command = await until('a change of the house severity', async () =>
      (await actionsAt(document, range))
        .map((each) => each.command)
        .find((each) => each?.command.endsWith('setSeverity')),
    )
    const change = async () => {
      await Promise.resolve(run(command.command, ...(command.arguments ?? []))).catch(() => undefined)
      return profile.document.getText()
    }
    assert.equal(await change(), '# 还没有保存\n规则:\n  标题不用书名号: 关闭\n')
    await profile.document.save()
    assert.match(await change(), /^# 还没有保存\n规则:\n(?: {2}.+\n){2}$/)
    await profile.document.save()
    await vscode.workspace.fs.delete(inOffice(name))
    await saveByItself(undefined)
  })

  it('is no business of ours in another language', async () => {
    const { document } = await show('普通.txt', WRONG)
    assert.deepEqual(findings(document.uri), [])
    assert.deepEqual(await actionsAt(document, whole(document)), [])
  })
})
