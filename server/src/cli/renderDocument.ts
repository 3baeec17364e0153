import { printed } from '../features/printed.ts'
import type { Press } from '../press/press.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { folderOf } from '../text/uri.ts'
import { aboutFiles } from './aboutFiles.ts'
import type { Host } from './host.ts'
import { noteAdjustments, noteFaces } from './layoutNotes.ts'
import type { PrintOptions } from './printOptions.ts'
import { withProgress } from './progress.ts'
import type { Source } from './readDocument.ts'
import { withPress } from './withPress.ts'

const ABOUT_SOURCE = /^secret-source$/

const ROLES = ['小标宋', '仿宋', '楷体', '黑体', '宋体', '西文']

/** Fonts by role from `--font` options, each role's in the order given. */
export function parseFonts(given: readonly string[] = []): Readonly<Record<string, readonly string[]>> {
  const fonts: Record<string, readonly string[]> = {}
  for (const each of given) {
    const [role = '', name = ''] = each.split(/[=＝](.*)/s)
    if (!ROLES.includes(role) || name === '') {
      throw new Failure(
        'usage',
        message('--font 的值“{0}”不对，要写成 角色=字体文件，角色是 {1} 之一。', each, ROLES.join('、')),
      )
    }
    fonts[role] = [...(fonts[role] ?? []), name]
  }
  return fonts
}

/** Seconds since 1970 for the dates in the file; reproducible builds set SOURCE_DATE_EPOCH. */
function epochOf(host: Host): number {
  const fixed = host.environment.SOURCE_DATE_EPOCH
  if (fixed !== undefined && /^\d+$/.test(fixed)) return Number(fixed)
  return Math.floor(host.clock.now().getTime() / 1000)
}

/** A rendered document and what its layout says. */
export interface Rendered {
  readonly pdf: Uint8Array
  readonly facts: Awaited<ReturnType<Press['layout']>>
  /** Attachments that are not bound in. */
  readonly separate: readonly { readonly ordinal: number | null; readonly pdf: Uint8Array }[]
}

/**
 * The PDF of a document; images are read from its folder only.
 * @param text what is printed, when it is not the source as it stands: a copy with its 份号
 */
export async function renderDocument(
  host: Host,
  source: Source,
  settings: PrintOptions,
  text = source.source.text,
): Promise<Rendered> {
  const { uri } = source.input
  const { version, profile } = source.document
  const wishes = { duplex: settings.双面 === true, preprinted: settings.套打 === true }
  const setup = { fonts: parseFonts(settings.font), within: folderOf(uri) ?? host.toUri('.') }
  return withPress(host, setup, (press) =>
    withProgress(host.terminal, `正在排版 ${source.input.name}`, async () => {
      press.update(uri, version, text, printed(profile, wishes))
      const facts = await press.layout(uri, version, host.signal)
      const attachSource = settings.attachSource === true
      const how = { epoch: epochOf(host), attachSource }
      const pdf = await aboutFiles([[ABOUT_SOURCE, source.input.name]], () => press.pdf(uri, how, host.signal))
      const separate: Rendered['separate'][number][] = []
      for (const [index, ordinal] of (facts.separate ?? []).entries()) {
        const alone = { epoch: how.epoch, attachSource: false, separate: index }
        separate.push({ ordinal, pdf: await press.pdf(uri, alone, host.signal) })
      }
      noteFaces(host.terminal, facts)
      noteAdjustments(host.terminal, facts)
      return { pdf, facts, separate }
    }),
  )
}
