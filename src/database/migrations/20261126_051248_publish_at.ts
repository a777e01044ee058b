// @ts-nocheck: generated
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`piece_states\` ADD \`publish_at\` text;`)
  await db.run(sql`CREATE INDEX \`piece_states_publish_at_idx\` ON \`piece_states\` (\`publish_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`piece_states_publish_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`piece_states\` DROP COLUMN \`publish_at\`;`)
}
