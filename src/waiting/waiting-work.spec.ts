import { describe, expect, it } from '@jest/globals';
import { byUrgency, type Waiting } from './waiting-work.js';

const waiting = (objectId: string, more: Partial<Waiting>): Waiting => ({
  kind: 'REQUEST_DUE',
  objectId,
  words: '',
  yours: true,
  since: new Date('2024-03-01T09:00:00Z'),
  dueAt: null,
  ...more,
});

describe('waiting work', () => {
  it('begins with the concerns that nobody has acknowledged, however new they are and whatever else is overdue', () => {
    const list = [
      waiting('without deadline', {}),
      waiting('overdue', { dueAt: new Date('2024-03-02T00:00:00Z') }),
      waiting('acted on', { kind: 'CONCERN_NOT_CLOSED' }),
      waiting('newer', { kind: 'CONCERN_UNACKNOWLEDGED', since: new Date('2024-03-04T10:00:00Z') }),
      waiting('older', { kind: 'CONCERN_UNACKNOWLEDGED', since: new Date('2024-03-04T09:00:00Z') }),
      waiting('acknowledged', { kind: 'CONCERN_NOT_ACTED_ON' }),
    ];
    expect(list.sort(byUrgency).map(({ objectId }) => objectId)).toEqual([
      'older',
      'newer',
      'acknowledged',
      'acted on',
      'overdue',
      'without deadline',
    ]);
  });
});
