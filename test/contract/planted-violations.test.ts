import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { cqc } from '../../src/inspectorates/cqc/cqc.js';
import { inspectorates, listed } from '../../src/inspectorates/index.js';
import type { Inspectorate } from '../../src/inspectorates/inspectorate.js';
import { ofsted } from '../../src/inspectorates/ofsted/ofsted.js';
import {
  asksForFindingsOrAReason,
  codesAreUnique,
  criteriaAreJoint,
  foldersAreListed,
  keepsGradesOut,
  statesEachFindingOnce,
  toldAlike,
} from './inspectorate-contract.js';
import { refusesUnknownKinds, releasesEveryKind } from './release-contract.js';

describe('the contract test catches', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'inspectorates-'));
    cpSync(join(process.cwd(), 'src/inspectorates'), directory, { recursive: true });
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const folders = listed.map(({ folder }) => folder);

  it('a folder, copied and renamed, that index.ts does not list', () => {
    expect(foldersAreListed(directory, folders)).toEqual([]);
    cpSync(join(directory, 'ofsted'), join(directory, 'estyn'), { recursive: true });
    expect(foldersAreListed(directory, folders)).toEqual(['estyn is not listed in index.ts']);
  });

  it('a listed folder that is gone', () => {
    rmSync(join(directory, 'cqc'), { recursive: true });
    expect(foldersAreListed(directory, folders)).toEqual(['cqc is listed but not there']);
  });

  it('a copy that kept the codes of the original', () => {
    const copy: Inspectorate = { ...ofsted, code: 'ESTYN' };
    expect(codesAreUnique([ofsted, copy])).toContain('OFSTED_FRONT_DOOR stands twice');
    expect(codesAreUnique([ofsted, copy])).toContain('OFSTED_SCHOOL_RECORD stands twice');
  });

  it('one gateway under two provisions', () => {
    const gateways = [{ code: 'CA_2004_S20', provision: 'Children Act 1989 s.20', permits: [] }];
    expect(codesAreUnique([ofsted, { ...cqc, gateways }])).toEqual([
      'CA_2004_S20 is both Children Act 2004 s.20 and Children Act 1989 s.20',
    ]);
  });

  it('a joint criterion left unspoken', () => {
    const criteria = cqc.criteria.filter(({ joint }) => joint !== 'CHILD_VOICE');
    expect(criteriaAreJoint({ ...cqc, criteria })).toEqual(['nothing is said on CHILD_VOICE']);
  });

  it('a release that forgets a kind', () => {
    const forgetful: Inspectorate = {
      ...cqc,
      release: (evidence, to) => {
        if (evidence.kind === 'CQC_MATERNITY_RECORD') throw new Error('no rule');
        return cqc.release(evidence, to);
      },
    };
    expect(releasesEveryKind(forgetful, inspectorates)).toContain(
      'release of CQC_MATERNITY_RECORD to OFSTED throws: Error: no rule',
    );
  });

  it('a release under a law that is not its own, and one that answers for kinds of others', () => {
    const lawless: Inspectorate = { ...cqc, release: () => ({ form: 'SUMMARY', gateway: 'NO_LAW', why: 'It may.' }) };
    expect(releasesEveryKind(lawless, inspectorates)).toContain(
      'release of CQC_PATIENT_RECORD to OFSTED cites NO_LAW, which is not its gateway',
    );
    expect(releasesEveryKind(lawless, inspectorates)).toContain('release of CQC_PATIENT_RECORD to CQC is not whole');
    expect(refusesUnknownKinds(lawless)).toHaveLength(3);
  });

  it('a release that asks for text', () => {
    const curious: Inspectorate = {
      ...cqc,
      release: (evidence, to) => {
        if (String(Reflect.get(evidence, 'body')).includes('secret')) throw new Error('secret');
        return cqc.release(evidence, to);
      },
    };
    expect(releasesEveryKind(curious, inspectorates)[0]).toContain('release() asked for body');
  });

  it('a judgement word that reaches a narrative by way of a check', () => {
    const lenient: Inspectorate = { ...cqc, check: () => [] };
    expect(keepsGradesOut(lenient, cqc.gradeWords)).toContain(
      '“The work of the hub was rated outstanding.” passes into a narrative',
    );
    expect(asksForFindingsOrAReason(lenient)).toContain('an empty contribution is accepted');
  });

  it('a judgement word that reaches a narrative by way of its voice', () => {
    const grading: Inspectorate = {
      ...cqc,
      narrate: (contribution) => {
        const section = cqc.narrate(contribution);
        const graded = { text: 'Overall, the service is inadequate.', findingIds: ['finding-1'] };
        return {
          ...section,
          paragraphs: section.paragraphs.map((paragraph) => ({
            ...paragraph,
            sentences: [...paragraph.sentences, graded],
          })),
        };
      },
    };
    expect(keepsGradesOut(grading, cqc.gradeWords)).toEqual([
      'its narrative grades: “Overall, the service is inadequate.”',
    ]);
    expect(statesEachFindingOnce(grading)).not.toEqual([]);
  });

  it('a finding told twice, and one that was never given', () => {
    const repeating: Inspectorate = {
      ...cqc,
      narrate: (contribution) => {
        const { inspectorate, paragraphs } = cqc.narrate(contribution);
        const foreign = { placement: 'MAIN', sentences: [{ text: 'Unasked.', findingIds: ['finding-0'] }] } as const;
        return { inspectorate, paragraphs: [...paragraphs, ...paragraphs.slice(0, 1), foreign] };
      },
    };
    const violations = statesEachFindingOnce(repeating);
    expect(violations).toContain('finding-0 was not given');
    expect(violations.some((violation) => violation.endsWith('is stated 2 times'))).toBe(true);
  });

  it('two inspectorates with one voice', () => {
    const echo: Inspectorate = { ...cqc, narrate: (contribution) => ofsted.narrate(inOfstedsTerms(contribution)) };
    expect(toldAlike([ofsted, echo])).toEqual(['OFSTED and CQC narrate alike']);
  });
});

function inOfstedsTerms(contribution: Parameters<Inspectorate['narrate']>[0]): typeof contribution {
  return {
    ...contribution,
    findings: contribution.findings.map((finding) => {
      const joint = cqc.criteria.find(({ code }) => code === finding.criterion)?.joint;
      return { ...finding, criterion: ofsted.criteria.find((own) => own.joint === joint)?.code ?? '' };
    }),
  };
}
