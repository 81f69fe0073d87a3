import type { Attachment } from 'svelte/attachments';

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** Makes the buttons of a toolbar one stop of the Tab key; arrows, Home and End move between them. */
export const roving: Attachment<HTMLElement> = (toolbar) => {
  const buttons = (): HTMLButtonElement[] => [...toolbar.querySelectorAll('button')];
  const stopAt = (at: number): void =>
    buttons().forEach((button, i) => (button.tabIndex = i === at ? 0 : -1));
  const begin = (): void => {
    const all = buttons();
    if (all.some((button) => button.tabIndex === 0 && button.hasAttribute('tabindex'))) return;
    stopAt(
      Math.max(
        0,
        all.findIndex((button) => button.getAttribute('aria-pressed') === 'true'),
      ),
    );
  };
  const move = (event: KeyboardEvent): void => {
    const all = buttons();
    const next = steps[event.key]?.(all.indexOf(event.target as HTMLButtonElement), all.length - 1);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  const enter = (event: FocusEvent): void => stopAt(buttons().indexOf(event.target as HTMLButtonElement));
  begin();
  const observer = new MutationObserver(begin);
  observer.observe(toolbar, { childList: true });
  toolbar.addEventListener('keydown', move);
  toolbar.addEventListener('focusin', enter);
  return () => {
    observer.disconnect();
    toolbar.removeEventListener('keydown', move);
    toolbar.removeEventListener('focusin', enter);
  };
};
