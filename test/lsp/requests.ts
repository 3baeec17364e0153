// What an editor can ask about a document, with parameters as they should be.
const position = { line: 3, character: 4 }
const range = { start: { line: 1, character: 0 }, end: { line: 5, character: 3 } }
const options = { tabSize: 2, insertSpaces: true }

/** Every standard request about a document, with what it needs beside the document. */
export const REQUESTS: Readonly<Record<string, object>> = {
  'textDocument/codeAction': { range, context: { diagnostics: [], only: ['quickfix', 'refactor', 'source.fixAll'] } },
  'textDocument/codeLens': {},
  'textDocument/completion': { position },
  'textDocument/definition': { position },
  'textDocument/diagnostic': {},
  'textDocument/documentHighlight': { position },
  'textDocument/documentLink': {},
  'textDocument/documentSymbol': {},
  'textDocument/foldingRange': {},
  'textDocument/formatting': { options },
  'textDocument/hover': { position },
  'textDocument/inlayHint': { range },
  'textDocument/linkedEditingRange': { position },
  'textDocument/onTypeFormatting': { position, ch: '\n', options },
  'textDocument/prepareRename': { position },
  'textDocument/rangeFormatting': { range, options },
  'textDocument/references': { position, context: { includeDeclaration: true } },
  'textDocument/rename': { position, newName: '甲乙' },
  'textDocument/selectionRange': { positions: [position] },
  'textDocument/semanticTokens/full': {},
  'textDocument/semanticTokens/full/delta': { previousResultId: '1' },
  'textDocument/semanticTokens/range': { range },
}

/** Our own, which name the document by `uri`. */
export const OWN_REQUESTS: Readonly<Record<string, object>> = {
  'hongtou/check': {},
  'hongtou/checklist': {},
  'hongtou/cleanPaste': { text: '**粗**' },
  'hongtou/compare': { before: '甲', after: '乙' },
  'hongtou/elements': {},
  'hongtou/fillTemplate': { folder: 'file:///office', template: '# 【事由】', format: '信函', issuer: '某市' },
  'hongtou/findings': {},
  'hongtou/length': {},
  'hongtou/newChoices': { folder: 'file:///office' },
  'hongtou/paste': { range, text: '某市文件\n某政发〔2026〕1号' },
  'hongtou/placeOf': { position },
  'hongtou/preview': { known: ['1'] },
  'hongtou/process': { actor: { name: '王某', organ: '某市' } },
  'hongtou/processAct': { actor: { name: '王某', organ: '某市' }, action: '拟稿', opinion: '' },
  'hongtou/processCheck': { trusted: [] },
  'hongtou/processMake': { kind: 'sheet', trusted: [] },
  'hongtou/register': {},
  'hongtou/registerCsv': {},
  'hongtou/render': { target: 'file:///office/notice.pdf', wishes: {} },
  'hongtou/renderAndSign': { target: 'file:///office/notice.pdf', p12: 'file:///office/a.p12', password: '' },
  'hongtou/revision': { pdf: 'file:///office/notice.pdf', field: '签名1', target: 'file:///office/then.pdf' },
  'hongtou/setElement': { key: '密级', values: ['机密★5年'] },
  'hongtou/sourceAt': { section: 0, offset: 3 },
  'hongtou/titles': {},
  'hongtou/verify': { pdf: 'file:///office/notice.pdf', trusted: [] },
}
