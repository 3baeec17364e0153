import type { CompareRequest } from '../../../server/src/lsp/protocol.ts'
import { escapeHtml } from '../webviewPage.ts'

type Lines = CompareRequest['result']

const TAGS = { kept: '', struck: 'del', written: 'ins' } as const

/** 花脸 as HTML: what was struck out stays readable, what was written in stands behind it. */
export function compareBody(lines: Lines, title: string, t: (template: string) => string): string {
  const changed = lines.some((line) => line.some(({ kind }) => kind !== 'kept'))
  const key = `<p class="key"><del>${t('删去的')}</del> <ins>${t('增加的')}</ins></p>`
  const paragraphs = lines.map((line) => `<p>${line.map(piece).join('')}</p>`)
  return `<main>
<h1>${escapeHtml(title)}</h1>
${changed ? key : `<p role="status">${t('两稿没有不同。')}</p>`}
${paragraphs.join('\n')}
</main>`
}

function piece({ kind, text }: Lines[number][number]): string {
  const tag = TAGS[kind]
  return tag === '' ? escapeHtml(text) : `<${tag}>${escapeHtml(text)}</${tag}>`
}
