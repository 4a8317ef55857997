import type { Standing } from '../../access/standing.js';
import type { Inspectorate, Problem } from '../../inspectorates/inspectorate.js';

export type Form = 'WHOLE' | 'SUMMARY';

/** An item to share, as its writer sees it. `at` is where the input names it: `items.3`, or '' where the input is of one item. */
export interface ItemToShare {
  readonly at: string;
  readonly id: string;
  readonly inspectionId: string;
  readonly owner: string;
  readonly state: string;
  /** Of strength "data", which analysts write too. */
  readonly data: boolean;
  readonly form: Form;
  readonly title: string | null;
  readonly summary: string | null;
}

/** A recipient as it was asked for; where the input names its parts. */
export interface WantedRecipient {
  readonly at: { readonly whole: string; readonly inspectorate: string; readonly assignment: string };
  readonly inspectorate: string | null;
  readonly assignmentId: string | null;
  readonly wholeTeam: boolean;
}

/** The team of an inspectorate, or one seat on it. */
export interface Recipient {
  readonly inspectorate: string;
  readonly assignmentId: string | null;
}

export interface ShareTerms {
  readonly gateway: string;
  readonly purpose: string;
  readonly startsAt: Date;
  /** Null for the inspection's end. */
  readonly endsAt: Date | null;
}

/** What the owner's `release()` lets a recipient have of an item. */
export interface Cap {
  readonly evidenceId: string;
  readonly recipient: string;
  readonly form: 'WHOLE' | 'SUMMARY' | 'NOTHING';
  readonly gateway: string;
  readonly why: string;
}

/** An assignment on a team, unless it was ended. */
export interface TeamSeat {
  readonly id: string;
  readonly inspectorate: string;
  readonly endsAt: Date | null;
}

export interface PlannedShare {
  readonly item: ItemToShare;
  readonly to: Recipient;
  readonly cap: Cap | null;
  /** Why it cannot be: its form is wider than the owner releases. */
  readonly refusal: Problem | null;
}

/** Each item with each recipient. Nothing is stored while there are problems; those of single shares are among them. */
export interface SharePlan {
  readonly shares: readonly PlannedShare[];
  readonly terms: ShareTerms;
  readonly problems: readonly Problem[];
}

export const under = (at: string, field: string): string => (at === '' ? field : `${at}.${field}`);

export function resolveRecipients(
  wanted: readonly WantedRecipient[],
  owner: string,
  standing: Standing,
  seats: ReadonlyMap<string, TeamSeat>,
  startsAt: Date,
): { recipients: Recipient[]; problems: Problem[] } {
  const others = standing.inspectorates.filter((code) => code !== owner);
  const recipients = new Map<string, Recipient>();
  const problems: Problem[] = [];
  const problem = (at: string, code: string, message: string): void => void problems.push({ at, code, message });
  const add = (at: string, inspectorate: string, assignmentId: string | null): void => {
    const key = assignmentId ?? inspectorate;
    if (recipients.has(key)) problem(at, 'REPEATED', 'Name each recipient only once: this one is named before.');
    else recipients.set(key, { inspectorate, assignmentId });
  };
  for (const { at, inspectorate, assignmentId, wholeTeam } of wanted) {
    if (wholeTeam && others.length === 0)
      problem(at.whole, 'TAKES_NO_PART', 'No other inspectorate takes part in this inspection yet.');
    if (wholeTeam) others.forEach((code) => add(at.whole, code, null));
    const takesPart = inspectorate === null || others.includes(inspectorate);
    if (!takesPart)
      problem(at.inspectorate, 'TAKES_NO_PART', 'Choose another inspectorate that takes part in this inspection.');
    if (assignmentId === null) {
      if (inspectorate !== null && takesPart) add(at.inspectorate, inspectorate, null);
      continue;
    }
    const seat = seats.get(assignmentId);
    const sits = seat !== undefined && (seat.endsAt === null || startsAt < seat.endsAt);
    if (!sits || !others.includes(seat.inspectorate) || (inspectorate ?? seat.inspectorate) !== seat.inspectorate)
      problem(at.assignment, 'UNKNOWN_ID', "Give the id of an assignment on the recipient's team.");
    else add(at.assignment, seat.inspectorate, assignmentId);
  }
  return { recipients: [...recipients.values()], problems };
}

export function termsProblems(owner: Inspectorate, terms: ShareTerms, now: Date): Problem[] {
  const problems: Problem[] = [];
  const problem = (at: string, code: string, message: string): void => void problems.push({ at, code, message });
  const gateway = owner.gateways.find(({ code }) => code === terms.gateway);
  if (gateway === undefined || !gateway.permits.includes('SHARE'))
    problem('gateway', 'NOT_A_GATEWAY', 'Give the code of one of your gateways that permits sharing.');
  if (terms.startsAt < now)
    problem(
      'startsAt',
      'IN_PAST',
      'Leave the start out to begin now: a share gives nothing of the time before it was made.',
    );
  if (terms.endsAt !== null && terms.endsAt <= terms.startsAt)
    problem('endsAt', 'DATES_REVERSED', 'The end is not after the start: exchange them or mend one.');
  return problems;
}

/** A summary has a title and a text of its own, the whole item has none beside it. */
export function textProblems({ at, form, title, summary }: ItemToShare): Problem[] {
  if (form === 'SUMMARY' && (title === null || summary === null))
    return [
      {
        at: under(at, title === null ? 'title' : 'summary'),
        code: 'MISSING',
        message: 'Write a title and a summary of your own for what you share in summary.',
      },
    ];
  if (form === 'WHOLE' && (title !== null || summary !== null))
    return [
      {
        at: under(at, title !== null ? 'title' : 'summary'),
        code: 'NOT_NEEDED',
        message: 'Leave title and summary out: the whole item is shared as it is.',
      },
    ];
  return [];
}

/** The same rule tells a person here and holds in the database against any other writer (R4). */
export function capProblem(item: ItemToShare, recipientName: string, cap: Cap | null): Problem | null {
  if (cap !== null && (cap.form === 'WHOLE' || cap.form === item.form)) return null;
  const most = cap?.form === 'SUMMARY' ? 'as a summary at most' : 'in no form';
  return {
    at: under(item.at, 'form'),
    code: 'ABOVE_RELEASE',
    message: `${recipientName} may have it ${most}: ${cap?.why ?? 'no rule releases it'}`,
  };
}
