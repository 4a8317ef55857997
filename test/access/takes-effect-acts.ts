import { anAgency } from '../support/an-authority.js';
import {
  administratorOf,
  anInspection,
  aUser,
  gatewayOf,
  type Inspected,
  type Member,
} from '../support/an-inspection.js';
import { toFollowUp } from '../support/stages.js';
import type { LookName, Sight, Thing } from './races/looks.js';
import type { Race, Scene } from './races/race.js';
import type { Readers } from './races/readers.js';
import { scenes } from './races/scenes.js';
import { anItem, ITEM } from './races/things.js';

export type Who = Pick<Member, 'client' | 'userId'>;

/** An act that is about to be sent, somebody whose sight it changes, and how that is looked at. */
export interface Effect {
  readonly who: Who;
  readonly looks: readonly LookName[];
  readonly thing: Thing;
  readonly after: Exclude<Sight, 'MIXED'>;
  act(): Promise<unknown>;
}

/** The acts that are raced, once each. */
export async function racedEffect(inspection: Inspected, act: string): Promise<Effect> {
  const [scene] = await scenes([act], inspection);
  const asked: Pick<Effect, 'who' | 'looks' | 'thing'>[] = [];
  const ask = (who: Who, looks: readonly LookName[], thing: Thing): never[] => {
    asked.push({ who, looks, thing });
    return [];
  };
  const none: Readers = {
    api: async (...given) => ({ by: 'API', read: async () => (ask(...given), 'UNSEEN') }),
    sql: async (who, looks, thing) => ({ by: 'SQL', read: async () => (ask(who, looks, thing), 'UNSEEN') }),
  };
  const race = await prepared(scene, none);
  await race.readers[0]?.read();
  const [first] = asked;
  if (first === undefined) throw new Error(`nobody reads beside ${act}`);
  return { ...first, after: race.after, act: () => race.act() };
}

function prepared(scene: Scene | undefined, readers: Readers): Promise<Race> {
  if (scene === undefined) throw new Error('no scene');
  return scene.prepare(readers, 1);
}

export const inFieldwork = (): Promise<Inspected> =>
  anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();

/** The acts that give, or that cannot be raced again and again. */
export const OTHER_EFFECTS: Readonly<Record<string, (inspection: Inspected) => Promise<Effect>>> = {
  async assign(inspection) {
    const lead = inspection.member('CQC', 'INSPECTORATE_LEAD').client;
    const thing = await anItem(inspection, inspection.member('CQC', 'INSPECTOR'), 'CQC');
    const who = await aUser(await administratorOf('CQC'), 'CQC');
    const input = { inspectionId: inspection.id, userId: who.userId, role: 'INSPECTOR' };
    return { who, looks: [...ITEM, 'inspection'], thing, after: 'SEEN', act: () => lead.do('assign', input) };
  },

  async shareEvidence(inspection) {
    const [owner, who] = [inspection.member('OFSTED', 'INSPECTOR'), inspection.member('HMICFRS', 'ANALYST')];
    const thing = await anItem(inspection, owner, 'OFSTED');
    const input = { evidenceId: thing.evidenceId, recipient: 'HMICFRS', form: 'WHOLE', purpose: 'To corroborate' };
    const act = () => owner.client.do('shareEvidence', { ...input, gateway: gatewayOf('OFSTED', 'SHARE') });
    return { who, looks: ITEM, thing, after: 'SEEN', act };
  },

  async liftConflict(inspection) {
    const agency = await anAgency(inspection.planner);
    const who = inspection.member('OFSTED', 'ANALYST');
    const author = inspection.member('OFSTED', 'INSPECTOR');
    const thing = await anItem(inspection, author, 'OFSTED', { sourceAgencyId: agency.id });
    const { conflict } = await who.client.do<{ conflict: { id: string } }>(
      'declareConflict',
      { agencyId: agency.id, reason: 'I worked there' },
      'conflict { id }',
    );
    const lead = inspection.member('OFSTED', 'INSPECTORATE_LEAD').client;
    const act = () => lead.do('liftConflict', { conflictId: conflict.id, reason: 'It was long ago' });
    return { who, looks: ITEM, thing, after: 'SEEN', act };
  },

  async restoreUser(inspection) {
    const who = inspection.member('CQC', 'QUALITY_ASSURER');
    const thing = await anItem(inspection, inspection.member('CQC', 'INSPECTOR'), 'CQC');
    const administrator = await administratorOf('CQC');
    await administrator.do('suspendUser', { userId: who.userId });
    const act = () => administrator.do('restoreUser', { userId: who.userId });
    return { who, looks: [...ITEM, 'inspection'], thing, after: 'SEEN', act };
  },

  async notifyArea() {
    const inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
    const agency = await anAgency(inspection.planner);
    const added = { inspectionId: inspection.id, agencyId: agency.id, principalAuthority: false };
    await inspection.planner.do('addAgency', added);
    const { me } = await agency.administrator.read<{ me: { id: string } }>('{ me { id } }');
    const thing = { inspectionId: inspection.id, words: 'Joint targeted area inspection' };
    const who = { client: agency.administrator, userId: me.id };
    const act = () => inspection.lead.client.do('notifyArea', { inspectionId: inspection.id });
    return { who, looks: ['inspection'], thing, after: 'SEEN', act };
  },

  async closeInspection() {
    const inspection = await inFieldwork();
    const thing = await anItem(inspection, inspection.member('CQC', 'INSPECTOR'), 'CQC');
    const who = await aUser(await administratorOf('CQC'), 'CQC', ['RECORD_KEEPER']);
    await toFollowUp(inspection, inspection.lead.client.now ?? '');
    const act = () => inspection.lead.client.do('closeInspection', { inspectionId: inspection.id });
    return { who, looks: ['item', 'items', 'inspection'], thing, after: 'SEEN', act };
  },
};
