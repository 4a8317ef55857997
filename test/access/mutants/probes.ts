import { agencyProbes } from './probes-agencies.js';
import { askedProbes } from './probes-asked.js';
import { assigningProbes } from './probes-assigning.js';
import { clockProbes } from './probes-clocks.js';
import { effectProbes } from './probes-effects.js';
import { evidenceProbes } from './probes-evidence.js';
import { factProbes } from './probes-facts.js';
import { findingProbes } from './probes-findings.js';
import { inspectionProbes } from './probes-inspections.js';
import { leftProbes } from './probes-left.js';
import { onceProbes } from './probes-once.js';
import { peopleProbes } from './probes-people.js';
import { textProbes } from './probes-texts.js';
import { unusualProbes } from './probes-unusual.js';
import { barredProbes, recordProbes } from './probes-records.js';
import { refusedProbes } from './probes-refused.js';
import type { Probe } from './probing.js';
import type { Scene } from './scene.js';

/** All that is tried under the application's role, each named by what the rules say of it. */
export const probesOf = (scene: Scene): readonly Probe[] => [
  ...inspectionProbes(scene),
  ...assigningProbes(scene),
  ...evidenceProbes(scene),
  ...findingProbes(scene),
  ...textProbes(scene),
  ...agencyProbes(scene),
  ...peopleProbes(scene),
  ...unusualProbes(scene),
  ...onceProbes(scene),
  ...leftProbes(scene),
  ...recordProbes(scene),
  ...barredProbes(scene),
  ...refusedProbes(scene),
  ...clockProbes(scene),
  ...factProbes(scene),
  ...askedProbes(scene),
  ...effectProbes(scene),
];
