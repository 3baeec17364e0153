/** The tools above the previewed pages, and the places for the list of pages and the pages themselves. */
export function previewBody(t: (template: string) => string): string {
  return `<header role="toolbar" aria-label="${t('预览工具')}">
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
<main id="pages" tabindex="-1"></main>`
}

function button(id: string, label: string, title: string): string {
  return `<button id="${id}" class="tool" type="button" title="${title}" aria-label="${title}">${label}</button>`
}

function toggle(id: string, label: string, title: string): string {
  return `<button id="${id}" class="tool" type="button" title="${title}" aria-pressed="false">${label}</button>`
}
