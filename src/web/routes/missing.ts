import { data } from 'react-router'

/** Unknown addresses are answered as a page, and are no fault. */
export function loader() {
  throw data({ code: 'not_found' }, { status: 404 })
}

export default function Missing() {
  return null
}
