/** Where the preview page's own files are, and the word that lets only them run. */
export interface PageParts {
  readonly script: string
  readonly style: string
  readonly nonce: string
  readonly language: string
  readonly waiting: string
}

/** The preview's page: nothing may run or style it but its own two files, and it can reach nothing outside. */
export function previewPage({ script, style, nonce, language, waiting }: PageParts): string {
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" nonce="${nonce}" href="${style}">
</head>
<body>
<p id="notice" role="status">${waiting}</p>
<main id="pages" tabindex="0"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`
}
