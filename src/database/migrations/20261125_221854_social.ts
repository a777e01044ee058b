// @ts-nocheck: generated
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`products_option_words\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`word\` text NOT NULL,
  	\`colour\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`products_option_words_order_idx\` ON \`products_option_words\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`products_option_words_parent_id_idx\` ON \`products_option_words\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`products_option_words_locales\` (
  	\`shown\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`products_option_words\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`products_option_words_locales_locale_parent_id_unique\` ON \`products_option_words_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`boards\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`owner_id\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`visibility\` text DEFAULT 'private' NOT NULL,
  	\`changed_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`boards_owner_idx\` ON \`boards\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`boards_changed_at_idx\` ON \`boards\` (\`changed_at\`);`)
  await db.run(sql`CREATE INDEX \`boards_updated_at_idx\` ON \`boards\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`boards_created_at_idx\` ON \`boards\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`board_items\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`board_id\` text NOT NULL,
  	\`owner_id\` text NOT NULL,
  	\`target_kind\` text NOT NULL,
  	\`target\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`board_id\`) REFERENCES \`boards\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`board_items_key_idx\` ON \`board_items\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`board_items_board_idx\` ON \`board_items\` (\`board_id\`);`)
  await db.run(sql`CREATE INDEX \`board_items_owner_idx\` ON \`board_items\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`board_items_target_idx\` ON \`board_items\` (\`target\`);`)
  await db.run(sql`CREATE INDEX \`board_items_at_idx\` ON \`board_items\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`board_items_updated_at_idx\` ON \`board_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`board_items_created_at_idx\` ON \`board_items\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`comments\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`target_kind\` text NOT NULL,
  	\`target\` text NOT NULL,
  	\`parent\` text,
  	\`author_id\` text NOT NULL,
  	\`creator_id\` text,
  	\`body\` text NOT NULL,
  	\`state\` text DEFAULT 'shown' NOT NULL,
  	\`findings\` text,
  	\`rule\` text,
  	\`reason\` text,
  	\`decided_by_id\` text,
  	\`decided_at\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`comments_target_idx\` ON \`comments\` (\`target\`);`)
  await db.run(sql`CREATE INDEX \`comments_parent_idx\` ON \`comments\` (\`parent\`);`)
  await db.run(sql`CREATE INDEX \`comments_author_idx\` ON \`comments\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_creator_idx\` ON \`comments\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_state_idx\` ON \`comments\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`comments_decided_by_idx\` ON \`comments\` (\`decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_at_idx\` ON \`comments\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`comments_updated_at_idx\` ON \`comments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`comments_created_at_idx\` ON \`comments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`engagement_events\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`target_kind\` text NOT NULL,
  	\`target\` text NOT NULL,
  	\`visitor\` text,
  	\`feed\` text,
  	\`position\` numeric,
  	\`dwell_ms\` numeric,
  	\`consent\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`engagement_events_target_idx\` ON \`engagement_events\` (\`target\`);`)
  await db.run(sql`CREATE INDEX \`engagement_events_visitor_idx\` ON \`engagement_events\` (\`visitor\`);`)
  await db.run(sql`CREATE INDEX \`engagement_events_at_idx\` ON \`engagement_events\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`engagement_events_updated_at_idx\` ON \`engagement_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`engagement_events_created_at_idx\` ON \`engagement_events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`addresses\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`owner_id\` text NOT NULL,
  	\`name\` text,
  	\`phone\` text,
  	\`country\` text,
  	\`region\` text,
  	\`city\` text,
  	\`district\` text,
  	\`street\` text,
  	\`postcode\` text,
  	\`is_default\` integer DEFAULT false,
  	\`used_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`addresses_owner_idx\` ON \`addresses\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`addresses_updated_at_idx\` ON \`addresses\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`addresses_created_at_idx\` ON \`addresses\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`cache_purges\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`tags\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`cache_purges_updated_at_idx\` ON \`cache_purges\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`cache_purges_created_at_idx\` ON \`cache_purges\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`personal_feed\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`creators\` ADD \`kind\` text DEFAULT 'creator' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`withdrawn_at\` text;`)
  await db.run(sql`CREATE INDEX \`media_withdrawn_at_idx\` ON \`media\` (\`withdrawn_at\`);`)
  await db.run(sql`ALTER TABLE \`categories_locales\` ADD \`description\` text;`)
  await db.run(sql`ALTER TABLE \`topics_locales\` ADD \`description\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`boards_id\` text REFERENCES boards(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`board_items_id\` text REFERENCES board_items(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`comments_id\` text REFERENCES comments(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`engagement_events_id\` text REFERENCES engagement_events(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`addresses_id\` text REFERENCES addresses(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`cache_purges_id\` text REFERENCES cache_purges(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_boards_id_idx\` ON \`payload_locked_documents_rels\` (\`boards_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_board_items_id_idx\` ON \`payload_locked_documents_rels\` (\`board_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_comments_id_idx\` ON \`payload_locked_documents_rels\` (\`comments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_engagement_events_id_idx\` ON \`payload_locked_documents_rels\` (\`engagement_events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_addresses_id_idx\` ON \`payload_locked_documents_rels\` (\`addresses_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_cache_purges_id_idx\` ON \`payload_locked_documents_rels\` (\`cache_purges_id\`);`)
  await db.run(sql`ALTER TABLE \`shop_settings\` ADD \`promoter_programme_id\` text REFERENCES programmes(id);`)
  await db.run(sql`CREATE INDEX \`shop_settings_promoter_programme_idx\` ON \`shop_settings\` (\`promoter_programme_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`products_option_words\`;`)
  await db.run(sql`DROP TABLE \`products_option_words_locales\`;`)
  await db.run(sql`DROP TABLE \`boards\`;`)
  await db.run(sql`DROP TABLE \`board_items\`;`)
  await db.run(sql`DROP TABLE \`comments\`;`)
  await db.run(sql`DROP TABLE \`engagement_events\`;`)
  await db.run(sql`DROP TABLE \`addresses\`;`)
  await db.run(sql`DROP TABLE \`cache_purges\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
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
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "users_id", "creators_id", "posts_id", "video_notes_id", "piece_states_id", "piece_stats_id", "media_id", "product_links_id", "review_items_id", "review_history_id", "categories_id", "topics_id", "products_id", "variants_id", "stock_levels_id", "stock_movements_id", "price_changes_id", "carts_id", "orders_id", "order_contacts_id", "order_history_id", "payments_id", "provider_events_id", "refunds_id", "idempotency_keys_id", "programmes_id", "touches_id", "ledger_entries_id", "follows_id", "reactions_id", "counters_id", "notifications_id") SELECT "id", "order", "parent_id", "path", "users_id", "creators_id", "posts_id", "video_notes_id", "piece_states_id", "piece_stats_id", "media_id", "product_links_id", "review_items_id", "review_history_id", "categories_id", "topics_id", "products_id", "variants_id", "stock_levels_id", "stock_movements_id", "price_changes_id", "carts_id", "orders_id", "order_contacts_id", "order_history_id", "payments_id", "provider_events_id", "refunds_id", "idempotency_keys_id", "programmes_id", "touches_id", "ledger_entries_id", "follows_id", "reactions_id", "counters_id", "notifications_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
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
  await db.run(sql`CREATE TABLE \`__new_shop_settings\` (
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
  await db.run(sql`INSERT INTO \`__new_shop_settings\`("id", "currency", "time_zone", "shipping_flat", "free_shipping_from", "tax_bps", "review_hours", "ad_label_mode", "updated_at", "created_at") SELECT "id", "currency", "time_zone", "shipping_flat", "free_shipping_from", "tax_bps", "review_hours", "ad_label_mode", "updated_at", "created_at" FROM \`shop_settings\`;`)
  await db.run(sql`DROP TABLE \`shop_settings\`;`)
  await db.run(sql`ALTER TABLE \`__new_shop_settings\` RENAME TO \`shop_settings\`;`)
  await db.run(sql`DROP INDEX \`media_withdrawn_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`withdrawn_at\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`personal_feed\`;`)
  await db.run(sql`ALTER TABLE \`creators\` DROP COLUMN \`kind\`;`)
  await db.run(sql`ALTER TABLE \`categories_locales\` DROP COLUMN \`description\`;`)
  await db.run(sql`ALTER TABLE \`topics_locales\` DROP COLUMN \`description\`;`)
}
