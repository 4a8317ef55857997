import {
  EVIDENCE_METHODS,
  EVIDENCE_STRENGTHS,
  PERSONAL_DATA_CLASSES,
  type EvidenceFacts,
} from '../../src/inspectorates/inspectorate.js';
import type { Dice } from './dice.js';
import { byCode, of } from './codes.js';
import { after, dayOf } from './moments.js';
import type { Planned, Seat } from './programme.js';
import type { Book } from './sheet.js';
import { shares, type Cap } from './shares.js';
import { ITEMS_EACH } from './sizes.js';
import { sentence, text, title } from './writing.js';

export interface Item {
  readonly id: string;
  readonly owner: string;
  readonly state: 'DRAFT' | 'SUBMITTED' | 'WITHDRAWN';
  readonly author: Seat;
  readonly createdAt: string;
  readonly title: string;
  readonly caseId: string | null;
}

const STATES = [
  ['SUBMITTED', 93],
  ['DRAFT', 5],
  ['WITHDRAWN', 2],
] as const;
const WRITERS = ['LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR'];
/** Minutes between the first item and the last. */
const FIELDWORK_MINUTES = 20 * 24 * 60;

export function evidence(book: Book, dice: Dice, planned: Planned, cases: readonly string[]): Item[] {
  return Array.from({ length: ITEMS_EACH }, () => {
    const owner = dice.pick(planned.taking);
    const writers = planned.seats.filter(
      ({ role, organisation }) => organisation.code === owner && WRITERS.includes(role),
    );
    const item: Item = {
      id: dice.uuid(),
      owner,
      state: dice.weighted(STATES),
      author: dice.pick(writers),
      createdAt: after(planned.fieldworkFrom, -5, dice.whole(0, FIELDWORK_MINUTES)),
      title: title(dice),
      caseId: dice.happens(0.6) ? dice.pick(cases) : null,
    };
    const facts = factsOf(dice, owner);
    parts(book, dice, planned, item, facts);
    shares(book, dice, planned, item, caps(book, planned, item, facts));
    return item;
  });
}

function factsOf(dice: Dice, owner: string): EvidenceFacts {
  return {
    kind: dice.pick(of(byCode, owner).evidenceKinds).code,
    method: dice.pick(EVIDENCE_METHODS),
    strength: dice.pick(EVIDENCE_STRENGTHS),
    marking: dice.happens(0.4) ? 'OFFICIAL_SENSITIVE' : 'OFFICIAL',
    personalData: dice.pick(PERSONAL_DATA_CLASSES),
  };
}

function parts(book: Book, dice: Dice, planned: Planned, item: Item, facts: EvidenceFacts): void {
  const key = [item.id, planned.id, item.owner] as const;
  const version = item.state !== 'DRAFT' && dice.happens(0.03) ? 2 : 1;
  const submittedAt = item.state === 'DRAFT' ? null : after(item.createdAt, 0, 90);
  book.sheet('evidence', 'id inspection_id owner case_id state').add(...key, item.caseId, item.state);
  book
    .sheet('evidence_summary', 'evidence_id inspection_id owner kind method marking criterion created_at')
    .add(
      ...key,
      facts.kind,
      facts.method,
      facts.marking,
      dice.pick(of(byCode, item.owner).criteria).code,
      item.createdAt,
    );
  const spokenOf = dice.happens(0.2) ? [dice.pick(planned.agencies).id] : [];
  book
    .sheet(
      'evidence_body',
      'evidence_id inspection_id owner author_id title body strength personal_data source_agency_id spoken_of_ids occurred_from submitted_at version',
    )
    .add(
      ...[...key, item.author.user.id, item.title, text(dice, dice.whole(3, 8)), facts.strength, facts.personalData],
      ...[
        dice.happens(0.7) ? dice.pick(planned.agencies).id : null,
        spokenOf,
        dayOf(item.createdAt),
        submittedAt,
        version,
      ],
    );
  if (version === 2)
    book
      .sheet(
        'evidence_version',
        'evidence_id inspection_id owner version title body reason superseded_at superseded_by',
      )
      .add(...key, 1, title(dice), text(dice, 4), 'A date was wrong', after(item.createdAt, 1), item.author.user.id);
  if (item.state === 'WITHDRAWN')
    book
      .sheet('evidence_withdrawal', 'evidence_id inspection_id owner title reason withdrawn_at withdrawn_by')
      .add(...key, item.title, 'It was filed for another case', after(item.createdAt, 2), item.author.user.id);
  if (item.caseId !== null && dice.happens(0.1))
    book
      .sheet('chronology_entry', 'id evidence_id inspection_id owner case_id happened_on agency_id words author_id')
      .add(
        ...[dice.uuid(), ...key, item.caseId, dayOf(after(item.createdAt, -dice.whole(1, 400)))],
        ...[dice.pick(planned.agencies).id, sentence(dice), item.author.user.id],
      );
}

/** What the owner's release() answers for every other inspectorate: as the platform stores it with each item. */
function caps(book: Book, planned: Planned, item: Item, facts: EvidenceFacts): Cap[] {
  return [...byCode.keys()]
    .filter((recipient) => recipient !== item.owner)
    .map((recipient) => {
      const { form, gateway, why } = of(byCode, item.owner).release(facts, { inspectorate: recipient });
      book
        .sheet('evidence_cap', 'evidence_id inspection_id owner recipient form gateway why')
        .add(item.id, planned.id, item.owner, recipient, form, gateway, why);
      return { recipient, form };
    });
}
