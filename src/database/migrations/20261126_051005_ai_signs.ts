// @ts-nocheck: generated
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`posts\` ADD \`ai_denial\` text;`)
  await db.run(sql`ALTER TABLE \`_posts_v\` ADD \`version_ai_denial\` text;`)
  await db.run(sql`ALTER TABLE \`video_notes\` ADD \`ai_denial\` text;`)
  await db.run(sql`ALTER TABLE \`_video_notes_v\` ADD \`version_ai_denial\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`ai_sign\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`posts\` DROP COLUMN \`ai_denial\`;`)
  await db.run(sql`ALTER TABLE \`_posts_v\` DROP COLUMN \`version_ai_denial\`;`)
  await db.run(sql`ALTER TABLE \`video_notes\` DROP COLUMN \`ai_denial\`;`)
  await db.run(sql`ALTER TABLE \`_video_notes_v\` DROP COLUMN \`version_ai_denial\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`ai_sign\`;`)
}
