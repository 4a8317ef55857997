import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { inspectorates, listed } from '../../src/inspectorates/index.js';
import { InspectorateRegistry } from '../../src/inspectorates/inspectorate-registry.js';
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
import { aFinding, aPlainFinding, inTermsOf, refusedBy } from './neutral-contribution.js';

const INSPECTORATES_DIRECTORY = join(process.cwd(), 'src/inspectorates');
const { gradeWords } = new InspectorateRegistry(inspectorates);

describe.each(inspectorates.map((inspectorate) => [inspectorate.code, inspectorate] as const))(
  'the contract, kept by %s',
  (_, inspectorate) => {
    it('ties its own criteria to every joint criterion', () => {
      expect(criteriaAreJoint(inspectorate)).toEqual([]);
      expect(inspectorate.criteria.length).toBeGreaterThanOrEqual(8);
      expect(inspectorate.criteria.length).toBeLessThanOrEqual(14);
    });

    it('releases each of its kinds to each recipient under one of its gateways', () => {
      expect(inspectorate.evidenceKinds.length).toBeGreaterThanOrEqual(6);
      expect(releasesEveryKind(inspectorate, inspectorates)).toEqual([]);
    });

    it('refuses to release a kind that it does not claim', () => {
      expect(refusesUnknownKinds(inspectorate)).toEqual([]);
    });

    it('asks for findings, or for a reason why there are none', () => {
      expect(asksForFindingsOrAReason(inspectorate)).toEqual([]);
    });

    it('states each finding once and cites no other', () => {
      expect(statesEachFindingOnce(inspectorate)).toEqual([]);
    });

    it('keeps grades out of a joint narrative', () => {
      expect(keepsGradesOut(inspectorate, gradeWords)).toEqual([]);
    });

    it('has the files that a reader looks for', () => {
      const folder = listed.find((entry) => entry.inspectorate === inspectorate)?.folder ?? '';
      expect(readdirSync(join(INSPECTORATES_DIRECTORY, folder))).toEqual(
        expect.arrayContaining([
          `${folder}.ts`,
          `${folder}.module.ts`,
          `${folder}.spec.ts`,
          'criteria.ts',
          'evidence-kinds.ts',
          'handling.ts',
          'contribution.ts',
          'narrative.ts',
        ]),
      );
    });
  },
);

describe('the listed inspectorates together', () => {
  it('share no code', () => {
    expect(codesAreUnique(inspectorates)).toEqual([]);
  });

  it('are all the folders there are', () => {
    expect(
      foldersAreListed(
        INSPECTORATES_DIRECTORY,
        listed.map(({ folder }) => folder),
      ),
    ).toEqual([]);
  });

  it('tell the same findings each in its own way', () => {
    expect(toldAlike(inspectorates)).toEqual([]);
  });

  it('accept the finding that their differences are measured from, and a plain one of any kind and place', () => {
    expect(refusedBy({ findings: [aFinding()] })).toEqual([]);
    const plain = (
      [
        'STRENGTH',
        'AREA_FOR_IMPROVEMENT',
        'PRIORITY_ACTION',
        'EFFECTIVE_PRACTICE',
        'PRACTICE_CONCERN',
        'CONTEXT',
      ] as const
    ).flatMap((kind) =>
      (['HEADLINE', 'IMPROVEMENT', 'STRENGTH', 'MAIN', 'STUDY'] as const).flatMap((placement) => [
        aPlainFinding({ kind, placement }),
        aPlainFinding({ kind, placement, agencies: [], evidence: [{ method: 'DATA_RETURN', strength: 'DATA' }] }),
      ]),
    );
    expect(refusedBy({ findings: plain })).toEqual([]);
  });

  it('rest the prosecution inspectorate on its own Act, since the Children Act 2004 s.20 does not list it', () => {
    const resting = inspectorates.filter(({ gateways }) => gateways.some(({ code }) => code === 'CA_2004_S20'));
    expect(inspectorates.filter((inspectorate) => !resting.includes(inspectorate)).map(({ code }) => code)).toEqual([
      'HMCPSI',
    ]);
    const toProsecution = resting.flatMap((owner) =>
      owner.evidenceKinds.map(({ code }) =>
        owner.release(
          { kind: code, method: 'RECORD_REVIEW', strength: 'RECORD', marking: 'OFFICIAL', personalData: 'NONE' },
          { inspectorate: 'HMCPSI' },
        ),
      ),
    );
    expect(toProsecution.filter(({ gateway }) => gateway === 'CA_2004_S20')).toEqual([]);
  });

  it('hand over only what the contribution says', () => {
    for (const inspectorate of inspectorates) {
      const { paragraphs } = inspectorate.narrate(inTermsOf(inspectorate, { findings: [aPlainFinding()] }));
      expect(paragraphs.map(({ sentences }) => sentences.length)).toEqual([1]);
    }
  });
});
