/** A closed list of codes as GraphQL takes an enum: each value is stored, sent and named alike. */
export const asEnum = (codes: readonly string[]): Record<string, string> =>
  Object.fromEntries(codes.map((code) => [code, code]));
