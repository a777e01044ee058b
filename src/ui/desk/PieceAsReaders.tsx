import { htmlLang, useFormat, useT } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import { Callout, Picture } from '../primitives/index.ts'
import { BodyPreview } from '../studio/BodyPreview.tsx'
import { ProductRows } from './ProductRows.tsx'
import type { PieceVersion } from './view.ts'

/** A version as readers will see it: label first, title, pictures with their numbers or the video, text, products. */
export function PieceAsReaders({ piece }: { piece: PieceVersion }) {
  const t = useT(desk)
  const names = new Map(piece.products.map(({ number, title }) => [number, title]))
  return (
    <article aria-label={t('asReaders')} lang={htmlLang[piece.language]}>
      <LabelLine piece={piece} />
      <MachineNote piece={piece} />
      <h1 className="display t24 dk-title">{piece.title || t('noTitle')}</h1>
      <div className={piece.pictures.length === 0 && piece.video === null ? undefined : 'dk-two'}>
        <div className="dk-media">
          {piece.pictures.map((picture, index) => (
            <figure key={picture.id}>
              <Picture media={picture} sizes="(min-width: 1000px) 300px, 100vw" priority={index === 0}>
                {piece.products
                  .filter(({ pictureIndex }) => pictureIndex === index)
                  .map(({ number, x, y }) => (
                    <span
                      key={number}
                      className="hs dk-spot"
                      style={{ ['--x' as string]: `${x ?? 50}%`, ['--y' as string]: `${y ?? 50}%` }}
                    >
                      <b>{number}</b>
                    </span>
                  ))}
              </Picture>
              <figcaption className="t12 c3">{picture.alt || t('pictureNoAlt', { number: String(index + 1) })}</figcaption>
            </figure>
          ))}
          {piece.video === null ? null : <VideoView piece={piece} />}
          {piece.captions === null ? null : (
            <details className="t13">
              <summary>{t('captions')}</summary>
              <pre className="dk-captions">{piece.captions}</pre>
            </details>
          )}
        </div>
        <div>
          {piece.body.trim() === '' ? (
            <p className="c3">{t('noBody')}</p>
          ) : (
            <BodyPreview body={piece.body} language={piece.language} names={names} className="dk-read" />
          )}
          <ProductRows products={piece.products} />
        </div>
      </div>
    </article>
  )
}

/** What is paid for the piece, before anything else. */
export function LabelLine({ piece }: { piece: PieceVersion }) {
  const t = useT(desk)
  return (
    <p className="row wrapx gap2 dk-label">
      <span className="sr">{t('label')}</span>
      {piece.label.length === 0 ? (
        <span className="t12 c3">{t('labelNone')}</span>
      ) : (
        <span className="ad dk-ad">{piece.label.map((part) => t(`part_${part}`)).join(' · ')}</span>
      )}
      {piece.ai ? <span className="ad dk-ad">{t('ai')}</span> : piece.aiDenial ? <span className="ad dk-ad">{t('aiMaybe')}</span> : null}
    </p>
  )
}

/** DIS-5: files that say that AI made them, while the piece does not say so: what the author answers, and what readers will see. */
function MachineNote({ piece }: { piece: PieceVersion }) {
  const t = useT(desk)
  if (piece.ai || piece.aiSaidBy.length === 0) return null
  return (
    <Callout tone="honey">
      <p>
        {t('aiSaid', {
          files: [...new Set(piece.aiSaidBy)].map((kind) => t(kind === 'video' ? 'aiVideo' : 'aiPictures')).join(t('listComma')),
        })}
      </p>
      <p className="c2">{piece.aiDenial ? t('aiDenial', { reason: piece.aiDenial }) : t('aiNoAnswer')}</p>
      {piece.aiDenial ? <p className="c2">{t('aiShown')}</p> : null}
    </Callout>
  )
}

function VideoView({ piece }: { piece: PieceVersion }) {
  const t = useT(desk)
  const format = useFormat()
  const { video } = piece
  if (video === null) return null
  return (
    <figure>
      {/* biome-ignore lint/a11y/useMediaCaption: captions are shown where the author gave them; an editor sees that they are missing */}
      <video
        className="dk-video"
        src={video.videoUrl}
        poster={video.posterUrl}
        width={video.width}
        height={video.height}
        controls
        playsInline
        preload="metadata"
        aria-label={video.alt || t('videoNote')}
      >
        {video.captionsUrl === undefined ? null : <track kind="captions" src={video.captionsUrl} srcLang={piece.language} default />}
      </video>
      <figcaption className="t12 c3 num">
        {[video.alt, video.durationSeconds === undefined ? '' : `${format.number(Math.round(video.durationSeconds))} s`]
          .filter(Boolean)
          .join(' · ')}
      </figcaption>
    </figure>
  )
}
