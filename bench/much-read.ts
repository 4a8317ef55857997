import { nodesOf, type PlanNode } from './explain.js';

/** What the functions of row security read, which a statement calls before it looks at a row. */
export const RULES = 'the access rules';

/** Blocks of 8 kB that one function of row security may touch. */
const MOST_FOR_RULES = 1_000;
/** Blocks that a part of a plan may touch each time it runs, however many rows it finds. */
const MOST = 500;
/** Those that nobody minds, and those for each row found: more, and rows are looked for without an index for them. */
const FEW = 12;
const FOR_A_ROW = 4;

/**
 * Tables of which a plan reads much more than it needs. Not sequential scans alone: PostgreSQL 18 also goes through an
 * index whose first column it does not know, which reads as much. And the access rules, where one of their functions
 * takes much.
 */
export function muchRead(plan: PlanNode): string[] {
  const nodes = nodesOf(plan);
  const computedOnce = new Map(nodes.map((node) => [node['Subplan Name'] ?? '', node]));
  const tables = nodes.flatMap((node) => {
    const table = node['Relation Name'];
    return table !== undefined && isMuch(node, computedOnce) ? [table] : [];
  });
  // A function's answer is a plan of its own with nothing below it.
  const functions = nodes.filter((node) => node['Subplan Name']?.startsWith('InitPlan') && node.Plans === undefined);
  const rules = functions.some((node) => blocksOf(node) > MOST_FOR_RULES);
  return [...new Set([...tables, ...(rules ? [RULES] : [])])].sort();
}

export const blocksOf = (node: PlanNode | undefined): number =>
  (node?.['Shared Hit Blocks'] ?? 0) + (node?.['Shared Read Blocks'] ?? 0);

function isMuch(node: PlanNode, computedOnce: ReadonlyMap<string, PlanNode>): boolean {
  if (node['Node Type'].includes('Seq Scan')) return true;
  // What is computed once for the statement is counted with the node that needs it first.
  const conditions = [node['Index Cond'], node['Recheck Cond'], node.Filter].join(' ');
  const needed = [...conditions.matchAll(/InitPlan \d+/g)].map(([name]) => blocksOf(computedOnce.get(name)));
  const loops = Math.max(1, node['Actual Loops'] ?? 1);
  // Whether a row is for the asker is looked up in an index for each that is met: not what this table cost.
  const probes = (node.Plans ?? []).filter((part) => part['Parent Relationship'] === 'SubPlan').map(blocksOf);
  const own = (blocksOf(node) - [...needed, ...probes].reduce((sum, blocks) => sum + blocks, 0)) / loops;
  return own > MOST || (own > FEW && own > FOR_A_ROW * (node['Actual Rows'] ?? 0));
}
