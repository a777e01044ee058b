/** Addresses that one account keeps: more are no address book. */
export const ADDRESSES_MAX = 20
