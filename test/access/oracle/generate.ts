/**
 * Random worlds, the same for the same seed: dense in grants, so that much is allowed, and with periods that begin and
 * end at the very instants at which is asked.
 */
import { makeConcerns, makeConflicts, makeRequests, makeWhistleblowing } from './generate-acts.js';
import { makeBreakGlass } from './generate-break-glass.js';
import { day, emptyDraft, hour, londonMidnight, type Pivots, type Plan } from './generate-draft.js';
import { makeCases, makeChronology, makeEvidence } from './generate-evidence.js';
import { makeAttitudes, makeContributions, makeFindings, makeMerges } from './generate-findings.js';
import { makeInspection } from './generate-inspection.js';
import { makePeople, makePosts } from './generate-people.js';
import { Chance } from './generate-random.js';
import { makeAccessRequests, makeOpenings } from './generate-shares.js';
import { makeTexts } from './generate-texts.js';
import { inspectorates } from './world-base.js';
import type { World } from './world.js';

export function generateWorld(seed: number): World {
  const chance = new Chance(seed);
  const draft = emptyDraft(seed);
  const [first, second, third, fourth] = chance.shuffled(inspectorates);
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) return draft;
  const people = makePeople(draft, chance, [first, second, third, fourth]);
  makePosts(draft, chance);
  const pivots = makePivots(chance);
  const takePart = [
    [first, second, third],
    [second, first, third],
    [first, second, ...(chance.happens(0.5) ? [fourth] : [third])],
  ];
  const plans = takePart.map((some, at) => makeInspection(draft, chance, pivots, people, some, at + 1));
  for (const plan of plans) makeContents(plan);
  makeConflicts(draft, chance, plans, 9);
  draft.asked = [pivots.first - 1, pivots.first, pivots.second - 1, pivots.second];
  return draft;
}

function makeContents(plan: Plan): void {
  makeCases(plan);
  makeEvidence(plan, 22);
  makeChronology(plan);
  makeOpenings(plan, 8);
  makeAccessRequests(plan, 5);
  makeBreakGlass(plan, 6);
  makeFindings(plan, 10);
  makeContributions(plan);
  makeMerges(plan);
  makeAttitudes(plan);
  makeTexts(plan);
  makeRequests(plan, 5);
  makeConcerns(plan, 3);
  makeWhistleblowing(plan);
}

/** The second is a midnight in London, at which the 28 days of what was closed 29 days before end. */
function makePivots(chance: Chance): Pivots {
  const second = londonMidnight(Date.UTC(2027, chance.between(0, 12), chance.between(1, 29)));
  return { first: second - chance.between(5, 20) * day + 10 * hour, second };
}
