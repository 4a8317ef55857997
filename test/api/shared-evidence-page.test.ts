import { describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { anInspection, aPiece, firstKind, gatewayOf } from '../support/an-inspection.js';
import { url } from '../support/client.js';

const PAGE = `query ($id: ID!) {
  evidence(inspectionId: $id, first: 50) {
    nodes {
      id title createdAt
      owner { code name }
      case { id code journeyStage }
      shares { id form purpose endsAt recipient { code } }
      findings { id statement owner { code } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Page {
  evidence: {
    nodes: {
      id: string;
      title: string;
      case: { code: string } | null;
      shares: unknown[];
      findings: { statement: string }[];
    }[];
  };
}

describe('a page of shared evidence', () => {
  it('takes at most two statements, whatever its size, and holds owner, case, shares and citing findings', async () => {
    const inspection = await anInspection().inStage('FIELDWORK').build();
    const inspector = inspection.member('OFSTED', 'INSPECTOR');
    const { case: child } = await inspector.client.do<{ case: { id: string } }>(
      'createCase',
      {
        inspectionId: inspection.id,
        sampling: 'TRACKED',
        rationale: 'Youngest at risk',
        journeyStage: 'CHILD_PROTECTION',
        ageYears: 4,
        agencyIds: [],
      },
      'case { id }',
    );
    const counted: Record<number, string> = {};
    for (const size of [1, 50]) {
      const seen = (await read(inspector.client.token, inspection.id)).page.evidence.nodes.length;
      for (let made = seen; made < size; made += 1) {
        const item = await aPiece(inspector, 'OFSTED', inspection.id, { caseId: child.id });
        await inspector.client.do('shareEvidence', {
          evidenceId: item.id,
          recipient: 'CQC',
          form: 'WHOLE',
          gateway: gatewayOf('OFSTED', 'SHARE'),
          purpose: 'To corroborate',
        });
        await inspector.client.do('draftFinding', {
          inspectionId: inspection.id,
          kind: 'STRENGTH',
          placement: 'STRENGTH',
          position: made,
          criterion: firstKind('OFSTED').criterion,
          statement: `Finding ${made}`,
          citations: [{ evidenceId: item.id }],
        });
      }
      const { page, statements } = await read(inspector.client.token, inspection.id);
      expect(page.evidence.nodes).toHaveLength(size);
      for (const node of page.evidence.nodes) {
        expect(node.shares).toHaveLength(1);
        expect(node.case).not.toBeNull();
        expect(node.findings).toHaveLength(1);
      }
      counted[size] = statements;
    }
    expect(Number(counted[50])).toBeLessThanOrEqual(2);
    expect(counted[50]).toBe(counted[1]);
  }, 60_000);
});

async function read(token: string | null, id: string): Promise<{ page: Page; statements: string }> {
  const response = await supertest(url())
    .post('/graphql')
    .set('authorization', `Bearer ${token}`)
    .set('x-app-now', '2024-03-19T10:00:00Z')
    .send({ query: PAGE, variables: { id } });
  const body = response.body as { data: Page; errors?: unknown };
  if (body.errors !== undefined) throw new Error(response.text);
  return { page: body.data, statements: response.headers['x-sql-statements'] ?? '' };
}
