/** A text as it is written in a cell of a table: its marks are escaped, its line ends are breaks. */
export function tableCell(text: string): string {
  return text.replace(/[\\|*_<>^`[\]!:#]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, '<br>')
}
