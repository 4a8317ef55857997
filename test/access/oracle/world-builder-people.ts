/** The people of a world by hand: where they belong, and their role on the inspection. */
import type { Post, Role } from './world-people.js';

type Belongs = readonly [organisation: string, role: Role | null];

export const people = {
  lead: ['OFSTED', 'LEAD'],
  'ofsted lead': ['OFSTED', 'INSPECTORATE_LEAD'],
  inspector: ['OFSTED', 'INSPECTOR'],
  colleague: ['OFSTED', 'INSPECTOR'],
  analyst: ['OFSTED', 'ANALYST'],
  assurer: ['OFSTED', 'QUALITY_ASSURER'],
  observer: ['OFSTED', 'OBSERVER'],
  signatory: ['OFSTED', 'SIGNATORY'],
  planner: ['OFSTED', null],
  keeper: ['OFSTED', null],
  auditor: ['OFSTED', null],
  administrator: ['OFSTED', null],
  handler: ['OFSTED', null],
  'cqc lead': ['CQC', 'INSPECTORATE_LEAD'],
  'cqc inspector': ['CQC', 'INSPECTOR'],
  'cqc colleague': ['CQC', 'INSPECTOR'],
  'cqc analyst': ['CQC', 'ANALYST'],
  'cqc assurer': ['CQC', 'QUALITY_ASSURER'],
  'cqc observer': ['CQC', 'OBSERVER'],
  'cqc planner': ['CQC', null],
  'cqc keeper': ['CQC', null],
  'police inspector': ['HMICFRS', null],
  'police planner': ['HMICFRS', null],
  coordinator: ['COUNCIL', 'COORDINATOR'],
  contributor: ['COUNCIL', 'CONTRIBUTOR'],
  'agency signatory': ['COUNCIL', 'AGENCY_SIGNATORY'],
  'agency administrator': ['COUNCIL', null],
  'police coordinator': ['POLICE', 'COORDINATOR'],
  'police contributor': ['POLICE', 'CONTRIBUTOR'],
  contact: ['TRUST', null],
  stranger: ['TRUST', null],
} satisfies Readonly<Record<string, Belongs>>;

export type Person = keyof typeof people;

export const posts: readonly (readonly [Person, Post])[] = [
  ['planner', 'PLANNER'],
  ['keeper', 'RECORD_KEEPER'],
  ['auditor', 'AUDITOR'],
  ['administrator', 'ADMINISTRATOR'],
  ['cqc planner', 'PLANNER'],
  ['cqc keeper', 'RECORD_KEEPER'],
  ['police planner', 'PLANNER'],
  ['agency administrator', 'ADMINISTRATOR'],
  ['contact', 'SAFEGUARDING_CONTACT'],
];
