import type { Press } from '../press/press.ts'
import type { Host, PressSetup } from './host.ts'

/**
 * Opens the press for some work and closes it afterwards, whatever happens.
 * @param setup without it: no faces named, images from the current folder
 */
export async function withPress<T>(
  host: Host,
  setup: Partial<PressSetup>,
  work: (press: Press) => Promise<T>,
): Promise<T> {
  const press = await host.openPress({ fonts: {}, within: host.toUri('.'), ...setup })
  try {
    return await work(press)
  } finally {
    await press.close()
  }
}
