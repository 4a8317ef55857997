const INSTANT = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Any other year is a slip of the pen, and some the database does not know. */
const YEARS = { first: 1900, last: 2199 } as const;

/** A day as year-month-day that is in the calendar: 30 February is not, though JavaScript takes it for the first of March. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  const year = date.getUTCFullYear();
  return year >= YEARS.first && year <= YEARS.last && date.toISOString().startsWith(text);
}

/** A time with its zone (ISO 8601), of a day that is in the calendar. */
export function isInstant(text: string): boolean {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && isDay(day) && !Number.isNaN(new Date(text).getTime());
}
