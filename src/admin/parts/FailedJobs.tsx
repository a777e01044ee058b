'use client'
import { useCallback, useEffect, useState } from 'react'
import { call, failureWords } from './call.ts'
import { sayOf, useWords } from './words.ts'

interface Job {
  id: string
  task: string
  fault: string
  tries: number
  queuedAt: string
  failedAt: string
}

/** Jobs that failed for good, each with a button that has it run again. */
export function FailedJobs({ onChange }: { onChange: () => Promise<void> }) {
  const { say, when, count } = useWords()
  const [jobs, setJobs] = useState<Job[] | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const load = useCallback(async () => {
    const answer = await call<{ jobs: Job[] }>('/v1/operations/jobs')
    if (answer.ok) setJobs(answer.value.jobs)
  }, [])
  useEffect(() => void load(), [load])

  const retry = async (id: string) => {
    setBusy(id)
    const answer = await call(`/v1/operations/jobs/${id}/retry`, { method: 'POST', body: {} })
    setSaid(answer.ok ? say('queued') : failureWords(say, answer.failure))
    await load()
    await onChange()
    setBusy(null)
  }

  return (
    <div>
      <h3>{say('jobs')}</h3>
      <div className="zc-scroll">
        <table className="zc-table">
          <thead>
            <tr>
              <th>{say('task')}</th>
              <th>{say('fault')}</th>
              <th className="zc-number">{say('tries')}</th>
              <th>{say('when')}</th>
              <th>
                <span className="zc-visually-hidden">{say('tryAgain')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {(jobs ?? []).map(({ id, task, fault, tries, failedAt }) => (
              <tr key={id}>
                <td>{sayOf(say, 'task', task)}</td>
                <td lang="en">{fault}</td>
                <td className="zc-number">{count(tries)}</td>
                <td>{when(failedAt)}</td>
                <td>
                  <button type="button" className="zc-button zc-quiet zc-small" disabled={busy !== null} onClick={() => retry(id)}>
                    {say('tryAgain')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="zc-said" role="status">
        {jobs?.length === 0 ? say('noJobs') : said}
      </p>
    </div>
  )
}
