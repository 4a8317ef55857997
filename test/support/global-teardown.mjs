import { stopPlatform } from './global-platform.mjs';

export default stopPlatform;
