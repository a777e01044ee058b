import styles from '../../../ui/commerce/commerce.css?url'

/** The style sheet of pages about oneself, beside those of every page. */
export const personalLinks = () => [{ rel: 'stylesheet', href: styles }]
