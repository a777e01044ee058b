// @ts-nocheck: generated
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`conversions_lines\` ADD \`hold_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`conversions\` ADD \`checkout_started_at\` text;`)
  await db.run(sql`CREATE INDEX \`conversions_sold_at_idx\` ON \`conversions\` (\`sold_at\`);`)
  await db.run(sql`CREATE INDEX \`conversions_at_idx\` ON \`conversions\` (\`at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`conversions_sold_at_idx\`;`)
  await db.run(sql`DROP INDEX \`conversions_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`conversions\` DROP COLUMN \`checkout_started_at\`;`)
  await db.run(sql`ALTER TABLE \`conversions_lines\` DROP COLUMN \`hold_days\`;`)
}
