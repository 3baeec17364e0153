/** Texts for the examples of rules. */

/** A document with these lines of front matter. */
export function withHead(keys: string, body = '# 某某市人民政府关于加强值班工作的通知\n'): string {
  return `---\n${keys}\n---\n\n${body}`
}
