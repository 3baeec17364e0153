/** What a page of ours is made of. */
export interface PageParts {
  /** Addresses of its own style and script; a page that only shows something has no script. */
  readonly style: string
  readonly script?: string
  /** The word that lets only them run. */
  readonly nonce: string
  readonly language: string
  /** What stands on it from the first, as HTML of ours. */
  readonly body: string
  /** What the script finds as JSON in the body's `data-…`. */
  readonly data?: Readonly<Record<string, unknown>>
}

/** A page in which nothing may run or style it but its own files, and which can reach nothing outside. */
export function webviewPage({ script, style, nonce, language, body, data = {} }: PageParts): string {
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src ${script === undefined ? "'none'" : `'nonce-${nonce}'`}`
  const given = Object.entries(data).map(([name, value]) => ` data-${name}="${escapeHtml(JSON.stringify(value))}"`)
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" nonce="${nonce}" href="${style}">
</head>
<body${given.join('')}>
${body}
${script === undefined ? '' : `<script nonce="${nonce}" src="${script}"></script>\n`}</body>
</html>
`
}

/** Any text, between tags or in an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
