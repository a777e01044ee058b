// @ts-nocheck: generated
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`shipments_lines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`order_line\` text NOT NULL,
  	\`quantity\` numeric NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`shipments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`shipments_lines_order_idx\` ON \`shipments_lines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`shipments_lines_parent_id_idx\` ON \`shipments_lines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`shipments\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`order_id\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`carrier\` text,
  	\`tracking\` text,
  	\`actor\` text,
  	\`shipped_at\` text NOT NULL,
  	\`delivered_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`order_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`shipments_key_idx\` ON \`shipments\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`shipments_order_idx\` ON \`shipments\` (\`order_id\`);`)
  await db.run(sql`CREATE INDEX \`shipments_state_idx\` ON \`shipments\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`shipments_delivered_at_idx\` ON \`shipments\` (\`delivered_at\`);`)
  await db.run(sql`CREATE INDEX \`shipments_updated_at_idx\` ON \`shipments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`shipments_created_at_idx\` ON \`shipments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`refund_requests_lines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`order_line\` text NOT NULL,
  	\`quantity\` numeric NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`refund_requests\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`refund_requests_lines_order_idx\` ON \`refund_requests_lines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`refund_requests_lines_parent_id_idx\` ON \`refund_requests_lines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`refund_requests\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`order_id\` text NOT NULL,
  	\`user_id\` text,
  	\`state\` text NOT NULL,
  	\`reason_code\` text NOT NULL,
  	\`words\` text,
  	\`expected_amount\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`answer\` text,
  	\`answered_by\` text,
  	\`refund\` text,
  	\`at\` text NOT NULL,
  	\`answered_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`order_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`refund_requests_key_idx\` ON \`refund_requests\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`refund_requests_order_idx\` ON \`refund_requests\` (\`order_id\`);`)
  await db.run(sql`CREATE INDEX \`refund_requests_user_idx\` ON \`refund_requests\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`refund_requests_state_idx\` ON \`refund_requests\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`refund_requests_at_idx\` ON \`refund_requests\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`refund_requests_updated_at_idx\` ON \`refund_requests\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`refund_requests_created_at_idx\` ON \`refund_requests\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`refund_requests_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`refund_requests\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`refund_requests_rels_order_idx\` ON \`refund_requests_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`refund_requests_rels_parent_idx\` ON \`refund_requests_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`refund_requests_rels_path_idx\` ON \`refund_requests_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`refund_requests_rels_media_id_idx\` ON \`refund_requests_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`disputes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`payment_id\` text NOT NULL,
  	\`order_id\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`reason\` text,
  	\`opened_at\` text NOT NULL,
  	\`closed_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`payment_id\`) REFERENCES \`payments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`order_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`disputes_key_idx\` ON \`disputes\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`disputes_payment_idx\` ON \`disputes\` (\`payment_id\`);`)
  await db.run(sql`CREATE INDEX \`disputes_order_idx\` ON \`disputes\` (\`order_id\`);`)
  await db.run(sql`CREATE INDEX \`disputes_updated_at_idx\` ON \`disputes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`disputes_created_at_idx\` ON \`disputes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`coupons\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`amount\` numeric,
  	\`bps\` numeric,
  	\`currency\` text NOT NULL,
  	\`creator_id\` text,
  	\`programme_id\` text,
  	\`is_public\` integer DEFAULT false,
  	\`attributes\` integer DEFAULT true,
  	\`min_goods\` numeric,
  	\`max_discount\` numeric,
  	\`limit_total\` numeric,
  	\`limit_per_person\` numeric,
  	\`used\` numeric DEFAULT 0 NOT NULL,
  	\`starts_at\` text,
  	\`ends_at\` text,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`actor\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`programme_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`coupons_key_idx\` ON \`coupons\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`coupons_creator_idx\` ON \`coupons\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`coupons_programme_idx\` ON \`coupons\` (\`programme_id\`);`)
  await db.run(sql`CREATE INDEX \`coupons_updated_at_idx\` ON \`coupons\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`coupons_created_at_idx\` ON \`coupons\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`coupons_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`products_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`coupons\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`products_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`coupons_rels_order_idx\` ON \`coupons_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`coupons_rels_parent_idx\` ON \`coupons_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`coupons_rels_path_idx\` ON \`coupons_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`coupons_rels_products_id_idx\` ON \`coupons_rels\` (\`products_id\`);`)
  await db.run(sql`CREATE TABLE \`coupon_uses\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`coupon_id\` text NOT NULL,
  	\`order\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`released_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`coupon_id\`) REFERENCES \`coupons\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`coupon_uses_key_idx\` ON \`coupon_uses\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`coupon_uses_coupon_idx\` ON \`coupon_uses\` (\`coupon_id\`);`)
  await db.run(sql`CREATE INDEX \`coupon_uses_order_idx\` ON \`coupon_uses\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`coupon_uses_person_idx\` ON \`coupon_uses\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`coupon_uses_updated_at_idx\` ON \`coupon_uses\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`coupon_uses_created_at_idx\` ON \`coupon_uses\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`tax_rates\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`country\` text NOT NULL,
  	\`region\` text,
  	\`category_id\` text,
  	\`bps\` numeric NOT NULL,
  	\`mode\` text DEFAULT 'included' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`category_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`tax_rates_country_idx\` ON \`tax_rates\` (\`country\`);`)
  await db.run(sql`CREATE INDEX \`tax_rates_category_idx\` ON \`tax_rates\` (\`category_id\`);`)
  await db.run(sql`CREATE INDEX \`tax_rates_updated_at_idx\` ON \`tax_rates\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tax_rates_created_at_idx\` ON \`tax_rates\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`shipping_rates\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'flat' NOT NULL,
  	\`countries\` text,
  	\`base\` numeric NOT NULL,
  	\`step_grams\` numeric,
  	\`per_step\` numeric,
  	\`included_grams\` numeric,
  	\`free_from\` numeric,
  	\`position\` numeric DEFAULT 0,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`shipping_rates_updated_at_idx\` ON \`shipping_rates\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`shipping_rates_created_at_idx\` ON \`shipping_rates\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`shipping_rates_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`shipping_rates\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`shipping_rates_locales_locale_parent_id_unique\` ON \`shipping_rates_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`programmes_tiers\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`from_sales\` numeric NOT NULL,
  	\`rate_bps\` numeric NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`programmes_tiers_order_idx\` ON \`programmes_tiers\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`programmes_tiers_parent_id_idx\` ON \`programmes_tiers\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`programme_members\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`programme_id\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`via\` text NOT NULL,
  	\`group\` text,
  	\`actor\` text,
  	\`joined_at\` text,
  	\`ended_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`programme_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`programme_members_key_idx\` ON \`programme_members\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`programme_members_programme_idx\` ON \`programme_members\` (\`programme_id\`);`)
  await db.run(sql`CREATE INDEX \`programme_members_creator_idx\` ON \`programme_members\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`programme_members_status_idx\` ON \`programme_members\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`programme_members_updated_at_idx\` ON \`programme_members\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`programme_members_created_at_idx\` ON \`programme_members\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`rate_changes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`programme_id\` text NOT NULL,
  	\`source\` text NOT NULL,
  	\`target\` text,
  	\`from_bps\` numeric,
  	\`to_bps\` numeric,
  	\`announced_at\` text NOT NULL,
  	\`effective_at\` text NOT NULL,
  	\`actor\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`programme_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`rate_changes_key_idx\` ON \`rate_changes\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`rate_changes_programme_idx\` ON \`rate_changes\` (\`programme_id\`);`)
  await db.run(sql`CREATE INDEX \`rate_changes_target_idx\` ON \`rate_changes\` (\`target\`);`)
  await db.run(sql`CREATE INDEX \`rate_changes_updated_at_idx\` ON \`rate_changes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`rate_changes_created_at_idx\` ON \`rate_changes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`attribution_bindings\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`programme_id\` text NOT NULL,
  	\`account\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`touch\` text,
  	\`order\` text,
  	\`bound_at\` text NOT NULL,
  	\`until\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`programme_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`attribution_bindings_key_idx\` ON \`attribution_bindings\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`attribution_bindings_programme_idx\` ON \`attribution_bindings\` (\`programme_id\`);`)
  await db.run(sql`CREATE INDEX \`attribution_bindings_account_idx\` ON \`attribution_bindings\` (\`account\`);`)
  await db.run(sql`CREATE INDEX \`attribution_bindings_creator_idx\` ON \`attribution_bindings\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`attribution_bindings_updated_at_idx\` ON \`attribution_bindings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`attribution_bindings_created_at_idx\` ON \`attribution_bindings\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`touch_joins\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`visitor\` text NOT NULL,
  	\`account\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`reason\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`touch_joins_key_idx\` ON \`touch_joins\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`touch_joins_visitor_idx\` ON \`touch_joins\` (\`visitor\`);`)
  await db.run(sql`CREATE INDEX \`touch_joins_account_idx\` ON \`touch_joins\` (\`account\`);`)
  await db.run(sql`CREATE INDEX \`touch_joins_updated_at_idx\` ON \`touch_joins\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`touch_joins_created_at_idx\` ON \`touch_joins\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`ledger_seals\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`from\` numeric NOT NULL,
  	\`to\` numeric NOT NULL,
  	\`previous\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_seals_key_idx\` ON \`ledger_seals\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`ledger_seals_from_idx\` ON \`ledger_seals\` (\`from\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_seals_to_idx\` ON \`ledger_seals\` (\`to\`);`)
  await db.run(sql`CREATE INDEX \`ledger_seals_updated_at_idx\` ON \`ledger_seals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ledger_seals_created_at_idx\` ON \`ledger_seals\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`holds\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`hold\` text,
  	\`creator_id\` text NOT NULL,
  	\`order_line\` text,
  	\`reason\` text NOT NULL,
  	\`signal\` text,
  	\`note\` text,
  	\`actor\` text,
  	\`until\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`holds_key_idx\` ON \`holds\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`holds_hold_idx\` ON \`holds\` (\`hold\`);`)
  await db.run(sql`CREATE INDEX \`holds_creator_idx\` ON \`holds\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`holds_order_line_idx\` ON \`holds\` (\`order_line\`);`)
  await db.run(sql`CREATE INDEX \`holds_until_idx\` ON \`holds\` (\`until\`);`)
  await db.run(sql`CREATE INDEX \`holds_updated_at_idx\` ON \`holds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`holds_created_at_idx\` ON \`holds\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payout_accounts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`method\` text NOT NULL,
  	\`sealed\` text NOT NULL,
  	\`masked\` text NOT NULL,
  	\`fingerprint\` text NOT NULL,
  	\`changed_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payout_accounts_key_idx\` ON \`payout_accounts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payout_accounts_creator_idx\` ON \`payout_accounts\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`payout_accounts_fingerprint_idx\` ON \`payout_accounts\` (\`fingerprint\`);`)
  await db.run(sql`CREATE INDEX \`payout_accounts_updated_at_idx\` ON \`payout_accounts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payout_accounts_created_at_idx\` ON \`payout_accounts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payout_runs\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`cutoff\` text NOT NULL,
  	\`currency\` text NOT NULL,
  	\`total\` numeric NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`adapter\` text DEFAULT 'file' NOT NULL,
  	\`locked_by\` text NOT NULL,
  	\`approved_by\` text,
  	\`sent_by\` text,
  	\`locked_at\` text NOT NULL,
  	\`approved_at\` text,
  	\`sent_at\` text,
  	\`ended_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payout_runs_key_idx\` ON \`payout_runs\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payout_runs_number_idx\` ON \`payout_runs\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`payout_runs_state_idx\` ON \`payout_runs\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`payout_runs_updated_at_idx\` ON \`payout_runs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payout_runs_created_at_idx\` ON \`payout_runs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payouts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`run_id\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`tax_amount\` numeric DEFAULT 0 NOT NULL,
  	\`currency\` text NOT NULL,
  	\`method\` text NOT NULL,
  	\`masked\` text NOT NULL,
  	\`reference\` text,
  	\`failure\` text,
  	\`at\` text NOT NULL,
  	\`ended_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`payout_runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payouts_key_idx\` ON \`payouts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payouts_run_idx\` ON \`payouts\` (\`run_id\`);`)
  await db.run(sql`CREATE INDEX \`payouts_creator_idx\` ON \`payouts\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`payouts_state_idx\` ON \`payouts\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`payouts_updated_at_idx\` ON \`payouts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payouts_created_at_idx\` ON \`payouts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payout_lines\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`payout_id\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`order_line\` text NOT NULL,
  	\`order\` text,
  	\`piece_kind\` text,
  	\`piece\` text,
  	\`amount\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`payout_id\`) REFERENCES \`payouts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payout_lines_key_idx\` ON \`payout_lines\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payout_lines_payout_idx\` ON \`payout_lines\` (\`payout_id\`);`)
  await db.run(sql`CREATE INDEX \`payout_lines_creator_idx\` ON \`payout_lines\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`payout_lines_order_line_idx\` ON \`payout_lines\` (\`order_line\`);`)
  await db.run(sql`CREATE INDEX \`payout_lines_piece_idx\` ON \`payout_lines\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`payout_lines_updated_at_idx\` ON \`payout_lines\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payout_lines_created_at_idx\` ON \`payout_lines\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`statements\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`month\` text NOT NULL,
  	\`currency\` text NOT NULL,
  	\`opening\` numeric NOT NULL,
  	\`earned\` numeric NOT NULL,
  	\`reversed\` numeric NOT NULL,
  	\`adjusted\` numeric NOT NULL,
  	\`paid_out\` numeric NOT NULL,
  	\`closing\` numeric NOT NULL,
  	\`last_sequence\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`statements_key_idx\` ON \`statements\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`statements_creator_idx\` ON \`statements\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`statements_month_idx\` ON \`statements\` (\`month\`);`)
  await db.run(sql`CREATE INDEX \`statements_updated_at_idx\` ON \`statements\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`statements_created_at_idx\` ON \`statements\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`creator_tiers\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`tier\` text NOT NULL,
  	\`sales\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`creator_tiers_key_idx\` ON \`creator_tiers\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`creator_tiers_creator_idx\` ON \`creator_tiers\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`creator_tiers_updated_at_idx\` ON \`creator_tiers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`creator_tiers_created_at_idx\` ON \`creator_tiers\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`bonuses\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`programme_id\` text,
  	\`kind\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`piece_kind\` text,
  	\`piece\` text,
  	\`views\` numeric,
  	\`per_thousand\` numeric,
  	\`cap\` numeric NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`proof\` text NOT NULL,
  	\`proposed_by\` text NOT NULL,
  	\`decided_by\` text,
  	\`at\` text NOT NULL,
  	\`decided_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`programme_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`bonuses_key_idx\` ON \`bonuses\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`bonuses_creator_idx\` ON \`bonuses\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`bonuses_programme_idx\` ON \`bonuses\` (\`programme_id\`);`)
  await db.run(sql`CREATE INDEX \`bonuses_piece_idx\` ON \`bonuses\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`bonuses_updated_at_idx\` ON \`bonuses\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bonuses_created_at_idx\` ON \`bonuses\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`book_checks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`looked\` numeric NOT NULL,
  	\`findings\` numeric NOT NULL,
  	\`seconds\` numeric,
  	\`facts\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`book_checks_kind_idx\` ON \`book_checks\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`book_checks_at_idx\` ON \`book_checks\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`book_checks_updated_at_idx\` ON \`book_checks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`book_checks_created_at_idx\` ON \`book_checks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`fraud_signals\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`order\` text,
  	\`order_line\` text,
  	\`code\` text NOT NULL,
  	\`points\` numeric NOT NULL,
  	\`facts\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`fraud_signals_key_idx\` ON \`fraud_signals\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`fraud_signals_creator_idx\` ON \`fraud_signals\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`fraud_signals_order_idx\` ON \`fraud_signals\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`fraud_signals_order_line_idx\` ON \`fraud_signals\` (\`order_line\`);`)
  await db.run(sql`CREATE INDEX \`fraud_signals_code_idx\` ON \`fraud_signals\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`fraud_signals_at_idx\` ON \`fraud_signals\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`fraud_signals_updated_at_idx\` ON \`fraud_signals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`fraud_signals_created_at_idx\` ON \`fraud_signals\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`fraud_decisions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`signal\` text,
  	\`kind\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`note\` text,
  	\`actor\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`fraud_decisions_key_idx\` ON \`fraud_decisions\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`fraud_decisions_creator_idx\` ON \`fraud_decisions\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`fraud_decisions_signal_idx\` ON \`fraud_decisions\` (\`signal\`);`)
  await db.run(sql`CREATE INDEX \`fraud_decisions_updated_at_idx\` ON \`fraud_decisions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`fraud_decisions_created_at_idx\` ON \`fraud_decisions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`order_claims\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`hint\` text NOT NULL,
  	\`order\` text,
  	\`rule\` text,
  	\`finding\` text,
  	\`answer\` text,
  	\`answered_by\` text,
  	\`at\` text NOT NULL,
  	\`due_at\` text,
  	\`answered_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`order_claims_key_idx\` ON \`order_claims\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`order_claims_creator_idx\` ON \`order_claims\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`order_claims_state_idx\` ON \`order_claims\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`order_claims_due_at_idx\` ON \`order_claims\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`order_claims_updated_at_idx\` ON \`order_claims\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`order_claims_created_at_idx\` ON \`order_claims\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sales_partners\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`key_id\` text NOT NULL,
  	\`secret_sealed\` text NOT NULL,
  	\`programme_id\` text NOT NULL,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`actor\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`programme_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`sales_partners_key_id_idx\` ON \`sales_partners\` (\`key_id\`);`)
  await db.run(sql`CREATE INDEX \`sales_partners_programme_idx\` ON \`sales_partners\` (\`programme_id\`);`)
  await db.run(sql`CREATE INDEX \`sales_partners_updated_at_idx\` ON \`sales_partners\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sales_partners_created_at_idx\` ON \`sales_partners\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`conversions_lines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`line\` text NOT NULL,
  	\`title\` text,
  	\`paid_amount\` numeric NOT NULL,
  	\`tax_amount\` numeric NOT NULL,
  	\`base_amount\` numeric NOT NULL,
  	\`commission\` numeric NOT NULL,
  	\`rate_bps\` numeric,
  	\`reason\` text,
  	\`decision\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`conversions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`conversions_lines_order_idx\` ON \`conversions_lines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`conversions_lines_parent_id_idx\` ON \`conversions_lines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`conversions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`partner_id\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`external_id\` text NOT NULL,
  	\`sale\` text,
  	\`link_code\` text,
  	\`visitor\` text,
  	\`coupon_code\` text,
  	\`currency\` text NOT NULL,
  	\`creator_id\` text,
  	\`programme_id\` text,
  	\`base_amount\` numeric NOT NULL,
  	\`commission\` numeric NOT NULL,
  	\`sold_at\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`sales_partners\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`programme_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`conversions_key_idx\` ON \`conversions\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`conversions_partner_idx\` ON \`conversions\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`conversions_external_id_idx\` ON \`conversions\` (\`external_id\`);`)
  await db.run(sql`CREATE INDEX \`conversions_sale_idx\` ON \`conversions\` (\`sale\`);`)
  await db.run(sql`CREATE INDEX \`conversions_creator_idx\` ON \`conversions\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`conversions_programme_idx\` ON \`conversions\` (\`programme_id\`);`)
  await db.run(sql`CREATE INDEX \`conversions_updated_at_idx\` ON \`conversions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`conversions_created_at_idx\` ON \`conversions\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`carts\` ADD \`coupon_code\` text;`)
  await db.run(sql`ALTER TABLE \`orders_lines\` ADD \`coupon_amount\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`orders_lines\` ADD \`tax_rate_bps\` numeric;`)
  await db.run(sql`ALTER TABLE \`orders_lines\` ADD \`hold_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`orders\` ADD \`fulfilled_at\` text;`)
  await db.run(sql`ALTER TABLE \`orders\` ADD \`delivered_at\` text;`)
  await db.run(sql`ALTER TABLE \`orders\` ADD \`received_at\` text;`)
  await db.run(sql`ALTER TABLE \`orders\` ADD \`coupon_id\` text REFERENCES coupons(id);`)
  await db.run(sql`ALTER TABLE \`orders\` ADD \`coupon_code\` text;`)
  await db.run(sql`ALTER TABLE \`orders\` ADD \`shipping_method\` text;`)
  await db.run(sql`ALTER TABLE \`orders\` ADD \`weight_grams\` numeric;`)
  await db.run(sql`CREATE INDEX \`orders_delivered_at_idx\` ON \`orders\` (\`delivered_at\`);`)
  await db.run(sql`CREATE INDEX \`orders_received_at_idx\` ON \`orders\` (\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`orders_coupon_idx\` ON \`orders\` (\`coupon_id\`);`)
  await db.run(sql`ALTER TABLE \`payments\` ADD \`instrument\` text;`)
  await db.run(sql`CREATE INDEX \`payments_instrument_idx\` ON \`payments\` (\`instrument\`);`)
  await db.run(sql`ALTER TABLE \`programmes\` ADD \`indirect_rate_bps\` numeric;`)
  await db.run(sql`ALTER TABLE \`programmes\` ADD \`cap_bps\` numeric DEFAULT 5000;`)
  await db.run(sql`ALTER TABLE \`programmes\` ADD \`coupon_rule\` text DEFAULT 'coupon_wins';`)
  await db.run(sql`ALTER TABLE \`programmes\` ADD \`cart_days\` numeric DEFAULT 89;`)
  await db.run(sql`ALTER TABLE \`programmes\` ADD \`bind_days\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`programmes\` ADD \`joining\` text DEFAULT 'open';`)
  await db.run(sql`ALTER TABLE \`programmes\` ADD \`max_depth\` text DEFAULT '1';`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`shipments_id\` text REFERENCES shipments(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`refund_requests_id\` text REFERENCES refund_requests(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`disputes_id\` text REFERENCES disputes(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`coupons_id\` text REFERENCES coupons(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`coupon_uses_id\` text REFERENCES coupon_uses(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`tax_rates_id\` text REFERENCES tax_rates(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`shipping_rates_id\` text REFERENCES shipping_rates(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`programme_members_id\` text REFERENCES programme_members(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`rate_changes_id\` text REFERENCES rate_changes(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`attribution_bindings_id\` text REFERENCES attribution_bindings(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`touch_joins_id\` text REFERENCES touch_joins(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`ledger_seals_id\` text REFERENCES ledger_seals(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`holds_id\` text REFERENCES holds(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`payout_accounts_id\` text REFERENCES payout_accounts(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`payout_runs_id\` text REFERENCES payout_runs(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`payouts_id\` text REFERENCES payouts(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`payout_lines_id\` text REFERENCES payout_lines(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`statements_id\` text REFERENCES statements(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`creator_tiers_id\` text REFERENCES creator_tiers(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`bonuses_id\` text REFERENCES bonuses(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`book_checks_id\` text REFERENCES book_checks(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`fraud_signals_id\` text REFERENCES fraud_signals(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`fraud_decisions_id\` text REFERENCES fraud_decisions(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`order_claims_id\` text REFERENCES order_claims(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`sales_partners_id\` text REFERENCES sales_partners(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`conversions_id\` text REFERENCES conversions(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_shipments_id_idx\` ON \`payload_locked_documents_rels\` (\`shipments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_refund_requests_id_idx\` ON \`payload_locked_documents_rels\` (\`refund_requests_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_disputes_id_idx\` ON \`payload_locked_documents_rels\` (\`disputes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_coupons_id_idx\` ON \`payload_locked_documents_rels\` (\`coupons_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_coupon_uses_id_idx\` ON \`payload_locked_documents_rels\` (\`coupon_uses_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_tax_rates_id_idx\` ON \`payload_locked_documents_rels\` (\`tax_rates_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_shipping_rates_id_idx\` ON \`payload_locked_documents_rels\` (\`shipping_rates_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_programme_members_id_idx\` ON \`payload_locked_documents_rels\` (\`programme_members_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_rate_changes_id_idx\` ON \`payload_locked_documents_rels\` (\`rate_changes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_attribution_bindings_id_idx\` ON \`payload_locked_documents_rels\` (\`attribution_bindings_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_touch_joins_id_idx\` ON \`payload_locked_documents_rels\` (\`touch_joins_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_ledger_seals_id_idx\` ON \`payload_locked_documents_rels\` (\`ledger_seals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_holds_id_idx\` ON \`payload_locked_documents_rels\` (\`holds_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_payout_accounts_id_idx\` ON \`payload_locked_documents_rels\` (\`payout_accounts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_payout_runs_id_idx\` ON \`payload_locked_documents_rels\` (\`payout_runs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_payouts_id_idx\` ON \`payload_locked_documents_rels\` (\`payouts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_payout_lines_id_idx\` ON \`payload_locked_documents_rels\` (\`payout_lines_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_statements_id_idx\` ON \`payload_locked_documents_rels\` (\`statements_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_creator_tiers_id_idx\` ON \`payload_locked_documents_rels\` (\`creator_tiers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bonuses_id_idx\` ON \`payload_locked_documents_rels\` (\`bonuses_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_book_checks_id_idx\` ON \`payload_locked_documents_rels\` (\`book_checks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_fraud_signals_id_idx\` ON \`payload_locked_documents_rels\` (\`fraud_signals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_fraud_decisions_id_idx\` ON \`payload_locked_documents_rels\` (\`fraud_decisions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_claims_id_idx\` ON \`payload_locked_documents_rels\` (\`order_claims_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sales_partners_id_idx\` ON \`payload_locked_documents_rels\` (\`sales_partners_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_conversions_id_idx\` ON \`payload_locked_documents_rels\` (\`conversions_id\`);`)
  await db.run(sql`ALTER TABLE \`shop_settings\` ADD \`tax_mode\` text DEFAULT 'included' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` ADD \`return_days\` numeric DEFAULT 7 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` ADD \`confirm_days\` numeric DEFAULT 7 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` ADD \`min_payout\` numeric DEFAULT 10000 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` ADD \`two_persons_from\` numeric DEFAULT 1000000 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` ADD \`payout_tax_bps\` numeric DEFAULT 0 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` ADD \`min_margin_bps\` numeric DEFAULT 0 NOT NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`shipments_lines\`;`)
  await db.run(sql`DROP TABLE \`shipments\`;`)
  await db.run(sql`DROP TABLE \`refund_requests_lines\`;`)
  await db.run(sql`DROP TABLE \`refund_requests\`;`)
  await db.run(sql`DROP TABLE \`refund_requests_rels\`;`)
  await db.run(sql`DROP TABLE \`disputes\`;`)
  await db.run(sql`DROP TABLE \`coupons\`;`)
  await db.run(sql`DROP TABLE \`coupons_rels\`;`)
  await db.run(sql`DROP TABLE \`coupon_uses\`;`)
  await db.run(sql`DROP TABLE \`tax_rates\`;`)
  await db.run(sql`DROP TABLE \`shipping_rates\`;`)
  await db.run(sql`DROP TABLE \`shipping_rates_locales\`;`)
  await db.run(sql`DROP TABLE \`programmes_tiers\`;`)
  await db.run(sql`DROP TABLE \`programme_members\`;`)
  await db.run(sql`DROP TABLE \`rate_changes\`;`)
  await db.run(sql`DROP TABLE \`attribution_bindings\`;`)
  await db.run(sql`DROP TABLE \`touch_joins\`;`)
  await db.run(sql`DROP TABLE \`ledger_seals\`;`)
  await db.run(sql`DROP TABLE \`holds\`;`)
  await db.run(sql`DROP TABLE \`payout_accounts\`;`)
  await db.run(sql`DROP TABLE \`payout_runs\`;`)
  await db.run(sql`DROP TABLE \`payouts\`;`)
  await db.run(sql`DROP TABLE \`payout_lines\`;`)
  await db.run(sql`DROP TABLE \`statements\`;`)
  await db.run(sql`DROP TABLE \`creator_tiers\`;`)
  await db.run(sql`DROP TABLE \`bonuses\`;`)
  await db.run(sql`DROP TABLE \`book_checks\`;`)
  await db.run(sql`DROP TABLE \`fraud_signals\`;`)
  await db.run(sql`DROP TABLE \`fraud_decisions\`;`)
  await db.run(sql`DROP TABLE \`order_claims\`;`)
  await db.run(sql`DROP TABLE \`sales_partners\`;`)
  await db.run(sql`DROP TABLE \`conversions_lines\`;`)
  await db.run(sql`DROP TABLE \`conversions\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_orders\` (
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
  await db.run(sql`INSERT INTO \`__new_orders\`("id", "number", "guest_hash", "user_id", "visitor", "state", "merchant", "scene", "origin_piece_kind", "origin_piece", "currency", "items_total", "discount_total", "shipping_total", "tax_total", "tax_included", "total", "locale", "test", "placed_at", "reserved_until", "paid_at", "checkout_started_at", "updated_at", "created_at") SELECT "id", "number", "guest_hash", "user_id", "visitor", "state", "merchant", "scene", "origin_piece_kind", "origin_piece", "currency", "items_total", "discount_total", "shipping_total", "tax_total", "tax_included", "total", "locale", "test", "placed_at", "reserved_until", "paid_at", "checkout_started_at", "updated_at", "created_at" FROM \`orders\`;`)
  await db.run(sql`DROP TABLE \`orders\`;`)
  await db.run(sql`ALTER TABLE \`__new_orders\` RENAME TO \`orders\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
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
  	\`boards_id\` text,
  	\`board_items_id\` text,
  	\`comments_id\` text,
  	\`engagement_events_id\` text,
  	\`counters_id\` text,
  	\`notifications_id\` text,
  	\`addresses_id\` text,
  	\`cache_purges_id\` text,
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
  	FOREIGN KEY (\`boards_id\`) REFERENCES \`boards\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`board_items_id\`) REFERENCES \`board_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`comments_id\`) REFERENCES \`comments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`engagement_events_id\`) REFERENCES \`engagement_events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`counters_id\`) REFERENCES \`counters\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notifications_id\`) REFERENCES \`notifications\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`addresses_id\`) REFERENCES \`addresses\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`cache_purges_id\`) REFERENCES \`cache_purges\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "users_id", "creators_id", "posts_id", "video_notes_id", "piece_states_id", "piece_stats_id", "media_id", "product_links_id", "review_items_id", "review_history_id", "categories_id", "topics_id", "products_id", "variants_id", "stock_levels_id", "stock_movements_id", "price_changes_id", "carts_id", "orders_id", "order_contacts_id", "order_history_id", "payments_id", "provider_events_id", "refunds_id", "idempotency_keys_id", "programmes_id", "touches_id", "ledger_entries_id", "follows_id", "reactions_id", "boards_id", "board_items_id", "comments_id", "engagement_events_id", "counters_id", "notifications_id", "addresses_id", "cache_purges_id") SELECT "id", "order", "parent_id", "path", "users_id", "creators_id", "posts_id", "video_notes_id", "piece_states_id", "piece_stats_id", "media_id", "product_links_id", "review_items_id", "review_history_id", "categories_id", "topics_id", "products_id", "variants_id", "stock_levels_id", "stock_movements_id", "price_changes_id", "carts_id", "orders_id", "order_contacts_id", "order_history_id", "payments_id", "provider_events_id", "refunds_id", "idempotency_keys_id", "programmes_id", "touches_id", "ledger_entries_id", "follows_id", "reactions_id", "boards_id", "board_items_id", "comments_id", "engagement_events_id", "counters_id", "notifications_id", "addresses_id", "cache_purges_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_boards_id_idx\` ON \`payload_locked_documents_rels\` (\`boards_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_board_items_id_idx\` ON \`payload_locked_documents_rels\` (\`board_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_comments_id_idx\` ON \`payload_locked_documents_rels\` (\`comments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_engagement_events_id_idx\` ON \`payload_locked_documents_rels\` (\`engagement_events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_counters_id_idx\` ON \`payload_locked_documents_rels\` (\`counters_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notifications_id_idx\` ON \`payload_locked_documents_rels\` (\`notifications_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_addresses_id_idx\` ON \`payload_locked_documents_rels\` (\`addresses_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_cache_purges_id_idx\` ON \`payload_locked_documents_rels\` (\`cache_purges_id\`);`)
  await db.run(sql`DROP INDEX \`payments_instrument_idx\`;`)
  await db.run(sql`ALTER TABLE \`payments\` DROP COLUMN \`instrument\`;`)
  await db.run(sql`ALTER TABLE \`carts\` DROP COLUMN \`coupon_code\`;`)
  await db.run(sql`ALTER TABLE \`orders_lines\` DROP COLUMN \`coupon_amount\`;`)
  await db.run(sql`ALTER TABLE \`orders_lines\` DROP COLUMN \`tax_rate_bps\`;`)
  await db.run(sql`ALTER TABLE \`orders_lines\` DROP COLUMN \`hold_days\`;`)
  await db.run(sql`ALTER TABLE \`programmes\` DROP COLUMN \`indirect_rate_bps\`;`)
  await db.run(sql`ALTER TABLE \`programmes\` DROP COLUMN \`cap_bps\`;`)
  await db.run(sql`ALTER TABLE \`programmes\` DROP COLUMN \`coupon_rule\`;`)
  await db.run(sql`ALTER TABLE \`programmes\` DROP COLUMN \`cart_days\`;`)
  await db.run(sql`ALTER TABLE \`programmes\` DROP COLUMN \`bind_days\`;`)
  await db.run(sql`ALTER TABLE \`programmes\` DROP COLUMN \`joining\`;`)
  await db.run(sql`ALTER TABLE \`programmes\` DROP COLUMN \`max_depth\`;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` DROP COLUMN \`tax_mode\`;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` DROP COLUMN \`return_days\`;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` DROP COLUMN \`confirm_days\`;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` DROP COLUMN \`min_payout\`;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` DROP COLUMN \`two_persons_from\`;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` DROP COLUMN \`payout_tax_bps\`;`)
  await db.run(sql`ALTER TABLE \`shop_settings\` DROP COLUMN \`min_margin_bps\`;`)
}
