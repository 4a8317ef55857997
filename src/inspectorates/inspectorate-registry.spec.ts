import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';

import { inspectorates } from './index.js';
import { InspectorateRegistry } from './inspectorate-registry.js';
import { InspectoratesModule } from './inspectorates.module.js';

const registry = new InspectorateRegistry(inspectorates);

describe('the registry of inspectorates', () => {
  it('finds inspectorates, criteria and evidence kinds by code, and tells whose they are', () => {
    expect(registry.get('CQC').name).toBe('Care Quality Commission');
    expect(registry.criterion('HMCPSI_CHARGING')).toMatchObject({ joint: 'ASSESS', inspectorate: 'HMCPSI' });
    expect(registry.evidenceKind('CQC_PATIENT_RECORD')).toMatchObject({ inspectorate: 'CQC' });
    expect(registry.has('OFSTED')).toBe(true);
    expect(registry.has('HMIP')).toBe(false);
  });

  it('says clearly which code nobody claims', () => {
    expect(() => registry.get('HMIP')).toThrow('No inspectorate claims the inspectorate HMIP.');
    expect(() => registry.criterion('toString')).toThrow('No inspectorate claims the criterion toString.');
    expect(() => registry.evidenceKind('DIARY')).toThrow('No inspectorate claims the evidence kind DIARY.');
  });

  it('lets start-up pass where every stored code is claimed, and stops it where one is not', () => {
    const stored = { inspectorates: ['OFSTED'], criteria: ['CQC_MATERNITY'], evidenceKinds: ['HMCPSI_CASE_FILE'] };
    expect(() => registry.assertClaimed(stored)).not.toThrow();
    expect(() => registry.assertClaimed({})).not.toThrow();
    expect(() => registry.assertClaimed({ ...stored, inspectorates: ['ESTYN'], criteria: ['ESTYN_CARE'] })).toThrow(
      'The database holds the inspectorate ESTYN, the criterion ESTYN_CARE, which no inspectorate',
    );
  });

  it('refuses two inspectorates under one code', () => {
    expect(() => new InspectorateRegistry([...inspectorates, ...inspectorates])).toThrow('OFSTED is claimed twice');
  });

  it('gathers the grade words of all', () => {
    expect(registry.gradeWords).toEqual(expect.arrayContaining(['cause of concern', 'good', 'reasonably good']));
  });

  it('is provided by the module with the inspectorates of the list, in its order', async () => {
    const module = await Test.createTestingModule({ imports: [InspectoratesModule] }).compile();
    expect(module.get(InspectorateRegistry).all).toEqual(inspectorates);
  });
});
