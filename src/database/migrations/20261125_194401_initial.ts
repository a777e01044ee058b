// @ts-nocheck: generated
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`creator_id\` text,
  	\`locale\` text DEFAULT 'zh' NOT NULL,
  	\`suspended_at\` text,
  	\`demo\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`_verified\` integer,
  	\`_verificationtoken\` text,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`users_creator_idx\` ON \`users\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`users_deleted_at_idx\` ON \`users\` (\`deleted_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`creators_verticals\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`creators_verticals_order_idx\` ON \`creators_verticals\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`creators_verticals_parent_idx\` ON \`creators_verticals\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`creators\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`user_id\` text NOT NULL,
  	\`handle\` text NOT NULL,
  	\`display_name\` text NOT NULL,
  	\`bio\` text,
  	\`avatar_id\` text,
  	\`level\` text DEFAULT 'none' NOT NULL,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`avatar_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`creators_user_idx\` ON \`creators\` (\`user_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`creators_handle_idx\` ON \`creators\` (\`handle\`);`)
  await db.run(sql`CREATE INDEX \`creators_avatar_idx\` ON \`creators\` (\`avatar_id\`);`)
  await db.run(sql`CREATE INDEX \`creators_updated_at_idx\` ON \`creators\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`creators_created_at_idx\` ON \`creators\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`posts_pictures\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`media_id\` text,
  	\`alt\` text,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_pictures_order_idx\` ON \`posts_pictures\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`posts_pictures_parent_id_idx\` ON \`posts_pictures\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_pictures_media_idx\` ON \`posts_pictures\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`posts_placements\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`number\` numeric,
  	\`kind\` text,
  	\`product_id\` text,
  	\`link_id\` text,
  	\`picture\` numeric,
  	\`x\` numeric,
  	\`y\` numeric,
  	\`from\` numeric,
  	\`to\` numeric,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`link_id\`) REFERENCES \`product_links\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_placements_order_idx\` ON \`posts_placements\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`posts_placements_parent_id_idx\` ON \`posts_placements\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_placements_product_idx\` ON \`posts_placements\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_placements_link_idx\` ON \`posts_placements\` (\`link_id\`);`)
  await db.run(sql`CREATE TABLE \`posts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`author_id\` text,
  	\`title\` text,
  	\`body\` text,
  	\`language\` text DEFAULT 'zh',
  	\`translation_of\` text,
  	\`disclosure\` text DEFAULT 'none',
  	\`ai_made\` integer DEFAULT false,
  	\`first_published_at\` text,
  	\`edit_note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`author_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_author_idx\` ON \`posts\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_updated_at_idx\` ON \`posts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_created_at_idx\` ON \`posts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_deleted_at_idx\` ON \`posts\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`posts__status_idx\` ON \`posts\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`posts_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_rels_order_idx\` ON \`posts_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_parent_idx\` ON \`posts_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_path_idx\` ON \`posts_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_topics_id_idx\` ON \`posts_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`_posts_v_version_pictures\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`media_id\` text,
  	\`alt\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_posts_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_posts_v_version_pictures_order_idx\` ON \`_posts_v_version_pictures\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_pictures_parent_id_idx\` ON \`_posts_v_version_pictures\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_pictures_media_idx\` ON \`_posts_v_version_pictures\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_posts_v_version_placements\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`number\` numeric,
  	\`kind\` text,
  	\`product_id\` text,
  	\`link_id\` text,
  	\`picture\` numeric,
  	\`x\` numeric,
  	\`y\` numeric,
  	\`from\` numeric,
  	\`to\` numeric,
  	\`_uuid\` text,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`link_id\`) REFERENCES \`product_links\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_posts_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_posts_v_version_placements_order_idx\` ON \`_posts_v_version_placements\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_placements_parent_id_idx\` ON \`_posts_v_version_placements\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_placements_product_idx\` ON \`_posts_v_version_placements\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_placements_link_idx\` ON \`_posts_v_version_placements\` (\`link_id\`);`)
  await db.run(sql`CREATE TABLE \`_posts_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_author_id\` text,
  	\`version_title\` text,
  	\`version_body\` text,
  	\`version_language\` text DEFAULT 'zh',
  	\`version_translation_of\` text,
  	\`version_disclosure\` text DEFAULT 'none',
  	\`version_ai_made\` integer DEFAULT false,
  	\`version_first_published_at\` text,
  	\`version_edit_note\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_author_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_posts_v_parent_idx\` ON \`_posts_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_author_idx\` ON \`_posts_v\` (\`version_author_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_updated_at_idx\` ON \`_posts_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_created_at_idx\` ON \`_posts_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_deleted_at_idx\` ON \`_posts_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version__status_idx\` ON \`_posts_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_created_at_idx\` ON \`_posts_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_updated_at_idx\` ON \`_posts_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_snapshot_idx\` ON \`_posts_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_published_locale_idx\` ON \`_posts_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_latest_idx\` ON \`_posts_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_posts_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_posts_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_posts_v_rels_order_idx\` ON \`_posts_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_rels_parent_idx\` ON \`_posts_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_rels_path_idx\` ON \`_posts_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_rels_topics_id_idx\` ON \`_posts_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`video_notes_placements\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`number\` numeric,
  	\`kind\` text,
  	\`product_id\` text,
  	\`link_id\` text,
  	\`picture\` numeric,
  	\`x\` numeric,
  	\`y\` numeric,
  	\`from\` numeric,
  	\`to\` numeric,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`link_id\`) REFERENCES \`product_links\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`video_notes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`video_notes_placements_order_idx\` ON \`video_notes_placements\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`video_notes_placements_parent_id_idx\` ON \`video_notes_placements\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`video_notes_placements_product_idx\` ON \`video_notes_placements\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`video_notes_placements_link_idx\` ON \`video_notes_placements\` (\`link_id\`);`)
  await db.run(sql`CREATE TABLE \`video_notes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`author_id\` text,
  	\`title\` text,
  	\`body\` text,
  	\`language\` text DEFAULT 'zh',
  	\`translation_of\` text,
  	\`video_id\` text,
  	\`poster_id\` text,
  	\`captions\` text,
  	\`disclosure\` text DEFAULT 'none',
  	\`ai_made\` integer DEFAULT false,
  	\`first_published_at\` text,
  	\`edit_note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`author_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`video_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`poster_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`video_notes_author_idx\` ON \`video_notes\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`video_notes_video_idx\` ON \`video_notes\` (\`video_id\`);`)
  await db.run(sql`CREATE INDEX \`video_notes_poster_idx\` ON \`video_notes\` (\`poster_id\`);`)
  await db.run(sql`CREATE INDEX \`video_notes_updated_at_idx\` ON \`video_notes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`video_notes_created_at_idx\` ON \`video_notes\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`video_notes_deleted_at_idx\` ON \`video_notes\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`video_notes__status_idx\` ON \`video_notes\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`video_notes_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`video_notes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`video_notes_rels_order_idx\` ON \`video_notes_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`video_notes_rels_parent_idx\` ON \`video_notes_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`video_notes_rels_path_idx\` ON \`video_notes_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`video_notes_rels_topics_id_idx\` ON \`video_notes_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`_video_notes_v_version_placements\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`number\` numeric,
  	\`kind\` text,
  	\`product_id\` text,
  	\`link_id\` text,
  	\`picture\` numeric,
  	\`x\` numeric,
  	\`y\` numeric,
  	\`from\` numeric,
  	\`to\` numeric,
  	\`_uuid\` text,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`link_id\`) REFERENCES \`product_links\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_video_notes_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_video_notes_v_version_placements_order_idx\` ON \`_video_notes_v_version_placements\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_version_placements_parent_id_idx\` ON \`_video_notes_v_version_placements\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_version_placements_product_idx\` ON \`_video_notes_v_version_placements\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_version_placements_link_idx\` ON \`_video_notes_v_version_placements\` (\`link_id\`);`)
  await db.run(sql`CREATE TABLE \`_video_notes_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_author_id\` text,
  	\`version_title\` text,
  	\`version_body\` text,
  	\`version_language\` text DEFAULT 'zh',
  	\`version_translation_of\` text,
  	\`version_video_id\` text,
  	\`version_poster_id\` text,
  	\`version_captions\` text,
  	\`version_disclosure\` text DEFAULT 'none',
  	\`version_ai_made\` integer DEFAULT false,
  	\`version_first_published_at\` text,
  	\`version_edit_note\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`video_notes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_author_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_video_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_poster_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_video_notes_v_parent_idx\` ON \`_video_notes_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_version_version_author_idx\` ON \`_video_notes_v\` (\`version_author_id\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_version_version_video_idx\` ON \`_video_notes_v\` (\`version_video_id\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_version_version_poster_idx\` ON \`_video_notes_v\` (\`version_poster_id\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_version_version_updated_at_idx\` ON \`_video_notes_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_version_version_created_at_idx\` ON \`_video_notes_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_version_version_deleted_at_idx\` ON \`_video_notes_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_version_version__status_idx\` ON \`_video_notes_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_created_at_idx\` ON \`_video_notes_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_updated_at_idx\` ON \`_video_notes_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_snapshot_idx\` ON \`_video_notes_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_published_locale_idx\` ON \`_video_notes_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_latest_idx\` ON \`_video_notes_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_video_notes_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_video_notes_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_video_notes_v_rels_order_idx\` ON \`_video_notes_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_rels_parent_idx\` ON \`_video_notes_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_rels_path_idx\` ON \`_video_notes_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_video_notes_v_rels_topics_id_idx\` ON \`_video_notes_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`piece_states\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`author_id\` text NOT NULL,
  	\`state\` text DEFAULT 'draft' NOT NULL,
  	\`restriction\` text DEFAULT 'none' NOT NULL,
  	\`is_public\` integer DEFAULT false,
  	\`working_version\` text,
  	\`submitted_version\` text,
  	\`public_version\` text,
  	\`published_at\` text,
  	\`submitted_at\` text,
  	\`lock_version\` numeric DEFAULT 0 NOT NULL,
  	\`last_reason\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`piece_states_author_idx\` ON \`piece_states\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`piece_states_state_idx\` ON \`piece_states\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`piece_states_restriction_idx\` ON \`piece_states\` (\`restriction\`);`)
  await db.run(sql`CREATE INDEX \`piece_states_is_public_idx\` ON \`piece_states\` (\`is_public\`);`)
  await db.run(sql`CREATE INDEX \`piece_states_published_at_idx\` ON \`piece_states\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`piece_states_updated_at_idx\` ON \`piece_states\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`piece_states_created_at_idx\` ON \`piece_states\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`piece_stats\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`piece\` text NOT NULL,
  	\`author_id\` text NOT NULL,
  	\`placement\` text,
  	\`day\` text NOT NULL,
  	\`views\` numeric DEFAULT 0 NOT NULL,
  	\`clicks\` numeric DEFAULT 0 NOT NULL,
  	\`orders\` numeric DEFAULT 0 NOT NULL,
  	\`units\` numeric DEFAULT 0 NOT NULL,
  	\`commission\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`piece_stats_key_idx\` ON \`piece_stats\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`piece_stats_piece_idx\` ON \`piece_stats\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`piece_stats_author_idx\` ON \`piece_stats\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`piece_stats_day_idx\` ON \`piece_stats\` (\`day\`);`)
  await db.run(sql`CREATE INDEX \`piece_stats_updated_at_idx\` ON \`piece_stats\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`piece_stats_created_at_idx\` ON \`piece_stats\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`owner_id\` text,
  	\`kind\` text NOT NULL,
  	\`state\` text DEFAULT 'processing' NOT NULL,
  	\`failure\` text,
  	\`alt\` text,
  	\`hash\` text NOT NULL,
  	\`original\` text,
  	\`source\` text,
  	\`type\` text NOT NULL,
  	\`bytes\` numeric NOT NULL,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`duration_seconds\` numeric,
  	\`thumbhash\` text,
  	\`variants\` text,
  	\`playable\` text,
  	\`poster_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`poster_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`media_owner_idx\` ON \`media\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`media_hash_idx\` ON \`media\` (\`hash\`);`)
  await db.run(sql`CREATE INDEX \`media_source_idx\` ON \`media\` (\`source\`);`)
  await db.run(sql`CREATE INDEX \`media_poster_idx\` ON \`media\` (\`poster_id\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`product_links\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`piece_kind\` text,
  	\`piece\` text,
  	\`product_id\` text,
  	\`url\` text,
  	\`programme_id\` text,
  	\`campaign\` text,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`facts\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`programme_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`product_links_code_idx\` ON \`product_links\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`product_links_creator_idx\` ON \`product_links\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`product_links_piece_idx\` ON \`product_links\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`product_links_product_idx\` ON \`product_links\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`product_links_programme_idx\` ON \`product_links\` (\`programme_id\`);`)
  await db.run(sql`CREATE INDEX \`product_links_updated_at_idx\` ON \`product_links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`product_links_created_at_idx\` ON \`product_links\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`review_items\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`piece_kind\` text NOT NULL,
  	\`piece\` text NOT NULL,
  	\`author_id\` text NOT NULL,
  	\`version\` text NOT NULL,
  	\`state\` text DEFAULT 'open' NOT NULL,
  	\`submitted_at\` text NOT NULL,
  	\`due_at\` text NOT NULL,
  	\`claimed_by_id\` text,
  	\`claimed_until\` text,
  	\`decided_by_id\` text,
  	\`decided_at\` text,
  	\`rule\` text,
  	\`reason\` text,
  	\`spans\` text,
  	\`lock_version\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`claimed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`review_items_key_idx\` ON \`review_items\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`review_items_piece_idx\` ON \`review_items\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`review_items_author_idx\` ON \`review_items\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`review_items_state_idx\` ON \`review_items\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`review_items_submitted_at_idx\` ON \`review_items\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`review_items_due_at_idx\` ON \`review_items\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`review_items_claimed_by_idx\` ON \`review_items\` (\`claimed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`review_items_decided_by_idx\` ON \`review_items\` (\`decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`review_items_updated_at_idx\` ON \`review_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`review_items_created_at_idx\` ON \`review_items\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`review_history\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`piece_kind\` text NOT NULL,
  	\`piece\` text NOT NULL,
  	\`version\` text,
  	\`event\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`actor\` text,
  	\`rule\` text,
  	\`reason\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`review_history_piece_idx\` ON \`review_history\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`review_history_at_idx\` ON \`review_history\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`review_history_updated_at_idx\` ON \`review_history\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`review_history_created_at_idx\` ON \`review_history\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`categories\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`slug\` text NOT NULL,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`position\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`categories_slug_idx\` ON \`categories\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`categories_status_idx\` ON \`categories\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`categories_updated_at_idx\` ON \`categories\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`categories_created_at_idx\` ON \`categories\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`categories_deleted_at_idx\` ON \`categories\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`categories_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`categories_locales_locale_parent_id_unique\` ON \`categories_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`topics\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`slug\` text NOT NULL,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`position\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`topics_slug_idx\` ON \`topics\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`topics_status_idx\` ON \`topics\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`topics_updated_at_idx\` ON \`topics\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_created_at_idx\` ON \`topics\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_deleted_at_idx\` ON \`topics\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`topics_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`topics_locales_locale_parent_id_unique\` ON \`topics_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`products\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`slug\` text NOT NULL,
  	\`brand\` text,
  	\`category_id\` text,
  	\`status\` text DEFAULT 'draft' NOT NULL,
  	\`merchant\` text DEFAULT 'house' NOT NULL,
  	\`import_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`category_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`products_slug_idx\` ON \`products\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`products_category_idx\` ON \`products\` (\`category_id\`);`)
  await db.run(sql`CREATE INDEX \`products_status_idx\` ON \`products\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`products_import_key_idx\` ON \`products\` (\`import_key\`);`)
  await db.run(sql`CREATE INDEX \`products_updated_at_idx\` ON \`products\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`products_created_at_idx\` ON \`products\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`products_deleted_at_idx\` ON \`products\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`products_locales\` (
  	\`title\` text NOT NULL,
  	\`description\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`products_locales_locale_parent_id_unique\` ON \`products_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`products_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`products_texts_order_parent\` ON \`products_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`products_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text,
  	\`media_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`products_rels_order_idx\` ON \`products_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`products_rels_parent_idx\` ON \`products_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`products_rels_path_idx\` ON \`products_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`products_rels_topics_id_idx\` ON \`products_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`products_rels_media_id_idx\` ON \`products_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`variants_options\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`value\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`variants\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`variants_options_order_idx\` ON \`variants_options\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`variants_options_parent_id_idx\` ON \`variants_options\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`variants\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`product_id\` text NOT NULL,
  	\`sku\` text NOT NULL,
  	\`price\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`cost\` numeric,
  	\`weight_grams\` numeric,
  	\`picture_id\` text,
  	\`position\` numeric DEFAULT 0,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`picture_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`variants_product_idx\` ON \`variants\` (\`product_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`variants_sku_idx\` ON \`variants\` (\`sku\`);`)
  await db.run(sql`CREATE INDEX \`variants_picture_idx\` ON \`variants\` (\`picture_id\`);`)
  await db.run(sql`CREATE INDEX \`variants_status_idx\` ON \`variants\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`variants_updated_at_idx\` ON \`variants\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`variants_created_at_idx\` ON \`variants\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`variants_deleted_at_idx\` ON \`variants\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`stock_levels\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`variant_id\` text NOT NULL,
  	\`available\` numeric DEFAULT 0 NOT NULL,
  	\`reserved\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`variant_id\`) REFERENCES \`variants\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`stock_levels_variant_idx\` ON \`stock_levels\` (\`variant_id\`);`)
  await db.run(sql`CREATE INDEX \`stock_levels_updated_at_idx\` ON \`stock_levels\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`stock_levels_created_at_idx\` ON \`stock_levels\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`stock_movements\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`variant_id\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`available\` numeric NOT NULL,
  	\`reserved\` numeric NOT NULL,
  	\`order\` text,
  	\`order_line\` text,
  	\`reason\` text,
  	\`actor\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`variant_id\`) REFERENCES \`variants\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`stock_movements_key_idx\` ON \`stock_movements\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`stock_movements_variant_idx\` ON \`stock_movements\` (\`variant_id\`);`)
  await db.run(sql`CREATE INDEX \`stock_movements_order_idx\` ON \`stock_movements\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`stock_movements_updated_at_idx\` ON \`stock_movements\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`stock_movements_created_at_idx\` ON \`stock_movements\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`price_changes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`variant_id\` text NOT NULL,
  	\`from\` numeric,
  	\`to\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`actor\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`variant_id\`) REFERENCES \`variants\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`price_changes_variant_idx\` ON \`price_changes\` (\`variant_id\`);`)
  await db.run(sql`CREATE INDEX \`price_changes_at_idx\` ON \`price_changes\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`price_changes_updated_at_idx\` ON \`price_changes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`price_changes_created_at_idx\` ON \`price_changes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`carts_lines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`variant_id\` text NOT NULL,
  	\`quantity\` numeric NOT NULL,
  	\`link_code\` text,
  	\`seen_price\` numeric,
  	\`added_at\` text NOT NULL,
  	FOREIGN KEY (\`variant_id\`) REFERENCES \`variants\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`carts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`carts_lines_order_idx\` ON \`carts_lines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`carts_lines_parent_id_idx\` ON \`carts_lines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`carts_lines_variant_idx\` ON \`carts_lines\` (\`variant_id\`);`)
  await db.run(sql`CREATE TABLE \`carts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`secret_hash\` text,
  	\`user_id\` text,
  	\`visitor\` text,
  	\`checkout_started_at\` text,
  	\`order\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`carts_secret_hash_idx\` ON \`carts\` (\`secret_hash\`);`)
  await db.run(sql`CREATE INDEX \`carts_user_idx\` ON \`carts\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`carts_updated_at_idx\` ON \`carts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`carts_created_at_idx\` ON \`carts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`orders_lines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`variant_id\` text NOT NULL,
  	\`product_id\` text NOT NULL,
  	\`sku\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`options\` text,
  	\`picture_id\` text,
  	\`quantity\` numeric NOT NULL,
  	\`unit_price\` numeric NOT NULL,
  	\`list_amount\` numeric NOT NULL,
  	\`discount_amount\` numeric DEFAULT 0 NOT NULL,
  	\`tax_amount\` numeric DEFAULT 0 NOT NULL,
  	\`paid_amount\` numeric NOT NULL,
  	\`base_amount\` numeric NOT NULL,
  	\`cost\` numeric,
  	\`link_code\` text,
  	\`link_id\` text,
  	\`piece_kind\` text,
  	\`piece\` text,
  	\`placement\` text,
  	\`creator_id\` text,
  	\`programme_id\` text,
  	\`touch\` text,
  	\`rate_bps\` numeric,
  	\`rate_source\` text,
  	\`model\` text,
  	\`commission\` numeric DEFAULT 0 NOT NULL,
  	\`reason\` text,
  	\`decision\` text,
  	FOREIGN KEY (\`variant_id\`) REFERENCES \`variants\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`picture_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`link_id\`) REFERENCES \`product_links\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`programme_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`orders_lines_order_idx\` ON \`orders_lines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`orders_lines_parent_id_idx\` ON \`orders_lines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_lines_variant_idx\` ON \`orders_lines\` (\`variant_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_lines_product_idx\` ON \`orders_lines\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_lines_picture_idx\` ON \`orders_lines\` (\`picture_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_lines_link_idx\` ON \`orders_lines\` (\`link_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_lines_piece_idx\` ON \`orders_lines\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`orders_lines_creator_idx\` ON \`orders_lines\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_lines_programme_idx\` ON \`orders_lines\` (\`programme_id\`);`)
  await db.run(sql`CREATE TABLE \`orders\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`number\` text NOT NULL,
  	\`guest_hash\` text,
  	\`user_id\` text,
  	\`visitor\` text,
  	\`state\` text NOT NULL,
  	\`merchant\` text DEFAULT 'house' NOT NULL,
  	\`scene\` text DEFAULT 'direct' NOT NULL,
  	\`origin_piece_kind\` text,
  	\`origin_piece\` text,
  	\`currency\` text NOT NULL,
  	\`items_total\` numeric NOT NULL,
  	\`discount_total\` numeric DEFAULT 0 NOT NULL,
  	\`shipping_total\` numeric NOT NULL,
  	\`tax_total\` numeric NOT NULL,
  	\`tax_included\` integer DEFAULT true,
  	\`total\` numeric NOT NULL,
  	\`locale\` text DEFAULT 'zh' NOT NULL,
  	\`test\` integer DEFAULT false,
  	\`placed_at\` text NOT NULL,
  	\`reserved_until\` text,
  	\`paid_at\` text,
  	\`checkout_started_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`orders_number_idx\` ON \`orders\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`orders_guest_hash_idx\` ON \`orders\` (\`guest_hash\`);`)
  await db.run(sql`CREATE INDEX \`orders_user_idx\` ON \`orders\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_visitor_idx\` ON \`orders\` (\`visitor\`);`)
  await db.run(sql`CREATE INDEX \`orders_state_idx\` ON \`orders\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`orders_origin_piece_idx\` ON \`orders\` (\`origin_piece\`);`)
  await db.run(sql`CREATE INDEX \`orders_placed_at_idx\` ON \`orders\` (\`placed_at\`);`)
  await db.run(sql`CREATE INDEX \`orders_reserved_until_idx\` ON \`orders\` (\`reserved_until\`);`)
  await db.run(sql`CREATE INDEX \`orders_updated_at_idx\` ON \`orders\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`orders_created_at_idx\` ON \`orders\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`order_contacts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`order_id\` text NOT NULL,
  	\`email\` text,
  	\`name\` text,
  	\`phone\` text,
  	\`country\` text,
  	\`region\` text,
  	\`city\` text,
  	\`district\` text,
  	\`street\` text,
  	\`postcode\` text,
  	\`note\` text,
  	\`erased_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`order_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`order_contacts_order_idx\` ON \`order_contacts\` (\`order_id\`);`)
  await db.run(sql`CREATE INDEX \`order_contacts_updated_at_idx\` ON \`order_contacts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`order_contacts_created_at_idx\` ON \`order_contacts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`order_history\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`order_id\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`subject_id\` text NOT NULL,
  	\`event\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`actor\` text,
  	\`reason\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`order_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`order_history_order_idx\` ON \`order_history\` (\`order_id\`);`)
  await db.run(sql`CREATE INDEX \`order_history_updated_at_idx\` ON \`order_history\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`order_history_created_at_idx\` ON \`order_history\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payments\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`order_id\` text NOT NULL,
  	\`provider\` text NOT NULL,
  	\`reference\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`test\` integer DEFAULT false,
  	\`settled_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`order_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`payments_order_idx\` ON \`payments\` (\`order_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`payments_reference_idx\` ON \`payments\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`payments_updated_at_idx\` ON \`payments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payments_created_at_idx\` ON \`payments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`provider_events\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`provider\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`reference\` text NOT NULL,
  	\`outcome\` text NOT NULL,
  	\`received_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`provider_events_key_idx\` ON \`provider_events\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`provider_events_reference_idx\` ON \`provider_events\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`provider_events_updated_at_idx\` ON \`provider_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`provider_events_created_at_idx\` ON \`provider_events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`refunds_lines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`order_line\` text NOT NULL,
  	\`quantity\` numeric NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`tax_amount\` numeric DEFAULT 0 NOT NULL,
  	\`base_amount\` numeric NOT NULL,
  	\`restock\` integer DEFAULT true,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`refunds\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`refunds_lines_order_idx\` ON \`refunds_lines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`refunds_lines_parent_id_idx\` ON \`refunds_lines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`refunds\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`order_id\` text NOT NULL,
  	\`payment_id\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`shipping_amount\` numeric DEFAULT 0 NOT NULL,
  	\`currency\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`actor\` text NOT NULL,
  	\`provider_reference\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`order_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payment_id\`) REFERENCES \`payments\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`refunds_key_idx\` ON \`refunds\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`refunds_order_idx\` ON \`refunds\` (\`order_id\`);`)
  await db.run(sql`CREATE INDEX \`refunds_payment_idx\` ON \`refunds\` (\`payment_id\`);`)
  await db.run(sql`CREATE INDEX \`refunds_updated_at_idx\` ON \`refunds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`refunds_created_at_idx\` ON \`refunds\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`idempotency_keys\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`request_hash\` text NOT NULL,
  	\`status\` numeric NOT NULL,
  	\`response\` text,
  	\`at\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`idempotency_keys_key_idx\` ON \`idempotency_keys\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`idempotency_keys_expires_at_idx\` ON \`idempotency_keys\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`idempotency_keys_updated_at_idx\` ON \`idempotency_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`idempotency_keys_created_at_idx\` ON \`idempotency_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`programmes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`rate_bps\` numeric NOT NULL,
  	\`window_days\` numeric DEFAULT 30 NOT NULL,
  	\`model\` text DEFAULT 'last_touch' NOT NULL,
  	\`hold_days\` text DEFAULT '15' NOT NULL,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`is_default\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`programmes_updated_at_idx\` ON \`programmes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`programmes_created_at_idx\` ON \`programmes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`programmes_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`programmes_locales_locale_parent_id_unique\` ON \`programmes_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`touches\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`visitor\` text,
  	\`account\` text,
  	\`link\` text,
  	\`creator\` text,
  	\`piece\` text,
  	\`placement\` text,
  	\`product\` text,
  	\`programme\` text,
  	\`channel\` text,
  	\`campaign\` text,
  	\`parent_share\` text,
  	\`referrer_host\` text,
  	\`consent\` text,
  	\`device\` text,
  	\`user_agent_hash\` text,
  	\`repeat_of\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`touches_at_idx\` ON \`touches\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`touches_visitor_idx\` ON \`touches\` (\`visitor\`);`)
  await db.run(sql`CREATE INDEX \`touches_account_idx\` ON \`touches\` (\`account\`);`)
  await db.run(sql`CREATE INDEX \`touches_link_idx\` ON \`touches\` (\`link\`);`)
  await db.run(sql`CREATE INDEX \`touches_creator_idx\` ON \`touches\` (\`creator\`);`)
  await db.run(sql`CREATE INDEX \`touches_piece_idx\` ON \`touches\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`touches_updated_at_idx\` ON \`touches\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`touches_created_at_idx\` ON \`touches\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`ledger_entries\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`sequence\` numeric NOT NULL,
  	\`transaction\` text NOT NULL,
  	\`account\` text NOT NULL,
  	\`creator_id\` text,
  	\`kind\` text NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`source_kind\` text NOT NULL,
  	\`source_id\` text NOT NULL,
  	\`order\` text,
  	\`order_line\` text,
  	\`piece_kind\` text,
  	\`piece\` text,
  	\`rate\` text,
  	\`reason\` text,
  	\`test\` integer DEFAULT false,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_entries_key_idx\` ON \`ledger_entries\` (\`key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_entries_sequence_idx\` ON \`ledger_entries\` (\`sequence\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_transaction_idx\` ON \`ledger_entries\` (\`transaction\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_account_idx\` ON \`ledger_entries\` (\`account\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_creator_idx\` ON \`ledger_entries\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_source_id_idx\` ON \`ledger_entries\` (\`source_id\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_order_idx\` ON \`ledger_entries\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_order_line_idx\` ON \`ledger_entries\` (\`order_line\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_piece_idx\` ON \`ledger_entries\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_at_idx\` ON \`ledger_entries\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_updated_at_idx\` ON \`ledger_entries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_created_at_idx\` ON \`ledger_entries\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`follows\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`user_id\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`follows_key_idx\` ON \`follows\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`follows_user_idx\` ON \`follows\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`follows_creator_idx\` ON \`follows\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`follows_updated_at_idx\` ON \`follows\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`follows_created_at_idx\` ON \`follows\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`reactions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`user_id\` text NOT NULL,
  	\`piece_kind\` text NOT NULL,
  	\`piece\` text NOT NULL,
  	\`kind\` text DEFAULT 'like' NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`reactions_key_idx\` ON \`reactions\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`reactions_user_idx\` ON \`reactions\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`reactions_piece_idx\` ON \`reactions\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`reactions_updated_at_idx\` ON \`reactions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`reactions_created_at_idx\` ON \`reactions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`counters\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`value\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`counters_key_idx\` ON \`counters\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`counters_updated_at_idx\` ON \`counters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`counters_created_at_idx\` ON \`counters\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`notifications\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`user_id\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`data\` text,
  	\`read_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notifications_user_idx\` ON \`notifications\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`notifications_updated_at_idx\` ON \`notifications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notifications_created_at_idx\` ON \`notifications\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs_log\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`executed_at\` text NOT NULL,
  	\`completed_at\` text NOT NULL,
  	\`task_slug\` text NOT NULL,
  	\`task_i_d\` text NOT NULL,
  	\`input\` text,
  	\`output\` text,
  	\`state\` text NOT NULL,
  	\`error\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`payload_jobs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_order_idx\` ON \`payload_jobs_log\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_parent_id_idx\` ON \`payload_jobs_log\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`input\` text,
  	\`completed_at\` text,
  	\`total_tried\` numeric DEFAULT 0,
  	\`has_error\` integer DEFAULT false,
  	\`error\` text,
  	\`task_slug\` text,
  	\`queue\` text DEFAULT 'default',
  	\`wait_until\` text,
  	\`processing\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_completed_at_idx\` ON \`payload_jobs\` (\`completed_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_total_tried_idx\` ON \`payload_jobs\` (\`total_tried\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_has_error_idx\` ON \`payload_jobs\` (\`has_error\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_task_slug_idx\` ON \`payload_jobs\` (\`task_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_queue_idx\` ON \`payload_jobs\` (\`queue\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_wait_until_idx\` ON \`payload_jobs\` (\`wait_until\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_processing_idx\` ON \`payload_jobs\` (\`processing\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_updated_at_idx\` ON \`payload_jobs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_created_at_idx\` ON \`payload_jobs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	\`creators_id\` text,
  	\`posts_id\` text,
  	\`video_notes_id\` text,
  	\`piece_states_id\` text,
  	\`piece_stats_id\` text,
  	\`media_id\` text,
  	\`product_links_id\` text,
  	\`review_items_id\` text,
  	\`review_history_id\` text,
  	\`categories_id\` text,
  	\`topics_id\` text,
  	\`products_id\` text,
  	\`variants_id\` text,
  	\`stock_levels_id\` text,
  	\`stock_movements_id\` text,
  	\`price_changes_id\` text,
  	\`carts_id\` text,
  	\`orders_id\` text,
  	\`order_contacts_id\` text,
  	\`order_history_id\` text,
  	\`payments_id\` text,
  	\`provider_events_id\` text,
  	\`refunds_id\` text,
  	\`idempotency_keys_id\` text,
  	\`programmes_id\` text,
  	\`touches_id\` text,
  	\`ledger_entries_id\` text,
  	\`follows_id\` text,
  	\`reactions_id\` text,
  	\`counters_id\` text,
  	\`notifications_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`creators_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`posts_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`video_notes_id\`) REFERENCES \`video_notes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`piece_states_id\`) REFERENCES \`piece_states\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`piece_stats_id\`) REFERENCES \`piece_stats\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`product_links_id\`) REFERENCES \`product_links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`review_items_id\`) REFERENCES \`review_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`review_history_id\`) REFERENCES \`review_history\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`categories_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`products_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`variants_id\`) REFERENCES \`variants\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`stock_levels_id\`) REFERENCES \`stock_levels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`stock_movements_id\`) REFERENCES \`stock_movements\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`price_changes_id\`) REFERENCES \`price_changes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`carts_id\`) REFERENCES \`carts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`orders_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`order_contacts_id\`) REFERENCES \`order_contacts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`order_history_id\`) REFERENCES \`order_history\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`payments_id\`) REFERENCES \`payments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`provider_events_id\`) REFERENCES \`provider_events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`refunds_id\`) REFERENCES \`refunds\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`idempotency_keys_id\`) REFERENCES \`idempotency_keys\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`programmes_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`touches_id\`) REFERENCES \`touches\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`ledger_entries_id\`) REFERENCES \`ledger_entries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`follows_id\`) REFERENCES \`follows\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`reactions_id\`) REFERENCES \`reactions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`counters_id\`) REFERENCES \`counters\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notifications_id\`) REFERENCES \`notifications\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_creators_id_idx\` ON \`payload_locked_documents_rels\` (\`creators_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_posts_id_idx\` ON \`payload_locked_documents_rels\` (\`posts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_video_notes_id_idx\` ON \`payload_locked_documents_rels\` (\`video_notes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_piece_states_id_idx\` ON \`payload_locked_documents_rels\` (\`piece_states_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_piece_stats_id_idx\` ON \`payload_locked_documents_rels\` (\`piece_stats_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_product_links_id_idx\` ON \`payload_locked_documents_rels\` (\`product_links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_review_items_id_idx\` ON \`payload_locked_documents_rels\` (\`review_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_review_history_id_idx\` ON \`payload_locked_documents_rels\` (\`review_history_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_categories_id_idx\` ON \`payload_locked_documents_rels\` (\`categories_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_products_id_idx\` ON \`payload_locked_documents_rels\` (\`products_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_variants_id_idx\` ON \`payload_locked_documents_rels\` (\`variants_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_stock_levels_id_idx\` ON \`payload_locked_documents_rels\` (\`stock_levels_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_stock_movements_id_idx\` ON \`payload_locked_documents_rels\` (\`stock_movements_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_price_changes_id_idx\` ON \`payload_locked_documents_rels\` (\`price_changes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_carts_id_idx\` ON \`payload_locked_documents_rels\` (\`carts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_orders_id_idx\` ON \`payload_locked_documents_rels\` (\`orders_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_contacts_id_idx\` ON \`payload_locked_documents_rels\` (\`order_contacts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_history_id_idx\` ON \`payload_locked_documents_rels\` (\`order_history_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_payments_id_idx\` ON \`payload_locked_documents_rels\` (\`payments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_provider_events_id_idx\` ON \`payload_locked_documents_rels\` (\`provider_events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_refunds_id_idx\` ON \`payload_locked_documents_rels\` (\`refunds_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_idempotency_keys_id_idx\` ON \`payload_locked_documents_rels\` (\`idempotency_keys_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_programmes_id_idx\` ON \`payload_locked_documents_rels\` (\`programmes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_touches_id_idx\` ON \`payload_locked_documents_rels\` (\`touches_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_ledger_entries_id_idx\` ON \`payload_locked_documents_rels\` (\`ledger_entries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_follows_id_idx\` ON \`payload_locked_documents_rels\` (\`follows_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_reactions_id_idx\` ON \`payload_locked_documents_rels\` (\`reactions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_counters_id_idx\` ON \`payload_locked_documents_rels\` (\`counters_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notifications_id_idx\` ON \`payload_locked_documents_rels\` (\`notifications_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`shop_settings\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`currency\` text DEFAULT 'CNY' NOT NULL,
  	\`time_zone\` text DEFAULT 'Asia/Shanghai' NOT NULL,
  	\`shipping_flat\` numeric DEFAULT 1000 NOT NULL,
  	\`free_shipping_from\` numeric DEFAULT 19900 NOT NULL,
  	\`tax_bps\` numeric DEFAULT 1300 NOT NULL,
  	\`review_hours\` numeric DEFAULT 24 NOT NULL,
  	\`ad_label_mode\` text DEFAULT 'cn' NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`shop_settings_locales\` (
  	\`shop_name\` text DEFAULT '种草' NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`shop_settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`shop_settings_locales_locale_parent_id_unique\` ON \`shop_settings_locales\` (\`_locale\`,\`_parent_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`creators_verticals\`;`)
  await db.run(sql`DROP TABLE \`creators\`;`)
  await db.run(sql`DROP TABLE \`posts_pictures\`;`)
  await db.run(sql`DROP TABLE \`posts_placements\`;`)
  await db.run(sql`DROP TABLE \`posts\`;`)
  await db.run(sql`DROP TABLE \`posts_rels\`;`)
  await db.run(sql`DROP TABLE \`_posts_v_version_pictures\`;`)
  await db.run(sql`DROP TABLE \`_posts_v_version_placements\`;`)
  await db.run(sql`DROP TABLE \`_posts_v\`;`)
  await db.run(sql`DROP TABLE \`_posts_v_rels\`;`)
  await db.run(sql`DROP TABLE \`video_notes_placements\`;`)
  await db.run(sql`DROP TABLE \`video_notes\`;`)
  await db.run(sql`DROP TABLE \`video_notes_rels\`;`)
  await db.run(sql`DROP TABLE \`_video_notes_v_version_placements\`;`)
  await db.run(sql`DROP TABLE \`_video_notes_v\`;`)
  await db.run(sql`DROP TABLE \`_video_notes_v_rels\`;`)
  await db.run(sql`DROP TABLE \`piece_states\`;`)
  await db.run(sql`DROP TABLE \`piece_stats\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`product_links\`;`)
  await db.run(sql`DROP TABLE \`review_items\`;`)
  await db.run(sql`DROP TABLE \`review_history\`;`)
  await db.run(sql`DROP TABLE \`categories\`;`)
  await db.run(sql`DROP TABLE \`categories_locales\`;`)
  await db.run(sql`DROP TABLE \`topics\`;`)
  await db.run(sql`DROP TABLE \`topics_locales\`;`)
  await db.run(sql`DROP TABLE \`products\`;`)
  await db.run(sql`DROP TABLE \`products_locales\`;`)
  await db.run(sql`DROP TABLE \`products_texts\`;`)
  await db.run(sql`DROP TABLE \`products_rels\`;`)
  await db.run(sql`DROP TABLE \`variants_options\`;`)
  await db.run(sql`DROP TABLE \`variants\`;`)
  await db.run(sql`DROP TABLE \`stock_levels\`;`)
  await db.run(sql`DROP TABLE \`stock_movements\`;`)
  await db.run(sql`DROP TABLE \`price_changes\`;`)
  await db.run(sql`DROP TABLE \`carts_lines\`;`)
  await db.run(sql`DROP TABLE \`carts\`;`)
  await db.run(sql`DROP TABLE \`orders_lines\`;`)
  await db.run(sql`DROP TABLE \`orders\`;`)
  await db.run(sql`DROP TABLE \`order_contacts\`;`)
  await db.run(sql`DROP TABLE \`order_history\`;`)
  await db.run(sql`DROP TABLE \`payments\`;`)
  await db.run(sql`DROP TABLE \`provider_events\`;`)
  await db.run(sql`DROP TABLE \`refunds_lines\`;`)
  await db.run(sql`DROP TABLE \`refunds\`;`)
  await db.run(sql`DROP TABLE \`idempotency_keys\`;`)
  await db.run(sql`DROP TABLE \`programmes\`;`)
  await db.run(sql`DROP TABLE \`programmes_locales\`;`)
  await db.run(sql`DROP TABLE \`touches\`;`)
  await db.run(sql`DROP TABLE \`ledger_entries\`;`)
  await db.run(sql`DROP TABLE \`follows\`;`)
  await db.run(sql`DROP TABLE \`reactions\`;`)
  await db.run(sql`DROP TABLE \`counters\`;`)
  await db.run(sql`DROP TABLE \`notifications\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_log\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`shop_settings\`;`)
  await db.run(sql`DROP TABLE \`shop_settings_locales\`;`)
}
