import type { Argument, Message } from './finding.ts'

/** `message('缺少{0}。', name)`: a sentence whose changing parts are arguments, so that it can be translated. */
export function message(template: string, ...args: readonly Argument[]): Message {
  return { template, args }
}

/** The sentence in Chinese, or in the language of `bundle` (Chinese template → translated template). */
export function formatMessage({ template, args }: Message, bundle?: Readonly<Record<string, string>>): string {
  const pattern = bundle?.[template] ?? template
  return pattern.replace(/\{(\d+)\}/g, (whole, index: string) => {
    const arg = args[Number(index)] ?? whole
    return typeof arg === 'object' ? formatMessage(arg, bundle) : String(arg)
  })
}
