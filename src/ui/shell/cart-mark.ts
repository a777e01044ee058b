/** Where this browser keeps how many pieces were in its cart when it last asked. */
const key = 'zc_cart_count'

/**
 * Runs before the first paint of every page: kept pages are the same for everybody, so the count that was known last
 * stands on the cart (by a property that the style sheet shows) until the script has asked anew.
 */
export const cartScript = `try{const n=+localStorage.getItem("${key}"),r=document.documentElement;if(n>0){r.dataset.cart="";r.style.setProperty("--cart",'"'+(n>99?"99+":n)+'"')}}catch{}`

/** Keeps the count for the next page, and takes away what stood for it on this one. Browser only. */
export function keepCartCount(count: number): void {
  delete document.documentElement.dataset.cart
  try {
    if (count > 0) localStorage.setItem(key, String(count))
    else localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing shows the count a moment later.
  }
}
