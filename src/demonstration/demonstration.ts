import { londonDay } from '../frameworks/calendar/london-time.js';
import { mondayOf, plusDays } from '../frameworks/calendar/local-date.js';
import { Cast } from './cast.js';
import { Api, type Caller } from './client.js';
import { CurrentInspection } from './current/current-inspection.js';
import { type Moments, momentsFrom } from './moments.js';
import { telling } from './progress.js';
import { PublishedInspection } from './published/published-inspection.js';

/** What is to be done when the platform starts. */
type Finding = { readonly state: 'EMPTY' | 'IN_USE' | 'LOADED' } | { readonly state: 'BEGUN'; readonly at: Date };

const BEGUN = /^Demonstration, begun (\S+) \(not a person\)$/;
/** So that the letter is some months old, and the area's statement of action still to come. */
const WEEKS_SINCE_FIELDWORK = 18;
const COMPLETE = 'Demonstration, complete (not a person)';

/** Loads it where it is missing. The platform serves without it, too: what went wrong is said, and the next start goes on. */
export async function loadDemonstration(url: string, now: Date, say: (line: string) => void): Promise<void> {
  try {
    await loadWhereMissing(url, now, say);
  } catch (error) {
    say(`The demonstration is not loaded whole: ${error instanceof Error ? error.message : String(error)}`);
    say('Start again to go on with it.');
  }
}

/**
 * Loads the demonstration into an empty database, through the public API of the running process and as the users
 * concerned. Two users of Ofsted that nobody uses mark its beginning, with the time on which all its dates hang, and its
 * end: after a kill the next start goes on from where it was, by the same idempotency keys.
 */
async function loadWhereMissing(url: string, now: Date, say: (line: string) => void): Promise<void> {
  const api = new Api(url);
  const administrator = await api.signIn('OFSTED', 'administrator');
  const found = await lookedAt(api, administrator);
  if (found.state === 'LOADED') return;
  if (found.state === 'IN_USE') {
    say('This database is in use already: no demonstration is loaded into it.');
    return;
  }
  const begun = found.state === 'BEGUN' ? found.at : wholeMinute(now);
  say(found.state === 'BEGUN' ? 'Loading the rest of the demonstration' : 'Loading the demonstration');
  await mark(administrator, 'demonstration-begun', `Demonstration, begun ${begun.toISOString()} (not a person)`, begun);
  await load(api, begun, say);
  await mark(administrator, 'demonstration-complete', COMPLETE, begun);
}

async function load(api: Api, begun: Date, say: (line: string) => void): Promise<void> {
  const step = telling(say);
  const monday = mondayOf(londonDay(begun));
  const moments = momentsFrom(monday, begun);
  const earlier = momentsFrom(plusDays(monday, -WEEKS_SINCE_FIELDWORK * 7), begun);
  const cast = await step('agencies and users', () => Cast.assemble(api, earlier.planned));
  const current = await step('an inspection and its team', () => CurrentInspection.plan(cast, moments));
  await step('requests to agencies', async () => {
    await current.declareConflict();
    await current.ask(begun);
  });
  await step('cases', () => current.chooseCases());
  await step('evidence and shares', () => current.gatherEvidence());
  await step('findings under way', async () => {
    await current.draftFindings();
    await current.raiseConcern();
  });
  await loadPublished(cast, earlier, step);
}

async function loadPublished(cast: Cast, moments: Moments, step: ReturnType<typeof telling>): Promise<void> {
  const published = await step('another inspection and its team', () => PublishedInspection.plan(cast, moments));
  await step('its evidence and findings', async () => {
    await published.ask();
    await published.inspect();
    await published.revealAndMerge();
  });
  await step('its narrative and letter', async () => {
    await published.write();
    await published.signAndPublish();
  });
}

async function lookedAt(api: Api, administrator: Caller): Promise<Finding> {
  const names = await namesOf(administrator);
  if (names.includes(COMPLETE)) return { state: 'LOADED' };
  const begun = names.map((name) => BEGUN.exec(name)?.[1]).find((at) => at !== undefined);
  if (begun !== undefined) return { state: 'BEGUN', at: new Date(begun) };
  // An inspection needs a planner, whom an administrator invites: without any user but him there is none.
  const { inspectorates } = await administrator.read<{ inspectorates: { code: string }[] }>(
    '{ inspectorates { code } }',
  );
  for (const { code } of inspectorates)
    if ((await namesOf(await api.signIn(code, 'administrator'))).length > 1) return { state: 'IN_USE' };
  return { state: 'EMPTY' };
}

async function namesOf(caller: Caller): Promise<string[]> {
  const { people } = await caller.read<{ people: { name: string }[] }>('{ people { name } }');
  return people.map(({ name }) => name);
}

async function mark(administrator: Caller, subject: string, name: string, begun: Date): Promise<void> {
  await administrator.at(begun.toISOString()).act('inviteUser', subject, { subject, name, posts: [] });
}

const wholeMinute = (now: Date): Date => new Date(Math.floor(now.getTime() / 60_000) * 60_000);
