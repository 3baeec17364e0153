import { Failure } from '../text/failure.ts'
import { fingerprint } from '../text/fingerprint.ts'
import { message } from '../text/message.ts'
import type { Layout, Page } from '../typeset/pages.ts'
import { createComposer } from './composer.ts'
import { picturesOf } from './images.ts'
import { pdfInfo } from './pdfInfo.ts'
import type { PressPorts } from './ports.ts'
import type { Press } from './press.ts'
import { signingJobs } from './signingJobs.ts'

/** Equal key, equal picture: the page's own key knows nothing of the seals, which are no content of it. */
function pictureKey({ key }: Page, seals: Layout['seals']): string {
  if (seals.length === 0) return key
  return `${key}-${fingerprint(JSON.stringify(seals.map(({ issuer, kind, rect, lettering }) => [issuer, kind, rect, lettering])))}`
}

/** The heavy jobs, done where they are called. */
export function createPress(ports: PressPorts): Press {
  const composer = createComposer(ports)
  const { current, settingOf } = composer
  return {
    ...signingJobs(ports, () => composer.facesFor({})),
    update: composer.update,

    async layout(uri, version, signal) {
      if (current(uri).version !== version) throw stale()
      const { layout } = await settingOf(uri, signal)
      if (current(uri).version !== version) throw stale()
      return layout.facts
    },

    async svg(uri, known, signal) {
      const [{ layout, faces, images }, { paintSvg }] = await Promise.all([
        settingOf(uri, signal),
        import('../render/svg.ts'),
      ])
      const pictures = picturesOf(images)
      return layout.pages.map((page, index) => {
        const seals = layout.seals.filter((seal) => seal.page === index)
        const key = pictureKey(page, seals)
        const answer = { page: index, key }
        return known.includes(key) ? answer : { ...answer, svg: paintSvg(page, faces, pictures, seals) }
      })
    },

    async pdf(uri, options, signal) {
      const [{ document, refusal, layout, faces, of, images }, { paintPdf }] = await Promise.all([
        options.separate === undefined ? settingOf(uri, signal) : composer.separate(uri, options.separate),
        import('../render/pdf.ts'),
      ])
      signal.throwIfAborted()
      if (refusal) throw refusal
      const info = pdfInfo(document, of.text, options)
      return paintPdf(layout, faces, { ...info, images: picturesOf(images) })
    },

    async close() {
      composer.clear()
    },
  }
}

function stale(): Failure {
  return new Failure('stale', message('公文在排版时又有改动，这次的结果没有采用。'))
}
