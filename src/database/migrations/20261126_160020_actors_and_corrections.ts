// @ts-nocheck: generated
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`corrections\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`creator_id\` text NOT NULL,
  	\`order\` text NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`note\` text NOT NULL,
  	\`claim\` text,
  	\`actor\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`creator_id\`) REFERENCES \`creators\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`corrections_key_idx\` ON \`corrections\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`corrections_creator_idx\` ON \`corrections\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`corrections_order_idx\` ON \`corrections\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`corrections_claim_idx\` ON \`corrections\` (\`claim\`);`)
  await db.run(sql`CREATE INDEX \`corrections_updated_at_idx\` ON \`corrections\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`corrections_created_at_idx\` ON \`corrections\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`ledger_entries\` ADD \`actor\` text;`)
  await db.run(sql`ALTER TABLE \`payout_lines\` ADD \`reason\` text;`)
  await db.run(sql`ALTER TABLE \`payout_lines\` ADD \`actor\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`corrections_id\` text REFERENCES corrections(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_corrections_id_idx\` ON \`payload_locked_documents_rels\` (\`corrections_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`corrections\`;`)
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
  	\`shipments_id\` text,
  	\`refund_requests_id\` text,
  	\`exchanges_id\` text,
  	\`exchange_offers_id\` text,
  	\`disputes_id\` text,
  	\`coupons_id\` text,
  	\`coupon_uses_id\` text,
  	\`tax_rates_id\` text,
  	\`shipping_rates_id\` text,
  	\`idempotency_keys_id\` text,
  	\`programmes_id\` text,
  	\`programme_members_id\` text,
  	\`rate_changes_id\` text,
  	\`attribution_bindings_id\` text,
  	\`touch_joins_id\` text,
  	\`touches_id\` text,
  	\`ledger_entries_id\` text,
  	\`ledger_seals_id\` text,
  	\`holds_id\` text,
  	\`payout_accounts_id\` text,
  	\`payout_runs_id\` text,
  	\`payouts_id\` text,
  	\`payout_lines_id\` text,
  	\`statements_id\` text,
  	\`creator_tiers_id\` text,
  	\`bonuses_id\` text,
  	\`book_checks_id\` text,
  	\`fraud_signals_id\` text,
  	\`fraud_decisions_id\` text,
  	\`order_claims_id\` text,
  	\`sales_partners_id\` text,
  	\`conversions_id\` text,
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
  	FOREIGN KEY (\`shipments_id\`) REFERENCES \`shipments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`refund_requests_id\`) REFERENCES \`refund_requests\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`exchanges_id\`) REFERENCES \`exchanges\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`exchange_offers_id\`) REFERENCES \`exchange_offers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`disputes_id\`) REFERENCES \`disputes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`coupons_id\`) REFERENCES \`coupons\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`coupon_uses_id\`) REFERENCES \`coupon_uses\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`tax_rates_id\`) REFERENCES \`tax_rates\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`shipping_rates_id\`) REFERENCES \`shipping_rates\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`idempotency_keys_id\`) REFERENCES \`idempotency_keys\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`programmes_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`programme_members_id\`) REFERENCES \`programme_members\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`rate_changes_id\`) REFERENCES \`rate_changes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`attribution_bindings_id\`) REFERENCES \`attribution_bindings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`touch_joins_id\`) REFERENCES \`touch_joins\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`touches_id\`) REFERENCES \`touches\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`ledger_entries_id\`) REFERENCES \`ledger_entries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`ledger_seals_id\`) REFERENCES \`ledger_seals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`holds_id\`) REFERENCES \`holds\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`payout_accounts_id\`) REFERENCES \`payout_accounts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`payout_runs_id\`) REFERENCES \`payout_runs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`payouts_id\`) REFERENCES \`payouts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`payout_lines_id\`) REFERENCES \`payout_lines\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`statements_id\`) REFERENCES \`statements\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`creator_tiers_id\`) REFERENCES \`creator_tiers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bonuses_id\`) REFERENCES \`bonuses\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`book_checks_id\`) REFERENCES \`book_checks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`fraud_signals_id\`) REFERENCES \`fraud_signals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`fraud_decisions_id\`) REFERENCES \`fraud_decisions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`order_claims_id\`) REFERENCES \`order_claims\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sales_partners_id\`) REFERENCES \`sales_partners\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`conversions_id\`) REFERENCES \`conversions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
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
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "users_id", "creators_id", "posts_id", "video_notes_id", "piece_states_id", "piece_stats_id", "media_id", "product_links_id", "review_items_id", "review_history_id", "categories_id", "topics_id", "products_id", "variants_id", "stock_levels_id", "stock_movements_id", "price_changes_id", "carts_id", "orders_id", "order_contacts_id", "order_history_id", "payments_id", "provider_events_id", "refunds_id", "shipments_id", "refund_requests_id", "exchanges_id", "exchange_offers_id", "disputes_id", "coupons_id", "coupon_uses_id", "tax_rates_id", "shipping_rates_id", "idempotency_keys_id", "programmes_id", "programme_members_id", "rate_changes_id", "attribution_bindings_id", "touch_joins_id", "touches_id", "ledger_entries_id", "ledger_seals_id", "holds_id", "payout_accounts_id", "payout_runs_id", "payouts_id", "payout_lines_id", "statements_id", "creator_tiers_id", "bonuses_id", "book_checks_id", "fraud_signals_id", "fraud_decisions_id", "order_claims_id", "sales_partners_id", "conversions_id", "follows_id", "reactions_id", "boards_id", "board_items_id", "comments_id", "engagement_events_id", "counters_id", "notifications_id", "addresses_id", "cache_purges_id") SELECT "id", "order", "parent_id", "path", "users_id", "creators_id", "posts_id", "video_notes_id", "piece_states_id", "piece_stats_id", "media_id", "product_links_id", "review_items_id", "review_history_id", "categories_id", "topics_id", "products_id", "variants_id", "stock_levels_id", "stock_movements_id", "price_changes_id", "carts_id", "orders_id", "order_contacts_id", "order_history_id", "payments_id", "provider_events_id", "refunds_id", "shipments_id", "refund_requests_id", "exchanges_id", "exchange_offers_id", "disputes_id", "coupons_id", "coupon_uses_id", "tax_rates_id", "shipping_rates_id", "idempotency_keys_id", "programmes_id", "programme_members_id", "rate_changes_id", "attribution_bindings_id", "touch_joins_id", "touches_id", "ledger_entries_id", "ledger_seals_id", "holds_id", "payout_accounts_id", "payout_runs_id", "payouts_id", "payout_lines_id", "statements_id", "creator_tiers_id", "bonuses_id", "book_checks_id", "fraud_signals_id", "fraud_decisions_id", "order_claims_id", "sales_partners_id", "conversions_id", "follows_id", "reactions_id", "boards_id", "board_items_id", "comments_id", "engagement_events_id", "counters_id", "notifications_id", "addresses_id", "cache_purges_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_shipments_id_idx\` ON \`payload_locked_documents_rels\` (\`shipments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_refund_requests_id_idx\` ON \`payload_locked_documents_rels\` (\`refund_requests_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_exchanges_id_idx\` ON \`payload_locked_documents_rels\` (\`exchanges_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_exchange_offers_id_idx\` ON \`payload_locked_documents_rels\` (\`exchange_offers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_disputes_id_idx\` ON \`payload_locked_documents_rels\` (\`disputes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_coupons_id_idx\` ON \`payload_locked_documents_rels\` (\`coupons_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_coupon_uses_id_idx\` ON \`payload_locked_documents_rels\` (\`coupon_uses_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_tax_rates_id_idx\` ON \`payload_locked_documents_rels\` (\`tax_rates_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_shipping_rates_id_idx\` ON \`payload_locked_documents_rels\` (\`shipping_rates_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_idempotency_keys_id_idx\` ON \`payload_locked_documents_rels\` (\`idempotency_keys_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_programmes_id_idx\` ON \`payload_locked_documents_rels\` (\`programmes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_programme_members_id_idx\` ON \`payload_locked_documents_rels\` (\`programme_members_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_rate_changes_id_idx\` ON \`payload_locked_documents_rels\` (\`rate_changes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_attribution_bindings_id_idx\` ON \`payload_locked_documents_rels\` (\`attribution_bindings_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_touch_joins_id_idx\` ON \`payload_locked_documents_rels\` (\`touch_joins_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_touches_id_idx\` ON \`payload_locked_documents_rels\` (\`touches_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_ledger_entries_id_idx\` ON \`payload_locked_documents_rels\` (\`ledger_entries_id\`);`)
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
  await db.run(sql`ALTER TABLE \`ledger_entries\` DROP COLUMN \`actor\`;`)
  await db.run(sql`ALTER TABLE \`payout_lines\` DROP COLUMN \`reason\`;`)
  await db.run(sql`ALTER TABLE \`payout_lines\` DROP COLUMN \`actor\`;`)
}
