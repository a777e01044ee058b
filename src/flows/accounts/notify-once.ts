import type { PayloadRequest } from 'payload'
import type { Notice } from './notify.ts'

/** Whether a notification of this id was left already. */
export async function isNoted(req: PayloadRequest, id: string): Promise<boolean> {
  return (await req.payload.db.count({ collection: 'notifications', where: { id: { equals: id } }, req })).totalDocs > 0
}

/** Leaves a notification under an id that what it is about always has, so that telling it twice is found out. Ask `isNoted` first. */
export async function notifyOnce(req: PayloadRequest, id: string, { userId, kind, data }: Notice): Promise<void> {
  await req.payload.create({
    collection: 'notifications',
    data: { id, user: userId, kind, data: { ...data } },
    depth: 0,
    overrideAccess: true,
    req,
  })
}
