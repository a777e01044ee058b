import { useT } from '../i18n/index.ts'
import { storefront } from '../i18n/messages/storefront.ts'
import { Skeleton, SkeletonCards } from '../primitives/Skeleton.tsx'

/** The outline of a page that is on its way. */
export function Outline({ path }: { path: string }) {
  const ts = useT(storefront)
  const label = ts('pageLoading')
  return <div className="pending">{isOne(path) ? <SkeletonOne label={label} /> : <SkeletonCards label={label} count={8} />}</div>
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
