import { z } from 'zod'
import { askPasswordReset } from '../../flows/accounts/ask-password-reset.ts'
import { createFirstAdmin } from '../../flows/accounts/create-first-admin.ts'
import { logIn } from '../../flows/accounts/log-in.ts'
import { logOut } from '../../flows/accounts/log-out.ts'
import { resetPassword } from '../../flows/accounts/reset-password.ts'
import { signUp } from '../../flows/accounts/sign-up.ts'
import { resendVerification, verifyEmail } from '../../flows/accounts/verify-email.ts'
import { ok } from '../../lib/result.ts'
import { endedSessionCookie, sessionCookie } from '../../lib/session-cookie.ts'
import { type Route, route } from './route.ts'

const email = z.string().min(1).max(254)
const password = z.string().min(1).max(1000)
const locale = z.enum(['zh', 'en']).default('zh')
const token = z.string().min(1).max(200)
const accepted = z.object({ accepted: z.literal(true) })
const base = { tag: 'Accounts', who: 'anyone', limit: 'auth' } as const

/** Neutral by design: whether an address has an account is told to its owner by mail and to nobody by an answer. */
export const accountAuthRoutes: Route[] = [
  route(
    {
      ...base,
      method: 'post',
      path: '/v1/auth/sign-up',
      summary: 'Sign up; a letter confirms the address',
      status: 202,
      body: z.strictObject({ email, password, name: z.string().max(200), locale }),
      answer: accepted,
    },
    ({ ctx, body }) => signUp(ctx, body),
  ),
  route(
    {
      ...base,
      method: 'post',
      path: '/v1/auth/log-in',
      summary: 'Open a session; sets the cookie and answers the token',
      body: z.strictObject({ email, password }),
      answer: z.object({ token: z.string(), expiresAt: z.iso.datetime(), userId: z.string() }),
    },
    async ({ ctx, visit, body, res }) => {
      const opened = await logIn(ctx, visit, body)
      if (!opened.ok) return opened
      res.append('set-cookie', [sessionCookie(opened.value.token, visit.secure), ...opened.value.setCookies])
      return ok({ token: opened.value.token, expiresAt: opened.value.expiresAt.toISOString(), userId: opened.value.userId })
    },
  ),
  route(
    { ...base, method: 'post', path: '/v1/auth/log-out', summary: 'End the session', limit: 'write', status: 204 },
    async ({ ctx, visit, res }) => {
      res.append('set-cookie', endedSessionCookie(visit.secure))
      return logOut(ctx, visit)
    },
  ),
  route(
    {
      ...base,
      method: 'post',
      path: '/v1/auth/forgot-password',
      summary: 'Ask for a link to change the password',
      status: 202,
      body: z.strictObject({ email, locale }),
      answer: accepted,
    },
    ({ ctx, body }) => askPasswordReset(ctx, body),
  ),
  route(
    {
      ...base,
      method: 'post',
      path: '/v1/auth/reset-password',
      summary: 'Set a new password by the token of the letter',
      body: z.strictObject({ token, password }),
      answer: z.object({ changed: z.literal(true) }),
    },
    ({ ctx, body }) => resetPassword(ctx, body),
  ),
  route(
    {
      ...base,
      method: 'post',
      path: '/v1/auth/verify-email',
      summary: 'Confirm the address by the token of the letter',
      body: z.strictObject({ token }),
      answer: z.object({ verified: z.literal(true) }),
    },
    ({ ctx, body }) => verifyEmail(ctx, body),
  ),
  route(
    {
      ...base,
      method: 'post',
      path: '/v1/auth/verify-email/resend',
      summary: 'Send the letter of confirmation again',
      status: 202,
      body: z.strictObject({ email }),
      answer: accepted,
    },
    ({ ctx, body }) => resendVerification(ctx, body),
  ),
  route(
    {
      ...base,
      method: 'post',
      path: '/v1/auth/first-admin',
      summary: 'Make the first admin by the one-time token that the start printed',
      status: 201,
      body: z.strictObject({ token, email, password, name: z.string().max(200) }),
      answer: z.object({ userId: z.string() }),
    },
    ({ ctx, body }) => createFirstAdmin(ctx, body),
  ),
]
