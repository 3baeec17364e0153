import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { NOTICE, show } from './office.ts'

describe('views', () => {
  for (const view of ['elements', 'findings', 'checklist', 'signatures']) {
    it(`${view} can be brought to the front by keyboard`, async () => {
      await show('视图.gw.md', NOTICE)
      await vscode.commands.executeCommand(`hongtou.${view}.focus`)
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup')
      assert.equal(vscode.window.activeTextEditor?.document.fileName.endsWith('视图.gw.md'), true)
    })
  }
})
