import type { RequestHandler } from 'express'
import express from 'express'
import type { ServerBuild } from 'react-router'
import { readEnv } from '../config/env.ts'
import { startServer } from './start.ts'

interface Vite {
  /** Assets and hot reload, ahead of the app. */
  middlewares: RequestHandler
  load(id: string): Promise<Record<string, unknown>>
}

/** The server in development: Vite in front, pages loaded anew when they change, the admin by Next's own dev mode. */
export async function startDevServer({ middlewares, load }: Vite): Promise<{ stop(): Promise<void> }> {
  const running = await startServer(readEnv(), {
    build: () => load('virtual:react-router/server-build') as unknown as Promise<ServerBuild>,
    admin: 'dev',
    signals: false,
    wrap: (app) => express().use(middlewares, app),
  })
  return {
    stop: async () => {
      await running.stop()
      forgetPayload()
    },
  }
}

/** Payload keeps its instance on globalThis, closed or not; the next start needs a new one. */
function forgetPayload(): void {
  const kept = (globalThis as { _payload?: Map<string, unknown> })._payload
  kept?.clear()
}
