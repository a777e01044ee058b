import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

/** One build: the browser's files, and the server with Express as its entry. */
export default defineConfig({
  plugins: [reactRouter()],
  environments: { ssr: { build: { rollupOptions: { input: './src/server/main.ts' } } } },
})
