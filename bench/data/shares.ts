import type { ReleaseForm } from '../../src/inspectorates/inspectorate.js';
import type { Dice } from './dice.js';
import type { Item } from './evidence.js';
import { byCode, of } from './codes.js';
import { after } from './moments.js';
import type { Planned } from './programme.js';
import type { Book } from './sheet.js';
import { sentence, title } from './writing.js';
import { PURPOSES } from './templates.js';

export interface Cap {
  readonly recipient: string;
  readonly form: ReleaseForm;
}

type HowWide = 'TEAM' | 'SOME' | 'NOBODY';
const HOW_WIDE: readonly (readonly [HowWide, number])[] = [
  ['TEAM', 44],
  ['SOME', 46],
  ['NOBODY', 10],
];
/** Far enough that it holds whenever this is measured. */
const FAR_OFF = '2040-01-01T00:00:00.000Z';

/** About two an item: with the whole team, with one or two, or with nobody; as wide as the caps let it. */
export function shares(book: Book, dice: Dice, planned: Planned, item: Item, caps: readonly Cap[]): void {
  if (item.state === 'DRAFT') return;
  const possible = caps.filter(({ recipient, form }) => form !== 'NOTHING' && planned.taking.includes(recipient));
  const wide = dice.weighted(HOW_WIDE);
  if (wide === 'NOBODY') return;
  const chosen = wide === 'TEAM' ? possible : dice.some(possible, dice.whole(1, 2));
  const startsAt = after(item.createdAt, 0, dice.whole(100, 4_000));
  for (const cap of chosen) {
    const form = cap.form === 'WHOLE' && dice.happens(wide === 'TEAM' ? 0.95 : 0.7) ? 'WHOLE' : 'SUMMARY';
    share(book, dice, planned, item, {
      recipient: cap.recipient,
      form,
      startsAt,
      isPersonal: wide === 'SOME' && dice.happens(0.2),
    });
  }
}

function share(
  book: Book,
  dice: Dice,
  planned: Planned,
  item: Item,
  {
    recipient,
    form,
    startsAt,
    isPersonal,
  }: { recipient: string; form: 'WHOLE' | 'SUMMARY'; startsAt: string; isPersonal: boolean },
): void {
  const id = dice.uuid();
  const key = [item.id, planned.id, item.owner] as const;
  const person = isPersonal
    ? dice.pick(planned.seats.filter(({ organisation }) => organisation.code === recipient))
    : null;
  const gateway = of(byCode, item.owner).gateways.find(({ permits }) => permits.includes('SHARE'))?.code ?? '';
  const revoked = dice.happens(0.04) ? after(startsAt, dice.whole(1, 10)) : null;
  const [revokedBy, reason] = revoked === null ? [null, null] : [item.author.user.id, 'Shared with the wrong team'];
  book
    .sheet(
      'evidence_share',
      'id evidence_id inspection_id owner recipient recipient_assignment_id form gateway purpose starts_at ends_at shared_by shared_at revoked_at revoked_by revoke_reason',
    )
    .add(
      ...[
        id,
        ...key,
        recipient,
        person?.id ?? null,
        form,
        gateway,
        dice.pick(PURPOSES),
        startsAt,
        endOf(dice, planned),
      ],
      ...[item.author.user.id, startsAt, revoked, revokedBy, reason],
    );
  if (form === 'SUMMARY')
    book
      .sheet('evidence_share_text', 'share_id evidence_id inspection_id owner title summary')
      .add(id, ...key, title(dice), `${sentence(dice)} ${sentence(dice)}`);
}

/** The inspection's end for most; for some a day that has passed, or one far off. */
function endOf(dice: Dice, planned: Planned): string | null {
  return dice.weighted<() => string | null>([
    [() => null, 92],
    [() => after(planned.fieldworkFrom, 30 + dice.whole(0, 14)), 4],
    [() => after(FAR_OFF, dice.whole(0, 14)), 4],
  ])();
}
