import { character } from './character.ts';
import { director } from './director.ts';
import { dramaturge } from './dramaturge.ts';
import { ensemble } from './ensemble.ts';
import { player } from './player.ts';
import type { Agents } from './stage.ts';

/** The agents ScriptGen brings. */
export const AGENTS: Agents = { character, ensemble, player, director, dramaturge };
