import { createContext, useContext } from 'react'

/** The nonce of this render, for inline scripts of ours. In the browser there is none: kept pages carry hashes instead. */
export const NonceContext = createContext<string | undefined>(undefined)

export const useNonce = (): string | undefined => useContext(NonceContext)
