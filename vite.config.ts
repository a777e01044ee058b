import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'
import { inlineScript } from './src/cli/vite/inline-script.ts'
import { precompress } from './src/cli/vite/precompress.ts'
import { productionRouter } from './src/cli/vite/production-router.ts'

/** Milliseconds of quiet after which a public page starts its script although nobody touched anything. */
const IDLE_START_MS = 4000

/** One build: the browser's files, and the server with Express as its entry. */
export default defineConfig({
  plugins: [inlineScript({ __IDLE_START_MS__: String(IDLE_START_MS) }), productionRouter(), reactRouter(), precompress()],
  environments: { ssr: { build: { rollupOptions: { input: './src/server/main.ts' } } } },
})
