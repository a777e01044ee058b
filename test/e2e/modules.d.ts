/** The finder is plain JavaScript, so that the test command can use it before anything is installed. */
declare module '*/find-chromium.mjs' {
  export function findChromium(env?: NodeJS.ProcessEnv): Promise<{ path: string; source: string; args: string[] } | undefined>
  export function canInstallByApt(): boolean
}
