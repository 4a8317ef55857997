/** How an answer is put together from what speaks for it and what against. */
export const degrees = ['none', 'exists', 'summary', 'whole', 'write'] as const;
export type Degree = (typeof degrees)[number];

/** The rules by their numbers; `principal` and `time` stand for the sections of those names. */
export const rules = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'principal',
  'time',
] as const;
export type Rule = (typeof rules)[number];

/** One reason for which somebody might see something: it counts if nothing denies it. */
export interface Claim {
  readonly degree: Degree;
  readonly by: readonly Rule[];
  readonly denied: readonly Rule[];
  /** R10 takes nothing from what is public, nor an immediate concern from its author or the lead. */
  readonly spared: boolean;
}

export interface Answer {
  readonly sight: Degree;
  /** The rules by which it is seen as far as it is. */
  readonly allowedBy: readonly Rule[];
  /** The rules for which it is not seen further; where nothing spoke for it, the rule of its kind. */
  readonly deniedBy: readonly Rule[];
}

const rank = (degree: Degree): number => degrees.indexOf(degree);

export const atLeast = (seen: Degree, needed: Degree): boolean => rank(seen) >= rank(needed);

export const claim = (degree: Degree, by: readonly Rule[], denied: readonly Rule[] = []): Claim => ({
  degree,
  by,
  denied,
  spared: false,
});

/** What everybody sees. */
export const publicClaim = (degree: Degree, by: readonly Rule[], denied: readonly Rule[] = []): Claim => ({
  ...claim(degree, by, denied),
  spared: true,
});

/** `[rule]` if the condition fails, else nothing: to be spread into what denies a claim. */
export const unless = (holds: boolean, rule: Rule): readonly Rule[] => (holds ? [] : [rule]);

/** Several roles add up; R10 then subtracts. */
export function decide(claims: readonly Claim[], home: Rule, conflicted: boolean): Answer {
  let best: Degree = 'none';
  const allowed = new Set<Rule>();
  for (const one of claims) {
    if (deniers(one, conflicted).length > 0 || rank(one.degree) < rank(best)) continue;
    if (rank(one.degree) > rank(best)) allowed.clear();
    best = one.degree;
    for (const rule of one.by) allowed.add(rule);
  }
  const denied = new Set<Rule>();
  for (const one of claims) {
    if (rank(one.degree) > rank(best)) for (const rule of deniers(one, conflicted)) denied.add(rule);
  }
  if (best === 'none' && denied.size === 0) denied.add(home);
  return { sight: best, allowedBy: best === 'none' ? [] : [...allowed], deniedBy: [...denied] };
}

function deniers(one: Claim, conflicted: boolean): readonly Rule[] {
  return conflicted && !one.spared ? [...one.denied, 'R10'] : one.denied;
}
