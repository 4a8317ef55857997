const DAY_MS = 86_400_000;

/** A moment so many days and minutes after another. */
export function after(moment: string, days: number, minutes = 0): string {
  return new Date(Date.parse(moment) + days * DAY_MS + minutes * 60_000).toISOString();
}

export const dayOf = (moment: string): string => moment.slice(0, 10);
