import { Inject, Injectable } from '@nestjs/common';
import type { Standing } from '../../access/standing.js';
import type { ReadTransaction } from '../../database/transaction.js';
import { notFound } from '../../platform/errors.js';
import { globalId } from '../../platform/global-id.js';
import { common, gainedSight, type Span } from './gained-sight.js';
import { byPerson, named, type SeatsOfOne } from './seated-people.js';
import type { ShareEvidenceItemsInput } from './share-items.inputs.js';
import type { ItemToShare, PlannedShare, Recipient, SharePlan } from './share-plan.js';
import type { SharePreview, SharePreviewItem, SharePreviewRecipient, SightGained } from './share-preview.object.js';
import { SharePlanning } from './share-planning.service.js';
import { SharingRepository, type SeatedPerson, type StandingShare } from './sharing.repository.js';

/**
 * Shows what a bulk of shares would do, by the plan that the act itself follows. Who is reached is told by assignments
 * alone: it reads no conflict of interest, so that it can tell of none (R10).
 */
@Injectable()
export class SharePreviewService {
  constructor(
    @Inject(SharingRepository) private readonly sharing: SharingRepository,
    @Inject(SharePlanning) private readonly planning: SharePlanning,
  ) {}

  async preview(tx: ReadTransaction, input: ShareEvidenceItemsInput): Promise<SharePreview> {
    const plan = await this.planning.planMany(tx, input, tx.actor.now, (id) => this.standing(tx, id));
    const items = [...new Set(plan.shares.map(({ item }) => item))];
    const inspectionId = items[0]?.inspectionId;
    const [team, standing] =
      inspectionId === undefined
        ? [[], []]
        : [
            await this.sharing.team(tx, inspectionId),
            await this.sharing.standingShares(
              tx,
              items.map(({ id }) => id),
            ),
          ];
    const people = byPerson(team);
    return { problems: [...plan.problems], items: items.map((item) => previewOf(item, plan, people, standing)) };
  }

  private async standing(tx: ReadTransaction, inspectionId: string): Promise<Standing> {
    const standing = await this.sharing.standing(tx, inspectionId);
    if (standing === null) throw notFound();
    return standing;
  }
}

function previewOf(
  item: ItemToShare,
  plan: SharePlan,
  people: readonly SeatsOfOne[],
  standing: readonly StandingShare[],
): SharePreviewItem {
  const shares = plan.shares.filter((share) => share.item === item);
  const already = standing.filter(({ evidenceId }) => evidenceId === item.id);
  return {
    evidenceId: globalId('Evidence', item.id),
    recipients: shares.map(recipientOf),
    gains: people.flatMap((seats) => gainsOf(item, seats, shares, already, plan)),
  };
}

const recipientOf = ({ item, to, cap, refusal }: PlannedShare): SharePreviewRecipient => ({
  inspectorate: to.inspectorate,
  assignmentId: to.assignmentId === null ? null : globalId('Assignment', to.assignmentId),
  form: item.form,
  allowed: cap?.form ?? 'NOTHING',
  why: cap?.why ?? null,
  gateway: cap?.gateway ?? null,
  refused: refusal !== null,
});

function gainsOf(
  item: ItemToShare,
  seats: SeatsOfOne,
  shares: readonly PlannedShare[],
  already: readonly StandingShare[],
  { terms }: SharePlan,
): SightGained[] {
  const period = { from: terms.startsAt, until: terms.endsAt };
  const reached = seats.filter((seat) => isHeldAt(seat, terms.startsAt));
  const added = reached.flatMap((seat): Span[] =>
    shares
      .filter(({ to, refusal }) => refusal === null && reaches(to, seat))
      .flatMap(() => spanOf(item.form, seat, period)),
  );
  if (added.length === 0) return [];
  const before = seats.flatMap((seat) =>
    already
      .filter((share) => reaches({ inspectorate: share.recipient, assignmentId: share.assignmentId }, seat))
      .flatMap((share) => spanOf(share.form, seat, { from: share.startsAt, until: share.endsAt })),
  );
  const person = named(seats[0], reached);
  return gainedSight(before, added).map((gain) => ({ ...gain, person, gateway: terms.gateway }));
}

const held = ({ startsAt, endsAt }: SeatedPerson) => ({ from: startsAt, until: endsAt });

const isHeldAt = ({ startsAt, endsAt }: SeatedPerson, at: Date): boolean =>
  startsAt <= at && (endsAt === null || at < endsAt);

const reaches = ({ inspectorate, assignmentId }: Recipient, seat: SeatedPerson): boolean =>
  assignmentId === null ? inspectorate === seat.inspectorate : assignmentId === seat.id;

/** What a share gives on one seat: for as long as both last. */
function spanOf(sight: Span['sight'], seat: SeatedPerson, period: { from: Date; until: Date | null }): Span[] {
  const shared = common(held(seat), period);
  return shared === null ? [] : [{ sight, ...shared }];
}
