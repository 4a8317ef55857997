const LONE_SURROGATE = /\p{Surrogate}/u;

/** Why a text cannot be stored, or null. It is refused before the driver, which would garble it or fail. */
export function storageFault(text: string): string | null {
  if (text.includes('\0')) return 'Take the NUL character out: it cannot be stored.';
  if (LONE_SURROGATE.test(text)) return 'This text holds half a character: copy it again from its source.';
  return null;
}
