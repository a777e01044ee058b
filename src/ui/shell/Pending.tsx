import { useEffect, useState } from 'react'
import { useLocation, useNavigation } from 'react-router'
import { useT } from '../i18n/index.ts'
import { storefront } from '../i18n/messages/storefront.ts'
import { Skeleton, SkeletonCards } from '../primitives/Notice.tsx'

/** ms until a page that has not come is worth a picture of waiting. */
const patience = 400

/** While the next page is fetched: nothing for 400 ms, then its outline. The page that is open is kept until it is there. */
export function Pending() {
  const ts = useT(storefront)
  const { pathname } = useLocation()
  const { state, location } = useNavigation()
  const going = state === 'loading' && location !== undefined && location.pathname !== pathname
  const late = useLate(going)
  if (!late || !location) return null
  const label = ts('pageLoading')
  return (
    <div className="pending">{isOne(location.pathname) ? <SkeletonOne label={label} /> : <SkeletonCards label={label} count={8} />}</div>
  )
}

/** A piece's or a product's page, by its path. */
const isOne = (path: string): boolean => /^\/\w+\/(p|v|product)\//.test(path)

function SkeletonOne({ label }: { label: string }) {
  return (
    <div className="sk-one" role="status" aria-label={label}>
      <span className="pic sk" aria-hidden="true" />
      <span className="stack" aria-hidden="true">
        <Skeleton width="40%" height={40} />
        <Skeleton width="86%" height={28} />
        <Skeleton />
        <Skeleton width="94%" />
        <Skeleton width="62%" />
      </span>
    </div>
  )
}

function useLate(going: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!going) return
    const timer = setTimeout(() => setLate(true), patience)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [going])
  return late
}
