import { Initial1763928000000 } from './1763928000000-initial.js';

/** Every migration, oldest first. */
export const MIGRATIONS = [Initial1763928000000];
