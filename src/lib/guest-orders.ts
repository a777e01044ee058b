/** The guest links that one browser keeps, newest first, in one cookie: `<order id>.<secret>` joined by `~`. */
export interface GuestOrder {
  orderId: string
  secret: string
}

/** How many a browser keeps. */
const kept = 5

/** Reads the cookie; what has not our shape is left out. */
export const parseGuestOrders = (value: string | undefined): GuestOrder[] =>
  (value ?? '')
    .split('~')
    .flatMap((entry) => {
      const [, orderId = '', secret = ''] = /^([0-9a-f-]{36})\.([\w-]{20,64})$/.exec(entry) ?? []
      return orderId && secret ? [{ orderId, secret }] : []
    })
    .slice(0, kept)

/** The cookie's value with one more order in front. */
export const withGuestOrder = (value: string | undefined, order: GuestOrder): string =>
  [order, ...parseGuestOrders(value).filter(({ orderId }) => orderId !== order.orderId)]
    .slice(0, kept)
    .map(({ orderId, secret }) => `${orderId}.${secret}`)
    .join('~')
