import type { Sight } from './gained-sight.js';
import type { Opening, SightFacts } from './sight-rules.js';

/** Names that sentences need: of inspectorates by their codes, of provisions by the codes of gateways. */
export interface Names {
  readonly inspectorate: (code: string) => string;
  readonly provision: (gateway: string) => string;
}

export const CAVEAT =
  'A conflict of interest may hide it from some of them. From whom, if anybody, is told here to nobody.';

const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });

/** For the owner: who sees it by this rule. */
export function whoSees(opening: Opening, { owner, state }: SightFacts, names: Names): string {
  const people = namesOf(opening.seats);
  const [sight, own] = [seen(opening.sight, state), names.inspectorate(owner)];
  switch (opening.rule) {
    case 'AUTHOR':
      return `${people} wrote it, and sees ${sight} while on the team.`;
    case 'OWNER_TEAM':
      return `The team of ${own} sees ${sight}, because ${own} owns it: ${people}.`;
    case 'SHARE':
      return `${sharedWith(opening, names)} sees ${sight}${byShare(opening, names)}.`;
    case 'RECORD_KEEPERS':
      return `The record keepers of ${own} see ${sight}, because the inspection is closed.`;
  }
}

/** For whoever asks of himself: why he sees it by this rule, and until when. */
export function whyYouSee(opening: Opening, { owner, state }: SightFacts, names: Names): string {
  const [sight, own] = [seen(opening.sight, state), names.inspectorate(owner)];
  switch (opening.rule) {
    case 'AUTHOR':
      return `You see ${sight}, because you wrote it, while you are on the team${untilWords(opening)}.`;
    case 'OWNER_TEAM':
      return `You see ${sight}, because you are on the team of ${own}, which owns it${untilWords(opening)}.`;
    case 'SHARE':
      return `You see ${sight}${byShare(opening, names)}.`;
    case 'RECORD_KEEPERS':
      return `You see ${sight}, because you keep the records of ${own} and the inspection is closed.`;
  }
}

function seen(sight: Sight, state: SightFacts['state']): string {
  if (sight === 'WHOLE') return 'it whole';
  if (sight === 'EXISTS') return 'that it exists, and no more since it was withdrawn';
  return state === 'WITHDRAWN' ? 'its title and why it was withdrawn' : 'it in summary';
}

function sharedWith({ share, seats }: Opening, names: Names): string {
  const inspectorate = names.inspectorate(share?.recipient ?? '');
  const people = seats.length === 0 ? 'nobody at present' : namesOf(seats);
  return share?.assignmentId == null
    ? `The team of ${inspectorate} (${people})`
    : `${seats.length === 0 ? 'A person whose assignment is not in force' : people} (${inspectorate})`;
}

const byShare = (opening: Opening, names: Names): string =>
  opening.share === null
    ? ', because it was shared with you'
    : `, by a share under ${names.provision(opening.share.gateway)} for this purpose: “${opening.share.purpose}”${untilWords(opening)}`;

function untilWords({ from, until, share }: Opening): string {
  const begins = from === null ? '' : `, from ${london.format(from)}`;
  const person = share?.assignmentId == null ? '' : ', while the assignment lasts';
  return `${begins}${until === null ? '' : `, until ${london.format(until)}`}${person}`;
}

function namesOf(seats: Opening['seats']): string {
  const names = [...new Map(seats.map(({ userId, name }) => [userId, name])).values()];
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
