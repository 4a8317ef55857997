import type { EvidenceFacts, Inspectorate, Recipient, Release, ReleaseForm } from './inspectorate.js';
import { UnknownCodeError } from './inspectorate.errors.js';

/** How one kind of evidence leaves: a form, why, and the law that limits it (none: the recipient's gateway). */
export interface ReleaseCap {
  readonly form: ReleaseForm;
  readonly why: string;
  readonly gateway?: string;
}

/** A cap for some recipients or some facts only; the first that fits holds. */
export interface ReleaseException extends ReleaseCap {
  /** Codes of recipients; absent: all. */
  readonly to?: readonly string[];
  readonly where?: Partial<{ readonly [Fact in Exclude<keyof EvidenceFacts, 'kind'>]: readonly EvidenceFacts[Fact][] }>;
}

export interface KindHandling extends ReleaseCap {
  readonly except?: readonly ReleaseException[];
}

export interface Handling {
  readonly inspectorate: string;
  /** The gateway under which it holds what it gathered. */
  readonly ownGateway: string;
  /** By code of the recipient: the gateway through which the law lets something pass to it. */
  readonly partners: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, KindHandling>>;
  /** For every kind, tried before the kind's own. */
  readonly always?: readonly ReleaseException[];
}

/** A `release()` that is total over the kinds handled and over every recipient, and never sees text. */
export function releaseUnder(handling: Handling): Inspectorate['release'] {
  return (evidence, to) => {
    const kind = entry(handling.kinds, evidence.kind);
    if (kind === undefined) throw new UnknownCodeError('evidence kind', evidence.kind, handling.inspectorate);
    return capFor(handling, kind, evidence, to);
  };
}

function capFor(handling: Handling, kind: KindHandling, evidence: EvidenceFacts, to: Recipient): Release {
  if (to.inspectorate === handling.inspectorate) {
    return { form: 'WHOLE', gateway: handling.ownGateway, why: 'Its own evidence.' };
  }
  const partner = entry(handling.partners, to.inspectorate);
  // Closed by default: a body joins only once the law that lets things pass to it is listed.
  if (partner === undefined) {
    return { form: 'NOTHING', gateway: handling.ownGateway, why: 'No gateway lets evidence pass to this recipient.' };
  }
  const cap = narrowest([firstFitting(handling.always, evidence, to), firstFitting(kind.except, evidence, to) ?? kind]);
  return { form: cap.form, gateway: cap.gateway ?? partner, why: cap.why };
}

const BREADTH: Readonly<Record<ReleaseForm, number>> = { NOTHING: 0, SUMMARY: 1, WHOLE: 2 };

/** Where two rules hold the narrower wins; of two alike the one that cites a law of its own, the kind's own first. */
function narrowest([general, own]: readonly [ReleaseCap | undefined, ReleaseCap]): ReleaseCap {
  if (general === undefined || BREADTH[own.form] < BREADTH[general.form]) return own;
  return general.form === own.form && own.gateway !== undefined ? own : general;
}

function firstFitting(
  exceptions: readonly ReleaseException[] | undefined,
  evidence: EvidenceFacts,
  to: Recipient,
): ReleaseException | undefined {
  return exceptions?.find(
    (exception) =>
      (exception.to === undefined || exception.to.includes(to.inspectorate)) &&
      fits(exception.where?.method, evidence.method) &&
      fits(exception.where?.strength, evidence.strength) &&
      fits(exception.where?.marking, evidence.marking) &&
      fits(exception.where?.personalData, evidence.personalData),
  );
}

function fits<Fact>(allowed: readonly Fact[] | undefined, fact: Fact): boolean {
  return allowed === undefined || allowed.includes(fact);
}

/** Own entries alone: no code is answered by what every object inherits. */
function entry<Value>(table: Readonly<Record<string, Value>>, code: string): Value | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}
