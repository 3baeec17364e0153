// What editors send as options and settings, read with care: anything that is not as agreed is left out.
import type { Severity } from '../text/finding.ts'
import type { Settings } from '../workspace/profiles.ts'
import type { HongtouSettings, InitializationOptions } from './protocol.ts'

const SEVERITIES: readonly unknown[] = ['error', 'warning', 'info', 'hint', 'off'] satisfies (Severity | 'off')[]

export function readOptions(sent: unknown): InitializationOptions {
  const { trusted, rulePage, lenses, checkFolder, settings } = record(sent)
  return {
    ...(typeof trusted === 'boolean' ? { trusted } : {}),
    ...(typeof rulePage === 'string' ? { rulePage } : {}),
    lenses: pick(lenses, (value): value is string => typeof value === 'string'),
    checkFolder: checkFolder === true,
    settings: readSettings(settings),
  }
}

/** @param sent the value of `hongtou`, or an object that has it */
export function readSettings(sent: unknown): HongtouSettings {
  const outer = record(sent)
  const { rules, fonts } = 'hongtou' in outer ? record(outer.hongtou) : outer
  return {
    rules: pick(rules, (value): value is Severity | 'off' => SEVERITIES.includes(value)),
    fonts: pick(fonts, isTexts),
  }
}

export function toWorkspaceSettings({ rules, fonts }: HongtouSettings, trusted: boolean): Settings {
  return { rules: rules ?? {}, fonts: (fonts ?? {}) as Settings['fonts'], trusted }
}

function pick<T>(value: unknown, fits: (each: unknown) => each is T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record(value)).filter((entry): entry is [string, T] => fits(entry[1])))
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
