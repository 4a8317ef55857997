/** The database cannot be used as things stand. The message says what to do; it is meant for a terminal. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';
}
