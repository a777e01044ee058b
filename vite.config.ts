import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'
import { inlineScript } from './src/cli/vite/inline-script.ts'
import { oneLanguage } from './src/cli/vite/one-language.ts'
import { pageFiles } from './src/cli/vite/page-files.ts'
import { precompress } from './src/cli/vite/precompress.ts'
import { productionRouter } from './src/cli/vite/production-router.ts'
import { shortRoutes } from './src/cli/vite/short-manifest.ts'

/** Milliseconds of quiet after which a public page starts its script although nobody touched anything. */
const IDLE_START_MS = 4000

/** Pages that are no public ones share what at least so many of them need: with less, files grow by what few pages need. */
const MANY = 9
const groups = [
  { name: 'router', test: /node_modules[\\/](?:react|react-router)[\\/]|rolldown[\\/]runtime/, priority: 3 },
  ...pageFiles(2),
  { name: 'tools', test: /[\\/]src[\\/](?:ui[\\/]primitives|lib|web[\\/]lib)[\\/]/, minShareCount: MANY },
]

/** One build: the browser's files, and the server with Express as its entry. */
export default defineConfig({
  plugins: [
    oneLanguage(),
    inlineScript({ __IDLE_START_MS__: String(IDLE_START_MS) }),
    productionRouter(),
    reactRouter(),
    shortRoutes(),
    precompress(),
  ],
  environments: {
    client: { build: { rollupOptions: { output: { codeSplitting: { groups } } } } },
    ssr: { build: { rollupOptions: { input: './src/server/main.ts' } } },
  },
})
