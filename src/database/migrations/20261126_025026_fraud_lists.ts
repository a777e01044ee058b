// @ts-nocheck: generated
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`shop_settings\` ADD \`ad_campaigns\` text;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` ADD \`banned_referrers\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`shop_settings\` DROP COLUMN \`ad_campaigns\`;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` DROP COLUMN \`banned_referrers\`;`)
}
