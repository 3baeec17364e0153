/** 清除网页和聊天格式: what Markdown, web pages and chats leave in a text that was copied from them. */

const LINES: readonly (readonly [pattern: RegExp, text: string])[] = [
  // What chats and pages put between texts.
  [/^[ \t]*(?:复制代码|复制|[-*_]{3,}|```.*|~~~.*)[ \t]*$/gm, ''],
  [/^[ \t]*>[ \t]?/gm, ''],
  [/^[ \t]*#{1,6}[ \t]+/gm, ''],
  [/^[ \t]*[-*+•●▪◦·][ \t]+/gm, ''],
]

const INLINE: readonly (readonly [pattern: RegExp, text: string])[] = [
  // Zero-width characters, soft hyphens and direction marks; blanks of web pages.
  [/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g, ''],
  [/[\u00a0\u2002-\u200a\u202f\u205f]/g, ' '],
  [/!\[([^\]\n]*)\]\([^()\s]*\)/g, '$1'],
  [/\[([^\]\n]+)\]\([^()\s]*\)/g, '$1'],
  [/\*\*([^*\n]+)\*\*|__([^_\n]+)__|`([^`\n]+)`/g, '$1$2$3'],
  [/(?<=[\p{Script=Han}，。；：])\[[0-9]{1,3}\]/gu, ''],
  [/\p{Emoji_Presentation}\ufe0f?/gu, ''],
  [/[ \t]+$/gm, ''],
  [/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, ''],
  [/\n{3,}/g, '\n\n'],
]

/** The words and nothing else; a text without such remains comes back as it is. */
export function cleanPaste(text: string): string {
  const even = text.replace(/\r\n?/g, '\n')
  return [...LINES, ...INLINE].reduce((sofar, [pattern, by]) => sofar.replace(pattern, by), even)
}
