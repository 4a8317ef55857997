import { notFound, ProblemsError } from './errors.js';

/**
 * Global object ids (GraphQL Global Object Identification): the type's prefix, a dot and a random UUID,
 * e.g. `Evidence.5b7c…`. Readable in logs, and made in the database by a plain concatenation.
 */
export const globalId = (type: string, id: string): string => `${type}.${id}`;

const FORM = /^([A-Z][A-Za-z]{1,40})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** Type and UUID, or null where the text is no global id. */
export function parseGlobalId(id: string): { type: string; uuid: string } | null {
  const match = FORM.exec(id);
  const [, type, uuid] = match ?? [];
  return type !== undefined && uuid !== undefined ? { type, uuid } : null;
}

/** The UUID of an object of a type. An id of another type or form is not found, like any id that is nobody's. */
export function localId(type: string, id: string): string {
  const parsed = parseGlobalId(id);
  if (parsed === null || parsed.type !== type) throw notFound();
  return parsed.uuid;
}

/** As `localId`, for an id inside an input, where the answer names the field. */
export function localIdAt(type: string, id: string, at: string): string {
  const parsed = parseGlobalId(id);
  if (parsed === null || parsed.type !== type)
    throw new ProblemsError([{ at, code: 'UNKNOWN_ID', message: `Give the id of ${aName(type)} that you can see.` }]);
  return parsed.uuid;
}

const aName = (type: string): string => {
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`;
};
