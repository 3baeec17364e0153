/** Text that Markdown must show as it is. */
export function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, (mark) => `\\${mark}`)
}
