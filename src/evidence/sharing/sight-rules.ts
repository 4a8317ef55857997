import type { Sight } from './gained-sight.js';
import type { SeatedPerson, StandingShare } from './sharing.repository.js';

export const SIGHT_RULES = ['AUTHOR', 'OWNER_TEAM', 'SHARE', 'RECORD_KEEPERS'] as const;
export type SightRule = (typeof SIGHT_RULES)[number];

/** What the asker himself may know of an item and of who is on the inspection: every sentence is made of this alone. */
export interface SightFacts {
  readonly now: Date;
  readonly userId: string;
  readonly owner: string;
  readonly state: 'DRAFT' | 'SUBMITTED' | 'WITHDRAWN';
  /** Known to whoever sees the item whole. */
  readonly authorId: string | null;
  readonly closedAt: Date | null;
  /** End of the 28 days after closing. */
  readonly readableUntil: Date | null;
  /** The asker keeps the records of the owner, or sits on its team. */
  readonly keepsRecords: boolean;
  readonly onOwnersTeam: boolean;
  readonly team: readonly SeatedPerson[];
  readonly shares: readonly StandingShare[];
}

/** Something that opens the item, to the people of these seats, now or from a time to come. */
export interface Opening {
  readonly rule: SightRule;
  readonly sight: Exclude<Sight, 'NONE'>;
  readonly seats: readonly SeatedPerson[];
  /** Null where it holds now. */
  readonly from: Date | null;
  /** Null for the inspection's end. */
  readonly until: Date | null;
  readonly share: StandingShare | null;
}

type Rule = (facts: SightFacts) => readonly Opening[];

/** Everything that can open an item. Whatever else comes to open one is added here, and is told from then on. */
const RULES: readonly Rule[] = [byAuthor, byOwnersTeam, byShares, byRecordKeepers];

/** What opens the item as far as the asker may know: not to those from whom a conflict of interest hides it (R10). */
export const openingsOf = (facts: SightFacts): Opening[] => RULES.flatMap((rule) => rule(facts));

/** Of these the ones that open it to the asker now. */
export const openToAsker = (facts: SightFacts): Opening[] =>
  openingsOf(facts)
    .filter((opening) => opening.from === null)
    .map((opening) => ({ ...opening, seats: opening.seats.filter(({ userId }) => userId === facts.userId) }))
    .filter(({ rule, seats }) => (rule === 'RECORD_KEEPERS' ? facts.keepsRecords : seats.length > 0));

function byAuthor(facts: SightFacts): Opening[] {
  const seats = seatsInForce(facts).filter(({ userId }) => userId === facts.authorId);
  if (facts.state === 'WITHDRAWN' || seats.length === 0) return [];
  return [{ rule: 'AUTHOR', sight: 'WHOLE', seats, from: null, until: facts.readableUntil, share: null }];
}

function byOwnersTeam(facts: SightFacts): Opening[] {
  const seats = seatsInForce(facts).filter(({ inspectorate }) => inspectorate === facts.owner);
  if (facts.state === 'DRAFT' || seats.length === 0) return [];
  const sight = facts.state === 'WITHDRAWN' ? 'SUMMARY' : 'WHOLE';
  return [{ rule: 'OWNER_TEAM', sight, seats, from: null, until: facts.readableUntil, share: null }];
}

function byShares(facts: SightFacts): Opening[] {
  if (facts.state === 'WITHDRAWN' && !facts.onOwnersTeam && !facts.keepsRecords) return byShareUnseen(facts);
  return facts.shares.flatMap((share): Opening[] => {
    const at = facts.closedAt ?? facts.now;
    const isOver = share.endsAt !== null && share.endsAt <= at;
    const isAhead = at < share.startsAt;
    // Closing freezes those in force: none begins or ends after it (R14).
    if (isOver || (isAhead && facts.closedAt !== null) || afterTheDays(facts)) return [];
    const sight = facts.state === 'WITHDRAWN' ? 'EXISTS' : share.form;
    const seats = seatsInForce(facts).filter((seat) =>
      share.assignmentId === null ? seat.inspectorate === share.recipient : seat.id === share.assignmentId,
    );
    const until = facts.closedAt === null ? share.endsAt : facts.readableUntil;
    return [{ rule: 'SHARE', sight, seats, from: isAhead ? share.startsAt : null, until, share }];
  });
}

/** A recipient of an item that was withdrawn sees that it exists, and the share itself no more. */
function byShareUnseen(facts: SightFacts): Opening[] {
  const seats = seatsInForce(facts).filter(({ userId }) => userId === facts.userId);
  return [{ rule: 'SHARE', sight: 'EXISTS', seats, from: null, until: facts.readableUntil, share: null }];
}

function byRecordKeepers(facts: SightFacts): Opening[] {
  if (facts.closedAt === null || facts.state === 'DRAFT') return [];
  const sight = facts.state === 'WITHDRAWN' ? 'SUMMARY' : 'WHOLE';
  return [{ rule: 'RECORD_KEEPERS', sight, seats: [], from: null, until: null, share: null }];
}

/** Seats that count now: closing freezes them for 28 days (R14). */
function seatsInForce(facts: SightFacts): SeatedPerson[] {
  if (afterTheDays(facts)) return [];
  const at = facts.closedAt ?? facts.now;
  return facts.team.filter(({ startsAt, endsAt }) => startsAt <= at && (endsAt === null || at < endsAt));
}

const afterTheDays = ({ readableUntil, now }: SightFacts): boolean => readableUntil !== null && readableUntil <= now;
