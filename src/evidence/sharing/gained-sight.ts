/** Degrees of sight that a share gives or leaves, each above those before it. */
export const SIGHTS = ['NONE', 'EXISTS', 'SUMMARY', 'WHOLE'] as const;
export type Sight = (typeof SIGHTS)[number];

/** Sight of an item for a period [from, until); until null has no end but the inspection's. */
export interface Span {
  readonly sight: Sight;
  readonly from: Date;
  readonly until: Date | null;
}

export interface Gain {
  readonly before: Sight;
  readonly after: Sight;
  readonly from: Date;
  readonly until: Date | null;
}

const NEVER = Number.POSITIVE_INFINITY;
const end = (span: { until: Date | null }): number => span.until?.getTime() ?? NEVER;

/** What both periods have in common, or null. */
export function common(
  one: { from: Date; until: Date | null },
  other: { from: Date; until: Date | null },
): { from: Date; until: Date | null } | null {
  const from = one.from < other.from ? other.from : one.from;
  const until = end(one) < end(other) ? one.until : other.until;
  return end({ until }) > from.getTime() ? { from, until } : null;
}

/** Whole beats summary, whichever share gives it (R3): what is seen at an instant. */
function sightAt(spans: readonly Span[], at: number): Sight {
  const seen = spans.filter((span) => span.from.getTime() <= at && at < end(span));
  return SIGHTS[Math.max(0, ...seen.map(({ sight }) => SIGHTS.indexOf(sight)))] ?? 'NONE';
}

/**
 * By how much sight grows where new periods are added to those that there are already, piece by piece: whoever sees
 * an item in summary until June gains less until June than afterwards. Pieces without a gain are left out.
 */
export function gainedSight(already: readonly Span[], added: readonly Span[]): Gain[] {
  const bounds = [...already, ...added].flatMap((span) => [span.from.getTime(), end(span)]);
  const instants = [...new Set(bounds)].sort((a, b) => a - b);
  const gains: Gain[] = [];
  instants.slice(0, -1).forEach((from, index) => {
    const until = instants[index + 1] ?? NEVER;
    const [before, after] = [sightAt(already, from), sightAt([...already, ...added], from)];
    if (before === after) return;
    const last = gains.at(-1);
    const piece = { before, after, from: new Date(from), until: until === NEVER ? null : new Date(until) };
    if (last !== undefined && last.before === before && last.after === after && end(last) === from)
      gains.splice(-1, 1, { ...piece, from: last.from });
    else gains.push(piece);
  });
  return gains;
}
