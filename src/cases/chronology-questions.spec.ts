import { describe, expect, it } from '@jest/globals';
import { gapsLongerThan, sameDayAccounts, type DatedEntry } from './chronology-questions.js';

const entry = (happenedOn: string, agencyId: string | null = 'police', entryId = `${happenedOn} ${agencyId}`) =>
  ({ entryId, happenedOn, words: '', owner: 'OFSTED', agencyId, agency: agencyId }) satisfies DatedEntry;

describe('the questions that a chronology raises', () => {
  it('shows a stretch without an entry only where it is longer than asked', () => {
    const entries = [entry('2024-01-29'), entry('2024-01-01'), entry('2024-02-27')];
    expect(gapsLongerThan(28, entries)).toEqual([
      expect.objectContaining({ from: '2024-01-29', to: '2024-02-27', days: 29 }),
    ]);
    expect(gapsLongerThan(29, entries)).toEqual([]);
    expect(gapsLongerThan(27, entries)).toHaveLength(2);
  });

  it('finds no gap in a chronology of one entry, or of none', () => {
    expect(gapsLongerThan(1, [])).toEqual([]);
    expect(gapsLongerThan(1, [entry('2024-01-01'), entry('2024-01-01', 'health')])).toEqual([]);
  });

  it('lays the accounts of different agencies of one day side by side', () => {
    const entries = [
      entry('2024-01-01'),
      entry('2024-01-01', 'health'),
      entry('2024-01-02'),
      entry('2024-01-01', null),
    ];
    expect(sameDayAccounts(entries)).toEqual([{ on: '2024-01-01', entries: [entries[0], entries[1]] }]);
  });

  it('compares one agency with nobody', () => {
    expect(sameDayAccounts([entry('2024-01-01'), entry('2024-01-01', 'police', 'another')])).toEqual([]);
  });
});
