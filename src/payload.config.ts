import { readEnv } from './config/env.ts'
import { payloadConfig } from './config/payload.ts'
import { readSecret } from './config/secret.ts'

const env = readEnv()

// Payload's own tools, the admin and the server look for a default export.
export default payloadConfig(env, readSecret(env))
