declare module 'wawoff2' {
  export function compress(font: Uint8Array): Promise<Uint8Array>
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>
}

declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'truetype'
      readonly keepFeatures: readonly string[]
      readonly noHinting: boolean
      readonly dropTables: readonly string[]
      readonly preserveNameIds: readonly number[]
    },
  ): Promise<Uint8Array>
}
