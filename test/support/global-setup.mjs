import { startPlatform, stopPlatform } from './global-platform.mjs';

export default async function globalSetup() {
  try {
    await startPlatform();
  } catch (error) {
    // Jest tears down only what was set up whole.
    await stopPlatform();
    throw error;
  }
}
