declare module '*?inline-script' {
  /** The file as one minified script; empty in the browser's build. */
  export const code: string
}
