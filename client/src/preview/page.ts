import type { Look, PageTexts } from './messages.ts'

/** Where the preview page's own files are, and the word that lets only them run. */
export interface PageParts {
  readonly script: string
  readonly style: string
  readonly nonce: string
  readonly language: string
  readonly look: Look
  /** Says a sentence in the user's language. */
  readonly t: (template: string) => string
}

/** The preview's page: nothing may run or style it but its own two files, and it can reach nothing outside. */
export function previewPage({ script, style, nonce, language, look, t }: PageParts): string {
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`
  const texts: PageTexts = { breaks: t('标题分行'), unsigned: t('未签章') }
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" nonce="${nonce}" href="${style}">
</head>
<body data-look="${attribute(look)}" data-texts="${attribute(texts)}">
<header role="toolbar" aria-label="${t('预览工具')}">
${button('smaller', '−', t('缩小（-）'))}
<output id="zoom" aria-live="polite"></output>
${button('larger', '＋', t('放大（+）'))}
${toggle('fit', t('适合宽度'), t('页面与窗口同宽（0）'))}
${toggle('true', '1:1', t('纸上的大小（1）'))}
${toggle('grid', t('网格'), t('版心和 22 行 × 28 字的网格（G）'))}
${toggle('marked', t('花脸'), t('在页面上标出校对意见；再按一次看定稿样（H）'))}
${toggle('night', t('夜间'), t('深色纸面（N）'))}
</header>
<p id="notice" role="status">${t('正在排版…')}</p>
<nav id="list" aria-label="${t('页面')}"></nav>
<main id="pages" tabindex="-1"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`
}

function button(id: string, label: string, title: string): string {
  return `<button id="${id}" class="tool" type="button" title="${title}" aria-label="${title}">${label}</button>`
}

function toggle(id: string, label: string, title: string): string {
  return `<button id="${id}" class="tool" type="button" title="${title}" aria-pressed="false">${label}</button>`
}

function attribute(value: unknown): string {
  return JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
