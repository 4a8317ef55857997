import { beforeAll, describe, expect, it } from '@jest/globals';
import { aPiece } from '../../support/an-inspection.js';
import { aShare, degreeOf, shareOf } from './sight.js';
import { anInspectionOfSix, SIX, type OfSix } from './six-inspectorates.js';
import { answerOf, each, refused, type Attempt } from './the-rows.js';

const SUMMARY = { form: 'SUMMARY', title: 'In short', summary: 'What is necessary' };

describe('R4: what may be shared with whom, in which form, is capped by what its owner releases', () => {
  let inspection: OfSix;
  const others = (owner: string): string[] => SIX.filter((code) => code !== owner);
  const filed = (owner: string, kind: string, more: Record<string, unknown> = {}) =>
    aPiece(inspection.inspector(owner), owner, inspection.id, {
      kind,
      personalData: 'SPECIAL_CATEGORY',
      ...more,
    });
  const attemptsOn = (owner: string, evidenceId: string, recipients: readonly string[], more: object) =>
    Object.fromEntries(
      recipients.map((recipient): [string, Attempt] => [
        recipient,
        [inspection.inspector(owner).client, 'shareEvidence', shareOf(owner, evidenceId, recipient, { ...more })],
      ]),
    );

  beforeAll(async () => {
    inspection = await anInspectionOfSix();
  });

  it.each([
    ['CQC', 'CQC_PATIENT_RECORD', ['HMCPSI']],
    ['HMICFRS', 'HMICFRS_INTELLIGENCE_REPORT', []],
    ['HMCPSI', 'HMCPSI_PRIVILEGED_MATERIAL', ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION', 'HMI_PRISONS']],
  ])('%s: a %s leaves whole for nobody, and in summary for all but %j', async (owner, kind, nothing) => {
    const { id } = await filed(owner, kind);
    const above = 'form: ABOVE_RELEASE';
    const whole = attemptsOn(owner, id, others(owner), {});
    expect(await refused(inspection, whole)).toEqual(each(whole, above));
    const kept = attemptsOn(owner, id, nothing, SUMMARY);
    expect(await refused(inspection, kept)).toEqual(each(kept, above));
    for (const recipient of others(owner)) {
      if (!nothing.includes(recipient)) await aShare(inspection.inspector(owner).client, owner, id, recipient, SUMMARY);
      expect([recipient, await degreeOf(inspection.inspector(recipient).client, id)]).toEqual([
        recipient,
        nothing.includes(recipient) ? 'none' : 'summary',
      ]);
    }
  });

  it('an edit computes it anew and cuts the shares above it in the same transaction', async () => {
    const { id, version } = await filed('HMICFRS', 'HMICFRS_CRIME_RECORD', { personalData: 'NONE' });
    const writer = inspection.inspector('HMICFRS').client;
    for (const recipient of ['OFSTED', 'HMI_PROBATION']) await aShare(writer, 'HMICFRS', id, recipient);
    const seen = () =>
      Promise.all(['OFSTED', 'HMI_PROBATION'].map((code) => degreeOf(inspection.inspector(code).client, id)));
    expect(await seen()).toEqual(['whole', 'whole']);
    const reason = 'It names offenders';
    const anew = { evidenceId: id, version, personalData: 'CRIMINAL_OFFENCE', reason };
    expect(
      await refused(inspection, {
        'by a recipient': [inspection.inspector('OFSTED').client, 'reclassifyEvidence', anew],
        'by a stranger': [inspection.inspector('CQC').client, 'reclassifyEvidence', anew],
      }),
    ).toEqual({ 'by a recipient': 'NOT_PERMITTED', 'by a stranger': 'NOT_FOUND' });
    expect(answerOf(await writer.send('reclassifyEvidence', anew))).toBe('done');
    // Within criminal justice the record still goes whole; the share with it was never touched.
    expect(await seen()).toEqual(['none', 'whole']);
    const again = attemptsOn('HMICFRS', id, ['OFSTED'], {});
    expect(await refused(inspection, again)).toEqual({ OFSTED: 'form: ABOVE_RELEASE' });
    await aShare(writer, 'HMICFRS', id, 'OFSTED', SUMMARY);
    expect(await seen()).toEqual(['summary', 'whole']);
  });
});
