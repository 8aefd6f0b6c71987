/** What is pressed on a page that is drawn but cannot do it yet: done as soon as it can. Links lead on by themselves. */
let pressed: HTMLButtonElement | null = null;

const keep = ({ target }: Event): void => {
  pressed = target instanceof Element ? target.closest('button') : null;
};

export function keepPresses(): void {
  document.addEventListener('click', keep, true);
}

/** From here on the page hears by itself. */
export function endKeeping(): void {
  document.removeEventListener('click', keep, true);
}

/** The last of them alone: who presses again wants it once. */
export function pressAgain(): void {
  if (pressed?.isConnected === true) pressed.click();
  pressed = null;
}
