'use client'
import { LogOutIcon, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { call } from './call.ts'
import './parts.css'
import { useWords } from './words.ts'

/** Ends the session by the shop's own door and leaves for the shop, in a new document: nothing of the admin stays. */
export function LogOut() {
  const { t } = useTranslation()
  const { language } = useWords()
  const [busy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    const answer = await call('/v1/auth/log-out', { method: 'POST', body: {} })
    if (answer.ok) window.location.assign(`/${language}`)
    setBusy(answer.ok)
  }
  const name = t('authentication:logOut')
  return (
    <button type="button" className="nav__log-out zc-log-out" aria-label={name} title={name} disabled={busy} onClick={leave}>
      <LogOutIcon />
    </button>
  )
}
