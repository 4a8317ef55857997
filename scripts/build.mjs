// `npm run build`: installs and builds what is missing or out of date.
import { requireNode } from './node-version.mjs';

requireNode();
import('./prepare.mjs').then(({ prepare }) => prepare());
