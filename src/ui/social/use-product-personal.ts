import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { useTo } from '../i18n/index.ts'
import { usePersonal } from '../view/personal.tsx'

export interface ProductPersonal {
  /** Creators whom this member follows and who recommend it (S-03). */
  followed: number
  names: string[]
  /** He bought it and may have a link of his own (S-06). */
  promote: boolean
}

/** What a product's page shows this member; null for guests and until it is known. */
export function useProductPersonal(productId: string): ProductPersonal | null {
  const to = useTo()
  const { status } = usePersonal()
  const { load, data } = useFetcher<ProductPersonal>()
  const address = to(`/product-personal?product=${productId}`)
  useEffect(() => {
    if (status === 'member') load(address)
  }, [status, address, load])
  return status === 'member' ? (data ?? null) : null
}
