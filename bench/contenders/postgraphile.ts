import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { say } from '../report.js';
import { PAGE, type JobName } from '../reads/jobs.js';
import type { Contender } from './contender.js';

const FOLDER = 'bench/contenders/postgraphile';
const NEWEST = 'orderBy: [CREATED_AT_DESC, KEY_DESC]';

/** The same answers in its own words: names by alias, lists as lists. */
const DOCUMENTS: Readonly<Record<JobName, string>> = {
  Q1: `query Q1($key: UUID!) { evidence: allEvidences(condition: { inspectionKey: $key }, ${NEWEST}, first: ${PAGE}) { nodes {
  id: gid title createdAt owner: inspectorateByOwnerKey { code name } case: caseFileByCaseKey { id: gid code journeyStage }
  shares: sharesByEvidenceKeyList(orderBy: [STARTS_AT_ASC, KEY_ASC]) { id: gid form purpose endsAt recipient: inspectorateByRecipientKey { code } }
  findings: citingsByEvidenceKeyList(orderBy: [OWNER_KEY_ASC, FINDING_KEY_ASC]) { id: gid statement owner: inspectorateByOwnerKey { code } } } pageInfo { hasNextPage endCursor } } }`,
  Q3: `query Q3($key: UUID!) { case: caseFileByKey(key: $key) { id: gid code sampling rationale journeyStage ageYears evidenceCount entryCount
  agencies: involvedsByCaseKeyList(orderBy: [NAME_ASC]) { code name } chronology: entriesByCaseKeyList(orderBy: [HAPPENED_ON_ASC, KEY_ASC]) { id: gid happenedOn words
  agency: agencyByAgencyKey { name } owner: inspectorateByOwnerKey { code } evidenceId: evidenceGid }
  evidence: evidencesByCaseKey(${NEWEST}, first: ${PAGE}) { nodes { id: gid title createdAt kind marking owner: inspectorateByOwnerKey { code }
  findings: citingsByEvidenceKeyList(orderBy: [OWNER_KEY_ASC, FINDING_KEY_ASC]) { id: gid statement owner: inspectorateByOwnerKey { code } } } pageInfo { hasNextPage } } } }`,
  Q6: `query Q6 { feed(newest: ${PAGE + 1}, first: ${PAGE}) { nodes { id: gid inspectionId: inspectionGid title summary createdAt kind marking
  owner: inspectorateByOwnerKey { code name } case: caseFileByCaseKey { id: gid code }
  shares: sharesByEvidenceKeyList(orderBy: [STARTS_AT_ASC, KEY_ASC]) { form recipient: inspectorateByRecipientKey { code } } }
  pageInfo { hasNextPage endCursor } } }`,
};

export const postgraphile: Contender = {
  name: 'postgraphile',
  words: 'PostGraphile 5 over views that read under the asker’s row security, on Node.js 22',
  tried: [
    'views with the joins written by hand in place of its own relations between the tables of one item',
    'citing findings and agencies as views: a function of the row is handed every column of the row',
    'counts as columns of the view, computed where they are asked for',
    'the feed as a function that takes the newest of each inspection',
    'snapshot by a setting of the connection; its own statements stay prepared (a hundred a connection)',
    'generic plans forced for its prepared statements, as for the floor',
    'plain lists in place of connections where no page is asked for',
  ],
  command: () => ({ argv: [`${FOLDER}/node_modules/.bin/node`, `${FOLDER}/server.mjs`], env: {} }),
  path: '/graphql',
  body: (job, asker) => {
    const variables = job.of === 'nothing' ? {} : { key: job.of === 'case' ? asker.caseId : asker.inspectionId };
    return JSON.stringify({ query: DOCUMENTS[job.name], variables });
  },
  lacks: () => false,
};

/** Installs it where it is missing (it comes with a Node.js of its own, and so lies apart), and makes its views. */
export async function preparePostgraphile(db: pg.Client): Promise<void> {
  if (!existsSync(`${FOLDER}/node_modules/.bin/node`)) {
    say('Installing PostGraphile and the Node.js that it needs');
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: FOLDER,
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(`npm ci in ${FOLDER} failed: ${done.stderr}`);
  }
  await db.query(readFileSync(`${FOLDER}/api.sql`, 'utf8'));
}
