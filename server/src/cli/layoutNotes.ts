import type { Terminal } from './host.ts'

/** What of the layout's results this room speaks of; the press hands them over as plain data. */
interface Facts {
  readonly pages: number
  readonly faces: readonly { readonly role: string; readonly family: string; readonly substitute: boolean }[]
}

/** Says which faces stand in for those that the standard names. */
export function noteSubstitutes(terminal: Terminal, { faces }: Facts): void {
  const substitutes = faces.filter(({ substitute }) => substitute).map(({ role, family }) => `${role}用“${family}”`)
  if (substitutes.length === 0) return
  terminal.err(
    `字体：${[...new Set(substitutes)].join('，')}代替。装有方正、中易字体的电脑会自动使用它们；也可用 --font 指定。\n`,
  )
}
