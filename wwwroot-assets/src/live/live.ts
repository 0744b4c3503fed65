// Entry: what every page loads. The live pill, ticking ages, the keys, and the live topics.
import { pause as pauseLink, resume as resumeLink } from '../hub/link.ts';
import { relativeAges } from './ages.ts';
import { installCombobox } from './combobox.ts';
import { installCopy } from './copy.ts';
import { installDialogs } from './dialogs.ts';
import { installKeyboard } from './keyboard.ts';
import { installMenus } from './menus.ts';

export { onDevice, onFleet, onMessages } from '../hub/topics.ts';
export { linkView, onLink, retryNow, serverNow } from '../hub/link.ts';
export { attachPill } from './pill.ts';
export { relativeAges } from './ages.ts';
export { formatAge } from './age.ts';

/** Lets go of the connection until resume() is called; the pill says "paused". */
export function pause(): void { pauseLink('page'); }
export function resume(): void { resumeLink('page'); }

installKeyboard();
installDialogs();
installMenus();
installCombobox();
installCopy();
relativeAges(document.body);
