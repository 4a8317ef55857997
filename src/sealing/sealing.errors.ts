/** Something sealed cannot be opened. Its message names a place and keys by their id, never what is sealed. */
export class SealingError extends Error {
  override readonly name = 'SealingError';
}
