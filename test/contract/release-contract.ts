import {
  type EvidenceFacts,
  EVIDENCE_METHODS,
  EVIDENCE_STRENGTHS,
  type Inspectorate,
  MARKINGS,
  PERSONAL_DATA_CLASSES,
  type Release,
} from '../../src/inspectorates/inspectorate.js';
import type { Violations } from './inspectorate-contract.js';

export function releasesEveryKind(owner: Inspectorate, all: readonly Inspectorate[]): Violations {
  const recipients = [...all.map(({ code }) => code), 'AN_INSPECTORATE_TO_COME'];
  return owner.evidenceKinds.flatMap(({ code }) =>
    recipients.flatMap((recipient) => [
      ...new Set(samplesOf(code).flatMap((facts) => releaseViolations(owner, facts, recipient))),
    ]),
  );
}

function releaseViolations(owner: Inspectorate, facts: EvidenceFacts, recipient: string): string[] {
  const what = `release of ${facts.kind} to ${recipient}`;
  let release: Release;
  try {
    release = owner.release(withoutText(facts), { inspectorate: recipient });
  } catch (error) {
    return [`${what} throws: ${String(error)}`];
  }
  const { form, gateway, why } = release;
  const cited = owner.gateways.find(({ code }) => code === gateway);
  const violations: string[] = [];
  if (!['WHOLE', 'SUMMARY', 'NOTHING'].includes(form)) violations.push(`${what} answers ${form}`);
  if (cited === undefined) violations.push(`${what} cites ${gateway}, which is not its gateway`);
  if (why.trim() === '') violations.push(`${what} gives no reason`);
  if (recipient === owner.code && form !== 'WHOLE') violations.push(`${what} is not whole`);
  if (recipient !== owner.code && form !== 'NOTHING' && !cited?.permits.includes('SHARE')) {
    violations.push(`${what} cites ${gateway}, which does not permit sharing`);
  }
  return violations;
}

function samplesOf(kind: string): EvidenceFacts[] {
  return EVIDENCE_METHODS.flatMap((method) =>
    EVIDENCE_STRENGTHS.flatMap((strength) =>
      MARKINGS.flatMap((marking) =>
        PERSONAL_DATA_CLASSES.map((personalData) => ({ kind, method, strength, marking, personalData })),
      ),
    ),
  );
}

/** Facts that refuse to be asked for anything else. */
function withoutText(facts: EvidenceFacts): EvidenceFacts {
  return new Proxy(facts, {
    get: (target, name, receiver) => {
      if (!(name in target)) throw new Error(`release() asked for ${String(name)}`);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}

export function refusesUnknownKinds(owner: Inspectorate): Violations {
  return ['NO_SUCH_KIND', 'constructor', ''].flatMap((kind) => {
    const facts = { ...samplesOf(kind)[0], kind } as EvidenceFacts;
    try {
      return [`release of “${kind}” answers ${owner.release(facts, { inspectorate: owner.code }).form}`];
    } catch {
      return [];
    }
  });
}
