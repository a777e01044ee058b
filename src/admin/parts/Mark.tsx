/** The shop's own sign in the place of Payload's. */
export function Mark() {
  // biome-ignore lint/performance/noImgElement: a drawing needs no sizes
  return <img src="/logo.svg" alt="种草" width={24} height={24} />
}
