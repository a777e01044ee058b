import { withPayload } from '@payloadcms/next/withPayload'

/** Next serves Payload's admin and nothing else; types are checked once, for the whole project. */
export default withPayload({ typescript: { ignoreBuildErrors: true }, poweredByHeader: false }, { devBundleServerPackages: false })
