import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it started have used so far, and hold now. */
export interface Usage {
  /** Seconds of user and system time, of children that have ended too. */
  readonly cpu: number;
  /** Bytes in memory of the largest of its processes. */
  readonly memory: number;
}

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly ownTicks: number;
  /** Of children that ended. */
  readonly childTicks: number;
  readonly pages: number;
}

/** Linux counts in hundredths of a second for programs, and pages of 4 kB. */
const TICKS_A_SECOND = 100;
const PAGE_BYTES = 4_096;

/** Null where the system does not tell (there is no /proc but on Linux). */
export function usageOf(root: number): Usage | null {
  const all = processes();
  const first = all.find(({ id }) => id === root);
  if (first === undefined) return null;
  const family = new Map([[first.id, first]]);
  // Parents have been started before their children, yet ids may have begun anew: so until nobody joins.
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const each of all) if (family.has(each.parent)) family.set(each.id, each);
  }
  const members = [...family.values()];
  const ticks = members.reduce((sum, { ownTicks }) => sum + ownTicks, first.childTicks);
  return { cpu: ticks / TICKS_A_SECOND, memory: Math.max(...members.map(({ pages }) => pages)) * PAGE_BYTES };
}

function processes(): Process[] {
  return entries('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)));
}

/** Fields of proc(5), counted from behind the name in brackets, which may hold anything. */
function statOf(id: number): Process[] {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (place: number): number => fields[place] ?? 0;
    return [{ id, parent: at(1), ownTicks: at(11) + at(12), childTicks: at(13) + at(14), pages: at(21) }];
  } catch {
    // It has ended in between.
    return [];
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
