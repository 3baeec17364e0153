/** Put in by the build from package.json, of which the bundles need nothing else. */
declare const HONGTOU_VERSION: string

/** The version of this program. */
export const version: string = HONGTOU_VERSION
