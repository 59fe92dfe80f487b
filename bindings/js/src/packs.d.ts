// The packs of rules that come with the package, by name: `leps.nazionale` and the others.

import type { File } from './leps.js';

/** The files of each pack, named as the repository has them (`rules/nazionale/00_basi.leps`). */
export const packs: Readonly<Record<string, File[]>>;
