import { ACTIONS } from './roots/actions.js';
import { COMPOUNDS } from './roots/compounds.js';
import { ECONOMY } from './roots/economy.js';
import { GOVERNMENT } from './roots/government.js';
import { LOANWORDS } from './roots/loanwords.js';
import { NATURE } from './roots/nature.js';
import { QUALITIES } from './roots/qualities.js';
import { RELATIONS } from './roots/relations.js';
import { SCIENCE } from './roots/science.js';
import { SOCIETY } from './roots/society.js';
import { THINGS } from './roots/things.js';
import { words } from './word-list.js';

/** Words that take affixes. Each file of `roots/` holds one field, alphabetically; a word stands in one file only. */
export const ROOTS: readonly string[] = [
  RELATIONS,
  GOVERNMENT,
  COMPOUNDS,
  ECONOMY,
  SCIENCE,
  SOCIETY,
  NATURE,
  QUALITIES,
  ACTIONS,
  THINGS,
  LOANWORDS,
].flatMap(words);
