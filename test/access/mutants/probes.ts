import type { Probe } from './probing.js';
import type { Scene } from './scene.js';

export const probesOf = (_scene: Scene): readonly Probe[] => [];
