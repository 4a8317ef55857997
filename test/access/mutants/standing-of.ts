import type { Person } from '../oracle/world-builder-people.js';
import { Knowledge } from '../oracle/knowledge.js';
import { ref } from '../oracle/objects.js';
import { askerOf } from '../oracle/rules.js';
import { standingIn } from './operation-questions.js';
import { sceneNow, type Scene } from './scene.js';

/** What the database has to answer of somebody's standing on an inspection of the scene, as JSON; null where he sees none. */
export function standingOf(scene: Scene, stage: Parameters<Scene['id']>[0], name: Person): string {
  const user = scene.world.users.find((one) => one.id === scene.person(name));
  const inspectionId = scene.id(stage, 'inspection');
  if (user === undefined) throw new Error(`${name} is nobody`);
  const isSeen = askerOf(Knowledge.of(scene.world), user, sceneNow).sees(ref('inspection', inspectionId)) !== 'none';
  if (!isSeen) return 'null';
  const { inspectorates, invited, ...standing } = standingIn(scene.world, inspectionId, user);
  return JSON.stringify({ ...standing, inspectorates: [...inspectorates].sort(), invited: [...invited].sort() });
}
