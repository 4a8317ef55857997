import { administratorOf, aUser, aPiece, gatewayOf, type Member } from '../../support/an-inspection.js';
import type { Client } from '../../support/client.js';
import { aFinding } from '../../support/findings.js';
import { canary, LATER, seatedReaders } from './things.js';
import type { Race, Scene } from './race.js';

type User = Pick<Member, 'client' | 'userId'>;

/** Those who take part, used for some reveals in a row: nobody is on hundreds of inspections. */
interface Cast {
  readonly planner: Client;
  readonly otherPlanner: Client;
  readonly thirdPlanner: Client;
  readonly lead: User;
  readonly own: User;
  readonly author: User;
  readonly otherLead: User;
  readonly other: User;
  used: number;
}

const ACTS_OF_A_CAST = 25;

/** A reveal cannot be taken back: each race is of an inspection of its own, as small as one can be. */
export function revealScene(): Scene {
  let cast: Promise<Cast> | null = null;
  return {
    act: 'openReveal',
    prepare: async (make, count): Promise<Race> => {
      if (cast === null || (await cast).used >= ACTS_OF_A_CAST) cast = aCast();
      const people = await cast;
      people.used += 1;
      const { inspectionId, findingId, words } = await blindFinding(people);
      return {
        act: () => people.lead.client.at(LATER).do('openReveal', { inspectionId, reason: 'The team meets tonight' }),
        after: 'SEEN',
        readers: await seatedReaders(make, count, [people.other, people.otherLead], ['finding', 'findings', 'reveal'], {
          inspectionId,
          findingId,
          words,
        }),
      };
    },
  };
}

async function aCast(): Promise<Cast> {
  const [ofsted, cqc] = [await administratorOf('OFSTED'), await administratorOf('CQC')];
  const hmicfrs = await administratorOf('HMICFRS');
  return {
    planner: (await aUser(ofsted, 'OFSTED', ['PLANNER'])).client,
    otherPlanner: (await aUser(cqc, 'CQC', ['PLANNER'])).client,
    thirdPlanner: (await aUser(hmicfrs, 'HMICFRS', ['PLANNER'])).client,
    lead: await aUser(ofsted, 'OFSTED'),
    own: await aUser(ofsted, 'OFSTED'),
    author: await aUser(ofsted, 'OFSTED'),
    otherLead: await aUser(cqc, 'CQC'),
    other: await aUser(cqc, 'CQC'),
    used: 0,
  };
}

/** A submitted finding of one inspectorate that the other does not see yet. */
async function blindFinding(cast: Cast): Promise<{ inspectionId: string; findingId: string; words: string }> {
  const { inspection } = await cast.planner.do<{ inspection: { id: string } }>(
    'createInspection',
    {
      framework: 'JTAI_2022',
      areaCode: 'E10000020',
      theme: 'FRONT_DOOR',
      fieldworkFrom: '2024-03-18',
      gateway: gatewayOf('OFSTED', 'INSPECT'),
      inspectorates: ['CQC', 'HMICFRS'],
      agencyIds: [],
      principalAuthorityId: null,
    },
    'inspection { id }',
  );
  const inspectionId = inspection.id;
  await cast.otherPlanner.do('acceptInvitation', { inspectionId, gateway: gatewayOf('CQC', 'INSPECT') });
  await cast.thirdPlanner.do('acceptInvitation', { inspectionId, gateway: gatewayOf('HMICFRS', 'INSPECT') });
  const seat = (by: Client, { userId }: User, role: string): Promise<unknown> =>
    by.do('assign', { inspectionId, userId, role });
  await seat(cast.planner, cast.lead, 'LEAD');
  await seat(cast.planner, cast.own, 'INSPECTORATE_LEAD');
  await seat(cast.otherPlanner, cast.otherLead, 'INSPECTORATE_LEAD');
  await seat(cast.own.client, cast.author, 'INSPECTOR');
  await seat(cast.otherLead.client, cast.other, 'INSPECTOR');
  for (const to of ['PREPARING', 'FIELDWORK']) {
    const { inspection: now } = await cast.lead.client.read<{ inspection: { version: number } }>(
      'query ($id: ID!) { inspection(id: $id) { version } }',
      { id: inspectionId },
    );
    await cast.lead.client.do('advanceStage', { inspectionId, to, version: now.version });
  }
  const author: Member = { ...cast.author, assignmentId: '' };
  const { id: evidenceId } = await aPiece(author, 'OFSTED', inspectionId, { method: 'CASE_TRACKING' });
  const words = canary();
  const { id: findingId } = await aFinding(author, 'OFSTED', inspectionId, {
    statement: words,
    citations: [{ evidenceId }],
  });
  return { inspectionId, findingId, words };
}
