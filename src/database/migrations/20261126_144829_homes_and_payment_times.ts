// @ts-nocheck: generated
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`order_contacts\` ADD \`home\` text;`)
  await db.run(sql`CREATE INDEX \`order_contacts_home_idx\` ON \`order_contacts\` (\`home\`);`)
  await db.run(sql`CREATE INDEX \`orders_paid_at_idx\` ON \`orders\` (\`paid_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`orders_paid_at_idx\`;`)
  await db.run(sql`DROP INDEX \`order_contacts_home_idx\`;`)
  await db.run(sql`ALTER TABLE \`order_contacts\` DROP COLUMN \`home\`;`)
}
