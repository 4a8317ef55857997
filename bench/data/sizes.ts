/** What one inspection holds, whatever the number of inspections: a page is then as long at every size. */
export const ITEMS_EACH = 2_000;
export const CASES_EACH = 50;
export const FINDINGS_EACH = 100;
export const CITATIONS_EACH = 5;
const USERS_EACH = 10;
/** Two inspections in five have come to a narrative. */
const NARRATIVES_OF_FIVE = 2;

export interface Sizes {
  readonly inspections: number;
  readonly users: number;
  readonly narratives: number;
}

export function sizesFor(items: number): Sizes {
  const inspections = items / ITEMS_EACH;
  return {
    inspections,
    users: inspections * USERS_EACH,
    narratives: Math.floor((inspections * NARRATIVES_OF_FIVE) / 5),
  };
}
