/** The program of a worker thread in TypeScript: threads do not inherit the loader that compiles the tests. */
export function threadProgram(code: string): URL {
  const loader = import.meta.resolve('tsx/esm/api')
  return new URL(
    `data:text/javascript,${encodeURIComponent(`import { register } from '${loader}'\nregister()\n${code}`)}`,
  )
}

/** A thread that runs a file of the project. */
export function threadEntry(file: string): URL {
  return threadProgram(`await import('${new URL(`../../${file}`, import.meta.url).href}')`)
}
