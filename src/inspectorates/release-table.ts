import {
  EVIDENCE_METHODS,
  EVIDENCE_STRENGTHS,
  type EvidenceFacts,
  type EvidenceKind,
  type Inspectorate,
  MARKINGS,
  PERSONAL_DATA_CLASSES,
  type Release,
} from './inspectorate.js';

const FACTS = {
  personalData: PERSONAL_DATA_CLASSES,
  marking: MARKINGS,
  strength: EVIDENCE_STRENGTHS,
  method: EVIDENCE_METHODS,
} as const;
type Fact = keyof typeof FACTS;
const FACT_NAMES = Object.keys(FACTS) as readonly Fact[];

interface Answer {
  readonly facts: EvidenceFacts;
  readonly release: Release;
}

interface Row {
  /** What the item's facts must be, one entry for each fact that matters. */
  readonly where: readonly string[];
  readonly release: Release;
}

/**
 * Who may be shown what, and by which law: one line for each kind, recipient and, where the form depends on them, facts
 * of the item. Deterministic, so that a change of a rule is a change of a line.
 */
export function releaseTable(inspectorates: readonly Inspectorate[]): string {
  const blocks = inspectorates.flatMap((owner) =>
    owner.evidenceKinds.map((kind) => {
      const lines = inspectorates.flatMap((recipient) =>
        rowsOf(owner, kind, recipient.code).map(({ where, release }) => {
          const condition = where.length === 0 ? '' : ` where ${where.join(', ')}`;
          const provision = owner.gateways.find(({ code }) => code === release.gateway)?.provision ?? release.gateway;
          return `  ${recipient.code}: ${release.form}${condition} | ${provision} | ${release.why}`;
        }),
      );
      return [`${owner.code} ${kind.code}`, ...lines].join('\n');
    }),
  );
  return `${blocks.join('\n\n')}\n`;
}

function rowsOf(owner: Inspectorate, kind: EvidenceKind, recipient: string): Row[] {
  const releases = FACT_NAMES.reduce<readonly EvidenceFacts[]>(
    (items, fact) => items.flatMap((item) => FACTS[fact].map((value) => ({ ...item, [fact]: value }))),
    [{ kind: kind.code, personalData: 'NONE', marking: 'OFFICIAL', strength: 'RECORD', method: 'RECORD_REVIEW' }],
  ).map((facts) => ({ facts, release: owner.release(facts, { inspectorate: recipient }) }));
  return split(releases, FACT_NAMES);
}

/** Splits by the first fact that matters, so that a row names only facts that change its form, law or reason. */
function split(answers: readonly Answer[], facts: readonly Fact[]): Row[] {
  const [first] = answers;
  if (first === undefined) return [];
  if (answers.every(({ release }) => same(release, first.release))) return [{ where: [], release: first.release }];
  const [fact, ...rest] = facts;
  if (fact === undefined) throw new Error(`release() of ${first.facts.kind} answers the same facts in two ways.`);
  const matters = answers.some(({ facts: one, release }) =>
    answers.some(({ facts: other, release: answer }) => differOnlyIn(fact, one, other) && !same(release, answer)),
  );
  if (!matters) return split(answers, rest);
  const valuesByRows = new Map<string, { values: string[]; rows: Row[] }>();
  for (const value of FACTS[fact]) {
    const rows = split(
      answers.filter((answer) => answer.facts[fact] === value),
      rest,
    );
    const alike = valuesByRows.get(JSON.stringify(rows));
    if (alike) alike.values.push(value);
    else valuesByRows.set(JSON.stringify(rows), { values: [value], rows });
  }
  return [...valuesByRows.values()].flatMap(({ values, rows }) =>
    rows.map(({ where, release }) => ({ where: [`${fact} ${values.join(' or ')}`, ...where], release })),
  );
}

function differOnlyIn(fact: Fact, one: EvidenceFacts, other: EvidenceFacts): boolean {
  return FACT_NAMES.every((name) => (one[name] === other[name]) === (name !== fact));
}

function same(one: Release, other: Release): boolean {
  return one.form === other.form && one.gateway === other.gateway && one.why === other.why;
}
