/** Bytes as a stream. */
export async function* bytes(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}
