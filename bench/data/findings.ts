import { FINDING_KINDS, PLACEMENTS } from '../../src/inspectorates/inspectorate.js';
import type { Dice } from './dice.js';
import type { Item } from './evidence.js';
import { byCode, of } from './codes.js';
import { after } from './moments.js';
import type { Planned } from './programme.js';
import type { Book } from './sheet.js';
import { CITATIONS_EACH, FINDINGS_EACH } from './sizes.js';
import { sentence } from './writing.js';

export interface Found {
  readonly id: string;
  readonly owner: string;
  readonly statement: string;
  readonly isSubmitted: boolean;
  readonly createdAt: string;
}

export function findings(book: Book, dice: Dice, planned: Planned, cases: readonly string[]): Found[] {
  return Array.from({ length: FINDINGS_EACH }, (_, position) => {
    const owner = dice.pick(planned.taking);
    const author = dice.pick(
      planned.seats.filter(({ role, organisation }) => role === 'INSPECTOR' && organisation.code === owner),
    );
    const found: Found = {
      id: dice.uuid(),
      owner,
      statement: sentence(dice),
      isSubmitted: dice.happens(0.85),
      createdAt: after(planned.fieldworkFrom, 3, dice.whole(0, 10_000)),
    };
    book
      .sheet('finding', 'id inspection_id owner state')
      .add(found.id, planned.id, owner, found.isSubmitted ? 'SUBMITTED' : 'DRAFT');
    book
      .sheet(
        'finding_body',
        'finding_id inspection_id owner author_id case_id kind placement position criterion statement effect_on_children agency_ids created_at submitted_at',
      )
      .add(
        ...[
          found.id,
          planned.id,
          owner,
          author.user.id,
          dice.happens(0.2) ? dice.pick(cases) : null,
          dice.pick(FINDING_KINDS),
        ],
        ...[
          dice.pick(PLACEMENTS.slice(0, 4)),
          position,
          dice.pick(of(byCode, owner).criteria).code,
          found.statement,
          sentence(dice),
        ],
        ...[
          [dice.pick(planned.agencies).id],
          found.createdAt,
          found.isSubmitted ? after(found.createdAt, 0, 60) : null,
        ],
      );
    return found;
  });
}

/** What each finding rests on: submitted items of its own inspectorate. */
export function citations(
  book: Book,
  dice: Dice,
  planned: Planned,
  found: readonly Found[],
  items: readonly Item[],
): void {
  const submitted = new Map(
    planned.taking.map((owner) => [owner, items.filter((item) => item.owner === owner && item.state === 'SUBMITTED')]),
  );
  for (const finding of found) {
    const cited = new Set<Item>();
    while (cited.size < CITATIONS_EACH) cited.add(dice.pick(of(submitted, finding.owner)));
    for (const item of cited)
      book
        .sheet('citation', 'id finding_id evidence_id inspection_id owner cited_at')
        .add(dice.uuid(), finding.id, item.id, planned.id, finding.owner, after(finding.createdAt, 0, 5));
  }
}
