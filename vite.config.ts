import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'
import { inlineScript } from './src/cli/vite/inline-script.ts'
import { oneLanguage, wordGroups } from './src/cli/vite/one-language.ts'
import { precompress } from './src/cli/vite/precompress.ts'
import { productionRouter } from './src/cli/vite/production-router.ts'

/** Milliseconds of quiet after which a public page starts its script although nobody touched anything. */
const IDLE_START_MS = 4000

/**
 * What many pages need comes in two files instead of thirty: each request costs a phone more than the bytes that a page
 * does not use of them. Nine: with less, files grow by what few pages need; with more, requests do (measured).
 */
const MANY = 9
const groups = [
  { name: 'router', test: /node_modules/, priority: 2, minShareCount: MANY },
  { name: 'shared', test: /[\\/]src[\\/](?:ui|lib|web[\\/]lib)[\\/]/, minShareCount: MANY },
]

/** One build: the browser's files, and the server with Express as its entry. */
export default defineConfig({
  plugins: [oneLanguage(), inlineScript({ __IDLE_START_MS__: String(IDLE_START_MS) }), productionRouter(), reactRouter(), precompress()],
  environments: {
    client: { build: { rollupOptions: { output: { codeSplitting: { groups: [...wordGroups, ...groups] } } } } },
    ssr: { build: { rollupOptions: { input: './src/server/main.ts' } } },
  },
})
