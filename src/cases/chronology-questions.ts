import { daysBetween, localDate } from '../frameworks/calendar/local-date.js';

/** An entry as far as the questions need it. */
export interface DatedEntry {
  readonly entryId: string;
  /** `YYYY-MM-DD`. */
  readonly happenedOn: string;
  readonly words: string;
  /** The inspectorate whose evidence says so. */
  readonly owner: string;
  readonly agencyId: string | null;
  readonly agency: string | null;
}

export interface Gap {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly before: readonly DatedEntry[];
  readonly after: readonly DatedEntry[];
}

export interface SameDay {
  readonly on: string;
  readonly entries: readonly DatedEntry[];
}

/** Stretches between one day with entries and the next that are longer than so many days. */
export function gapsLongerThan(days: number, entries: readonly DatedEntry[]): Gap[] {
  const byDay = [...entriesByDay(entries)];
  return byDay.slice(1).flatMap(([to, after], index) => {
    const [from, before] = byDay[index] ?? [to, after];
    const length = daysBetween(localDate(from), localDate(to));
    return length > days ? [{ from, to, days: length, before, after }] : [];
  });
}

/**
 * Days on which at least two agencies knew or acted: their entries are to be laid side by side. An entry that names
 * no agency is nobody's account and is not compared.
 */
export function sameDayAccounts(entries: readonly DatedEntry[]): SameDay[] {
  const accounts = entries.filter(({ agencyId }) => agencyId !== null);
  return [...entriesByDay(accounts)]
    .filter(([, those]) => new Set(those.map(({ agencyId }) => agencyId)).size > 1)
    .map(([on, those]) => ({ on, entries: those }));
}

function entriesByDay(entries: readonly DatedEntry[]): Map<string, DatedEntry[]> {
  const byDay = new Map<string, DatedEntry[]>();
  for (const entry of [...entries].sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1)))
    byDay.set(entry.happenedOn, [...(byDay.get(entry.happenedOn) ?? []), entry]);
  return byDay;
}
