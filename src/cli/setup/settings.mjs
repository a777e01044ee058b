/** What the application reads from the environment (src/config/env.ts), and what it refuses; a test compares this list with the schema. */
export const settings = [
  ...['PORT', 'HOST', 'PUBLIC_URL', 'TRUST_PROXY', 'DATA_DIR', 'MEDIA_DIR', 'DATABASE_URL', 'PAYLOAD_SECRET', 'DEMO', 'SANDBOX_PAYMENTS'],
  ...['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_METHODS', 'STRIPE_API_URL'],
  ...['SMTP_URL', 'MAIL_FROM', 'LOG_LEVEL', 'PAGE_CACHE_MB', 'METRICS_TOKEN', 'FFMPEG_PATH', 'WORKER', 'TX_RUN_TWICE'],
  ...['MEILI_URL', 'REDIS_URL', 'S3_BUCKET'],
]

/**
 * An environment without them, for children such as builds and tests: what a shell happens to hold must decide neither
 * what is built nor what is tested.
 * @param {string[]} [except] settings that stay
 * @returns {Record<string, undefined>} to spread into the `env` of a child
 */
export const withoutSettings = (except = []) =>
  Object.fromEntries(settings.filter((name) => !except.includes(name)).map((name) => [name, undefined]))
