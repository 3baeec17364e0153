/** Whether two titles call one 公文: a citation may leave out the organ at the beginning of a title. */
export function sameTitle(one: string, other: string): boolean {
  const [short, long] = [one, other].map(bare).sort((a, b) => a.length - b.length) as [string, string]
  return (
    short === long || (short.startsWith('关于') && long.endsWith(short)) || (short.length >= 12 && long.endsWith(short))
  )
}

function bare(title: string): string {
  return title
    .replace(/[\s《》〈〉“”]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
}
