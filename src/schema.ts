import { Platform } from './migrations/0001-platform.js';
import { CommandEntity } from './platform/database/command.entity.js';
import type { Schema } from './platform/database/data-source.js';

/** All tables: the entities that describe them and the migrations that make them, in their order. */
export const SCHEMA: Schema = {
  entities: [CommandEntity],
  migrations: [Platform],
};
