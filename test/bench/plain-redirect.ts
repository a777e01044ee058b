import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'

/** A bare Express app that redirects to the address it is given, in a process of its own. Tells where it is, and its processor time when asked. */
const location = process.argv[2] ?? '/'
const app = express()
app.disable('x-powered-by')
app.get('/', (_req, res) => res.redirect(302, location))
const server = createServer(app)
server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: (user + system) / 1000 })
})
