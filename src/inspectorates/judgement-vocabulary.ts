/** Words that ordinary prose uses all the time: as a judgement only where the grammar leaves no doubt. */
export const EVERYDAY_GRADES: ReadonlySet<string> = new Set([
  'good',
  'poor',
  'fair',
  'excellent',
  'adequate',
  'satisfactory',
]);

/** What inspectorates grade: bodies and services. The last word of a noun phrase decides. */
export const GRADED_BODIES: ReadonlySet<string> = new Set(
  `service services force forces constabulary police authority authorities council councils trust trusts hospital
  hospitals school schools academy prison prisons institution institutions establishment establishments partnership
  partnerships board agency agencies commissioner commissioners provider providers inspectorate probation region area
  areas department departments team teams home homes college ofsted cps nhs icb ccg crc nps yot yos yjs camhs mash lscb mappa`.split(
    /\s+/,
  ),
);

/** What inspectorates grade: areas of judgement that one word names. */
export const GRADED_AREAS: ReadonlySet<string> = new Set(
  `effectiveness leadership management governance provision safeguarding performance`.split(/\s+/),
);

/** Areas of judgement that need more than one word, or a word that is an area only at the head of its phrase. */
export const GRADED_AREA_PHRASES: readonly string[] = [
  'overall effectiveness',
  'effectiveness',
  'leadership and management',
  'leadership, management and governance',
  'quality of practice',
  'quality of provision',
  'quality of leadership',
  'social care',
  "children's social care",
  'quality of education',
  'capacity to improve',
  'capacity for improvement',
  'help and protection',
  'protection of children',
  'impact of leaders',
  'experiences and progress',
  'progress and experiences',
  'behaviour and attitudes',
  'personal development',
  'early years',
  'organisational delivery',
  'court disposals',
  'out-of-court disposals',
  'statutory victim work',
  'protecting vulnerable people',
  'investigating crime',
  'preventing crime',
  'responding to the public',
  'recording data about crime',
  'managing offenders',
  'casework quality',
  'quality of casework',
  'purposeful activity',
  'rehabilitation and release planning',
  'healthy prison',
  'healthy establishment',
  'overall grade',
  'overall judgement',
  'overall rating',
];

/** Areas that are also everyday words: of these only a label ("Safe: good") is a judgement. */
export const LABELS: ReadonlySet<string> = new Set(
  `safe effective caring responsive well-led overall safety respect care resettlement outcome grade judgement judgment
  rating score`.split(/\s+/),
);

/** Bodies that are called good or poor as a whole only when graded: "is a good school". */
export const GRADED_BY_NAME: ReadonlySet<string> = new Set(
  'authority authorities council force forces constabulary school schools academy prison trust hospital'.split(' '),
);
