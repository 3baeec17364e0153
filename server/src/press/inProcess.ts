import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { createComposer } from './composer.ts'
import { picturesOf } from './images.ts'
import type { createPainter } from './painter.ts'
import { pdfInfo } from './pdfInfo.ts'
import type { PressPorts } from './ports.ts'
import type { Press } from './press.ts'
import { signingJobs } from './signingJobs.ts'

/** The heavy jobs, done where they are called. */
export function createPress(ports: PressPorts): Press {
  const composer = createComposer(ports)
  const { current, settingOf } = composer
  let painting: Promise<ReturnType<typeof createPainter>> | undefined
  const painter = () => {
    painting ??= import('./painter.ts').then((loaded) => loaded.createPainter())
    return painting
  }
  return {
    ...signingJobs(ports, () => composer.facesFor({})),
    update: composer.update,

    async layout(uri, version, signal) {
      if (current(uri).version !== version) throw stale()
      const { layout } = await settingOf(uri, signal)
      if (current(uri).version !== version) throw stale()
      return layout.facts
    },

    async paint(uri, wanted, signal) {
      const [{ layout, faces, images }, paint] = await Promise.all([settingOf(uri, signal), painter()])
      return paint(uri, { layout, faces, pictures: picturesOf(images) }, wanted)
    },

    async pageOf(uri, place, signal) {
      const [{ layout }, { pageWith }] = await Promise.all([settingOf(uri, signal), import('./painter.ts')])
      return pageWith(layout, place)
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
