import { DoneElsewhere as DoneElsewhere_3ce9e8170d4c781e5be0bec7d884e4c8 } from '../../../../admin/parts/DoneElsewhere.tsx'
import { PicturesField as PicturesField_1629c6b66266d77fb86d743dd3fda549 } from '../../../../admin/parts/PicturesField.tsx'
import { MoneyCell as MoneyCell_984e84e33b25cac8f2ee40d522564045 } from '../../../../admin/parts/MoneyCell.tsx'
import { MoneyHint as MoneyHint_02c0b7a33c5e1e115c9268b900ffd4de } from '../../../../admin/parts/MoneyHint.tsx'
import { StockPanel as StockPanel_563ab63808f0f79da2731c6e8a561f9e } from '../../../../admin/parts/StockPanel.tsx'
import { PriceHistory as PriceHistory_10b82fce177dd5e7dd782887b64a0408 } from '../../../../admin/parts/PriceHistory.tsx'
import { RateHint as RateHint_a24498c8b5aa7271a3176d842803ec81 } from '../../../../admin/parts/RateHint.tsx'
import { LogOut as LogOut_caeac4088fe089420aac26d40d74f302 } from '../../../../admin/parts/LogOut.tsx'
import { Mark as Mark_d0ada1c443198b507927dc82de25c426 } from '../../../../admin/parts/Mark.tsx'
import { ToolLinks as ToolLinks_ca85273e608e2316c88a623be1f91242 } from '../../../../admin/parts/ToolLinks.tsx'
import { Overview as Overview_31c5bffb53641a55728dc19ba18da327 } from '../../../../admin/parts/Overview.tsx'
import { SimulatorView as SimulatorView_a2274fbea5439170aa129bbfa183144a } from '../../../../admin/views/SimulatorView.tsx'
import { RisksView as RisksView_978af1bd014f25c7039c5e9648186eb7 } from '../../../../admin/views/RisksView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/parts/DoneElsewhere.tsx#DoneElsewhere": DoneElsewhere_3ce9e8170d4c781e5be0bec7d884e4c8,
  "/admin/parts/PicturesField.tsx#PicturesField": PicturesField_1629c6b66266d77fb86d743dd3fda549,
  "/admin/parts/MoneyCell.tsx#MoneyCell": MoneyCell_984e84e33b25cac8f2ee40d522564045,
  "/admin/parts/MoneyHint.tsx#MoneyHint": MoneyHint_02c0b7a33c5e1e115c9268b900ffd4de,
  "/admin/parts/StockPanel.tsx#StockPanel": StockPanel_563ab63808f0f79da2731c6e8a561f9e,
  "/admin/parts/PriceHistory.tsx#PriceHistory": PriceHistory_10b82fce177dd5e7dd782887b64a0408,
  "/admin/parts/RateHint.tsx#RateHint": RateHint_a24498c8b5aa7271a3176d842803ec81,
  "/admin/parts/LogOut.tsx#LogOut": LogOut_caeac4088fe089420aac26d40d74f302,
  "/admin/parts/Mark.tsx#Mark": Mark_d0ada1c443198b507927dc82de25c426,
  "/admin/parts/ToolLinks.tsx#ToolLinks": ToolLinks_ca85273e608e2316c88a623be1f91242,
  "/admin/parts/Overview.tsx#Overview": Overview_31c5bffb53641a55728dc19ba18da327,
  "/admin/views/SimulatorView.tsx#SimulatorView": SimulatorView_a2274fbea5439170aa129bbfa183144a,
  "/admin/views/RisksView.tsx#RisksView": RisksView_978af1bd014f25c7039c5e9648186eb7,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
