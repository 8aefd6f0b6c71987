/** Whether the reader is on the way from nothing to the first batch, in this tab: then each page shows how to go on. */
const KEY = 'domet-setting-up';

export function isSettingUp(): boolean {
  return typeof sessionStorage !== 'undefined' && sessionStorage.getItem(KEY) !== null;
}

export function beginSettingUp(): void {
  sessionStorage.setItem(KEY, 'yes');
}

export function endSettingUp(): void {
  sessionStorage.removeItem(KEY);
}
