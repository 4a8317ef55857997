import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { banner } from '../../src/demonstration/banner.js';
import { cqcEvidence } from '../../src/demonstration/current/evidence-cqc.js';
import { hmiProbationEvidence } from '../../src/demonstration/current/evidence-hmi-probation.js';
import { hmicfrsEvidence } from '../../src/demonstration/current/evidence-hmicfrs.js';
import { ofstedEvidence } from '../../src/demonstration/current/evidence-ofsted.js';
import { FINDINGS } from '../../src/demonstration/current/findings.js';
import type { EvidenceData } from '../../src/demonstration/filing.js';
import { FINDINGS as PUBLISHED_FINDINGS } from '../../src/demonstration/published/findings.js';
import { INSPECTORATES, USERS } from '../../src/demonstration/users.js';
import { newDataDir, remove, Started, until } from './started.js';

const EVIDENCE: readonly EvidenceData[] = [
  ...ofstedEvidence,
  ...cqcEvidence,
  ...hmicfrsEvidence,
  ...hmiProbationEvidence,
];

interface Item {
  readonly title: string;
  readonly sourceAgency: { readonly code: string } | null;
  readonly spokenOf: readonly { readonly code: string }[];
}

/** Titles under which an inspector sees the items of the inspection under way. */
const seenBy = (inspectorate: string, subject: string): string[] =>
  EVIDENCE.flatMap(({ by: [owner, author], title, superseded, withdrawn, draft, shares }) => {
    if (owner === inspectorate) return draft === true && author !== subject ? [] : [superseded?.title ?? title];
    const share = shares?.find(
      ({ to, person, revoked }) =>
        to === inspectorate && revoked === undefined && (person === undefined || person[1] === subject),
    );
    return share === undefined || withdrawn !== undefined ? [] : [share.summary?.[0] ?? superseded?.title ?? title];
  }).sort();

const inspectionsOf = async (started: Started, who: Parameters<Started['ask']>[0]): Promise<Map<string, string>> => {
  const { inspections } = await started.ask<{ inspections: { nodes: { id: string; stage: string }[] } }>(
    who,
    '{ inspections { nodes { id stage } } }',
  );
  return new Map(inspections.nodes.map(({ id, stage }) => [stage, id]));
};

describe('the demonstration', () => {
  const dataDir = newDataDir();
  let started: Started;
  let current: string;
  let published: string;

  /** Killed in the midst of loading evidence, and started again. */
  beforeAll(async () => {
    const first = await Started.in(dataDir);
    await first.says(/^Loading the demonstration$/m);
    await until(async () => {
      const { me } = await first
        .ask<{ me: unknown }>(['HMI_PROBATION', 'signatory'], '{ me { name } }')
        .catch(() => ({ me: null }));
      if (me === null) return false;
      const id = (await inspectionsOf(first, ['OFSTED', 'lead'])).get('FIELDWORK');
      if (id === undefined) return false;
      const { evidence } = await first.ask<{ evidence: { nodes: unknown[] } }>(
        ['OFSTED', 'lead'],
        `{ evidence(inspectionId: "${id}") { nodes { id } } }`,
      );
      return evidence.nodes.length > 2;
    }, first);
    expect(first.output).not.toMatch(/running/);
    await first.end('SIGKILL');
    started = await Started.in(dataDir);
    await started.says(/^The platform is running/m);
    const found = await inspectionsOf(started, ['OFSTED', 'lead']);
    current = found.get('FIELDWORK') ?? '';
    published = found.get('PUBLISHED') ?? '';
  }, 120_000);

  afterAll(async () => {
    await started.end('SIGKILL');
    remove(dataDir);
  });

  const titles = async (inspectorate: string, subject: string): Promise<string[]> =>
    (await items(inspectorate, subject)).map(({ title }) => title).sort();
  const items = async (inspectorate: string, subject: string): Promise<readonly Item[]> =>
    (
      await started.ask<{ evidence: { nodes: Item[] } }>(
        [inspectorate, subject],
        `{ evidence(inspectionId: "${current}", first: 200) { nodes { title sourceAgency { code } spokenOf { code } } } }`,
      )
    ).evidence.nodes;
  const findings = async (inspectorate: string, inspectionId: string): Promise<{ statement: string }[]> =>
    (
      await started.ask<{ findings: { nodes: { statement: string }[] } }>(
        [inspectorate, 'inspector'],
        `{ findings(inspectionId: "${inspectionId}", first: 200) { nodes { statement } } }`,
      )
    ).findings.nodes;

  it('goes on after a kill, and holds everything once', async () => {
    expect(started.output).toMatch(/^Loading the rest of the demonstration$/m);
    for (const inspectorate of ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION'])
      expect([inspectorate, await titles(inspectorate, 'inspector')]).toEqual([
        inspectorate,
        seenBy(inspectorate, 'inspector'),
      ]);
    expect(await findings('OFSTED', published)).toHaveLength(PUBLISHED_FINDINGS.length);
  });

  it('lets every user of its table sign in, and names each in what it prints', async () => {
    for (const { organisation, subject, name } of USERS) {
      const { me } = await started.ask<{ me: { name: string } }>([organisation, subject], '{ me { name } }');
      const isLocal = subject === 'administrator' && INSPECTORATES.some(({ code }) => code === organisation);
      expect(me.name).toBe(isLocal ? 'Local administrator' : name);
      expect(started.output).toContain(organisation);
      expect(started.output).toContain(subject);
    }
  });

  it('keeps findings blind between inspectorates while fieldwork lasts', async () => {
    for (const inspectorate of ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION'])
      expect((await findings(inspectorate, current)).map(({ statement }) => statement).sort()).toEqual(
        FINDINGS.filter(({ by }) => by[0] === inspectorate)
          .map(({ statement }) => statement)
          .sort(),
      );
  });

  it('hides from an inspector whatever concerns the force for which he worked', async () => {
    const seen = await items('HMICFRS', 'second-inspector');
    expect(seen.length).toBeGreaterThan(5);
    const force = ({ sourceAgency, spokenOf }: Item): boolean =>
      [sourceAgency, ...spokenOf].some((agency) => agency?.code === 'COASTAL_POLICE');
    expect(seen.filter(force)).toEqual([]);
    expect((await items('HMICFRS', 'inspector')).filter(force).length).toBeGreaterThan(5);
  });

  it('shows an agency its own request whole and of the others that they exist', async () => {
    const { requests } = await started.ask<{
      requests: { nodes: { agency: { code: string }; title: string | null; state: string }[] };
    }>(
      ['COASTAL_HEALTH', 'coordinator'],
      `{ requests(inspectionId: "${current}") { nodes { agency { code } title state } } }`,
    );
    expect(requests.nodes).toHaveLength(3);
    for (const { agency, title } of requests.nodes)
      expect([agency.code, title !== null]).toEqual([agency.code, agency.code === 'COASTAL_HEALTH']);
    expect(await items('COASTAL_HEALTH', 'coordinator')).toEqual([]);
  });

  it('puts the immediate concern first for the authority that has to acknowledge it', async () => {
    const who = ['HARBOUR_COUNCIL', 'safeguarding'] as const;
    const { waiting } = await started.ask<{ waiting: { kind: string; yours: boolean }[] }>(
      who,
      '{ waiting { kind yours } }',
    );
    expect(waiting[0]).toEqual({ kind: 'CONCERN_UNACKNOWLEDGED', yours: true });
    expect([...(await inspectionsOf(started, who)).keys()]).toEqual(['PUBLISHED']);
  });

  it('gives the public the published letter and nothing of what is under way', async () => {
    const { letters } = await started.ask<{ letters: { nodes: { path: string }[] } }>(
      null,
      '{ letters { nodes { path } } }',
    );
    expect(letters.nodes).toHaveLength(1);
    const page = await fetch(`${started.url}${letters.nodes[0]?.path ?? ''}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('This letter belongs to a demonstration.');
    expect([...(await inspectionsOf(started, null)).keys()]).toEqual(['PUBLISHED']);
  });

  it('is loaded once: another start adds nothing, and Ctrl-C ends with 0', async () => {
    const before = await titles('OFSTED', 'inspector');
    expect(await started.end('SIGINT')).toBe(0);
    started = await Started.in(dataDir);
    await started.says(/^The platform is running/m);
    expect(started.output).not.toMatch(/Loading/);
    expect(await titles('OFSTED', 'inspector')).toEqual(before);
    const { people } = await started.ask<{ people: unknown[] }>(['OFSTED', 'lead'], '{ people { name } }');
    // The users of the table, and the two that mark the beginning and the end of the loading.
    expect(people).toHaveLength(USERS.filter(({ organisation }) => organisation === 'OFSTED').length + 2);
  }, 60_000);
});

describe('what `npm start` says at the end', () => {
  it('names the addresses, and users in the demonstration alone', () => {
    const production = banner('http://127.0.0.1:3000', false);
    for (const path of ['/', '/graphql', '/health/live', '/health/ready'])
      expect(production).toContain(`http://127.0.0.1:3000${path}\n`);
    expect(production).not.toMatch(/sign-in|inspector|token/i);
    expect(banner('http://127.0.0.1:3000', true)).toMatch(/sign-in\/local/);
  });
});
