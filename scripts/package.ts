/** Makes the .vsix: what npm would pack, with the bundled faces packed as WOFF2, which is a third smaller, and its pictures in fewer colours. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce'
import { compress } from 'wawoff2'
import { smallerPicture } from './bundle/smallerPicture.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const stage = join(root, 'out/vsix')
const PICTURE = /^docs\/images\/.+\.png$/
const FACE = /^dist\/fonts\/(.+)\.ttf$/

/** Packing takes a minute: faces that did not change are packed once. */
async function packedFace(name: string, key: string): Promise<string> {
  const cached = join(root, 'node_modules/.cache/hongtou-packed-fonts', `${name}-${key}.woff2`)
  if (existsSync(cached)) return cached
  mkdirSync(dirname(cached), { recursive: true })
  writeFileSync(`${cached}.part`, await compress(readFileSync(join(root, `dist/fonts/${name}.ttf`))))
  renameSync(`${cached}.part`, cached)
  return cached
}

const keys: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(root, 'dist/fonts/faces.json'), 'utf8'))
rmSync(stage, { recursive: true, force: true })
for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
  const [, face] = FACE.exec(file) ?? []
  const target = join(stage, face === undefined ? file : `dist/fonts/${face}.woff2`)
  mkdirSync(dirname(target), { recursive: true })
  if (PICTURE.test(file)) writeFileSync(target, smallerPicture(readFileSync(join(root, file))))
  else cpSync(face === undefined ? join(root, file) : await packedFace(face, keys[face] ?? ''), target)
}
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const packagePath = join(root, `${name}-${version}.vsix`)
await createVSIX({
  cwd: stage,
  packagePath,
  dependencies: false,
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
})
console.log(basename(packagePath))
