import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { removeFolders, startSite } from './site.ts'

afterAll(removeFolders)

it('SIGTERM lets a running request finish, takes no new one, and ends with 0', async () => {
  const site = await startSite({ env: { DEMO: '0' } })
  const { hostname, port } = new URL(site.url)
  const body = '{"code":"nobody-knows"}'
  let answer = ''
  const socket = connect(Number(port), hostname)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString()))
  socket.write(
    `POST /v1/touches HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 8)}`,
  )
  await sleep(200)
  const ended = site.stop()
  await sleep(300)
  await expect(fetch(`${site.url}/healthz`)).rejects.toThrow()
  expect([site.child.exitCode, answer]).toEqual([null, ''])
  socket.write(body.slice(8))
  await closed
  expect(answer).toMatch(/^HTTP\/1\.1 204 /)
  expect(await ended).toBe(0)
})
