import { Inject, Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../../database/transaction.js';
import { InspectorateRegistry } from '../../inspectorates/inspectorate-registry.js';
import { globalId, parseGlobalId } from '../../platform/global-id.js';
import { SIGHTS } from './gained-sight.js';
import { byPerson, named } from './seated-people.js';
import { SharingRepository } from './sharing.repository.js';
import { openingsOf, openToAsker, type Opening, type SightFacts } from './sight-rules.js';
import type { ReasonForSight, WhoCanSee, WhyCanISee } from './sight.object.js';
import { SightRepository } from './sight.repository.js';
import { CAVEAT, whoSees, whyYouSee, type Names } from './sight-words.js';

/** Answers who sees an item and why, from rows that the asker sees himself and from nothing else. */
@Injectable()
export class SightService {
  constructor(
    @Inject(SightRepository) private readonly sight: SightRepository,
    @Inject(SharingRepository) private readonly sharing: SharingRepository,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
  ) {}

  /** For the owner's team and, after closing, its record keepers; for others as if there were no such item. */
  async whoCanSee(tx: ReadTransaction, evidenceId: string): Promise<WhoCanSee | null> {
    const facts = await this.facts(tx, evidenceId);
    if (facts === null || !(facts.onOwnersTeam || facts.keepsRecords)) return null;
    const names = this.names(facts.owner);
    const reasons = openingsOf(facts).map((opening) => reasonOf(opening, whoSees(opening, facts, names)));
    return { evidenceId, reasons, caveat: CAVEAT };
  }

  async whyCanISee(tx: ReadTransaction, evidenceId: string): Promise<WhyCanISee | null> {
    const facts = await this.facts(tx, evidenceId);
    if (facts === null) return null;
    const names = this.names(facts.owner);
    const openings = openToAsker(facts)
      .map((opening) => ({ ...opening, until: untilForAsker(opening, facts) }))
      .sort((a, b) => SIGHTS.indexOf(b.sight) - SIGHTS.indexOf(a.sight));
    const reasons = openings.map((opening) => reasonOf(opening, whyYouSee(opening, facts, names)));
    // It is seen: at the least it exists, by whatever rule.
    return { evidenceId, sight: openings[0]?.sight ?? 'EXISTS', reasons };
  }

  private async facts(tx: ReadTransaction, id: string): Promise<SightFacts | null> {
    const key = parseGlobalId(id);
    if (key?.type !== 'Evidence') return null;
    const item = await this.sight.item(tx, key.uuid);
    if (item === null) return null;
    const shares = await this.sharing.standingShares(tx, [key.uuid]);
    const team = await this.sharing.team(tx, item.inspectionId);
    return { ...item, now: tx.actor.now, userId: tx.actor.userId ?? '', shares, team };
  }

  private names(owner: string): Names {
    const { gateways } = this.inspectorates.get(owner);
    return {
      inspectorate: (code) => this.inspectorates.get(code).name,
      provision: (gateway) => gateways.find(({ code }) => code === gateway)?.provision ?? gateway,
    };
  }
}

/** His own seat may end before what opens the item to it; closing freezes the seats that are in force (R14). */
function untilForAsker({ seats, until }: Opening, { closedAt }: SightFacts): Date | null {
  if (closedAt !== null || seats.some(({ endsAt }) => endsAt === null)) return until;
  const last = seats
    .map(({ endsAt }) => endsAt?.getTime() ?? 0)
    .sort((a, b) => a - b)
    .at(-1);
  if (last === undefined) return until;
  return until !== null && until.getTime() < last ? until : new Date(last);
}

function reasonOf({ rule, sight, seats, share, from, until }: Opening, sentence: string): ReasonForSight {
  return {
    rule,
    sight,
    sentence,
    people: byPerson(seats).map((own) => named(own[0], own)),
    shareId: share === null ? null : globalId('EvidenceShare', share.id),
    from,
    until,
  };
}
