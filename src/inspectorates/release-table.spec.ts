import { describe, expect, it } from '@jest/globals';

import { cqc } from './cqc/cqc.js';
import { inspectorates } from './index.js';
import { releaseTable } from './release-table.js';

describe('the release table', () => {
  const table = releaseTable(inspectorates);

  it('is the same each time', () => {
    expect(releaseTable(inspectorates)).toBe(table);
  });

  it('has a block for each kind and a line for each recipient', () => {
    const blocks = table.trimEnd().split('\n\n');
    expect(blocks).toHaveLength(inspectorates.flatMap(({ evidenceKinds }) => evidenceKinds).length);
    for (const block of blocks) {
      for (const { code } of inspectorates) expect(block).toContain(`\n  ${code}: `);
    }
  });

  it('cites the provision, and names the facts on which a form depends', () => {
    expect(table).toContain(
      '  OFSTED: SUMMARY | Health and Social Care Act 2008 s.76 | A patient’s record leaves as a summary of what is necessary.',
    );
    expect(table).toContain(
      '  OFSTED: WHOLE where personalData NONE or PERSONAL or CRIMINAL_OFFENCE | Children Act 2004 s.20 | Seen for the joint inspection.',
    );
    expect(table).toMatch(
      / {2}OFSTED: SUMMARY where personalData SPECIAL_CATEGORY \| Health and Social Care Act 2008 s\.76/,
    );
  });

  it('changes where a rule changes', () => {
    const lax = { ...cqc, release: () => ({ form: 'WHOLE', gateway: 'CA_2004_S20', why: 'Any.' }) as const };
    expect(releaseTable([lax])).not.toBe(releaseTable([cqc]));
  });

  it('splits on the first of two facts that matter only together', () => {
    const joint = {
      ...cqc,
      evidenceKinds: cqc.evidenceKinds.slice(0, 1),
      release: ({ marking, strength }: { marking: string; strength: string }) => {
        const form = marking === 'OFFICIAL_SENSITIVE' && strength === 'SAID' ? 'NOTHING' : 'WHOLE';
        return { form, gateway: 'CA_2004_S20', why: form } as const;
      },
    };
    expect(releaseTable([joint])).toContain('CQC: NOTHING where marking OFFICIAL_SENSITIVE, strength SAID |');
    expect(releaseTable([joint])).toContain('CQC: WHOLE where marking OFFICIAL |');
  });
});
