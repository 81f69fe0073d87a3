/** The range of a handle and how far its keys move it. */
export interface Steps {
  readonly min: number;
  readonly max: number;
  /** Arrows. */
  readonly step: number;
  /** Shift and arrows; also the grain that every value is rounded to. */
  readonly fine: number;
  /** PageUp and PageDown. */
  readonly page: number;
}

export const percentSteps: Steps = { min: 0, max: 100, step: 1, fine: 0.1, page: 5 };

/** Into the range and onto the grain, without the dust of binary fractions: 80.1 + 0.1 is 80.2. */
export function settle(value: number, { min, max, fine }: Steps): number {
  const perUnit = Math.round(1 / fine);
  const onGrain = perUnit > 1 ? Math.round(value * perUnit) / perUnit : Math.round(value / fine) * fine;
  return Math.min(max, Math.max(min, onGrain));
}

/** The value a key asks for, or null when the key is not the handle's. Right and up are more in either direction. */
export function keyTarget(key: string, shift: boolean, value: number, steps: Steps): number | null {
  const arrow = shift ? steps.fine : steps.step;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return settle(value + arrow, steps);
    case 'ArrowLeft':
    case 'ArrowDown':
      return settle(value - arrow, steps);
    case 'PageUp':
      return settle(value + steps.page, steps);
    case 'PageDown':
      return settle(value - steps.page, steps);
    case 'Home':
      return steps.min;
    case 'End':
      return steps.max;
    default:
      return null;
  }
}

/** What a handle reads and tells; getters, because a gesture outlives the values it began with. */
export interface GestureHost {
  readonly value: number;
  readonly steps: Steps;
  /** The value under a point of the screen. */
  valueAt(clientX: number, clientY: number): number;
  start(): void;
  move(value: number): void;
  end(value: number): void;
  cancel(): void;
}

/** A key that is pressed without being let go (a script, a lost focus) still ends its gesture. */
const KEY_RELEASE_MS = 400;

/**
 * One gesture at a time, by pointer or by keys: start, moves, then end or cancel. Pointer moves are told once a frame;
 * key moves at once. A held key is one gesture, so it is one step to undo.
 */
export class SliderGesture {
  readonly #host: GestureHost;
  #kind: 'pointer' | 'keys' | null = null;
  #value = 0;
  #pointerId = -1;
  #pending: readonly [number, number] | null = null;
  #frame = 0;
  #release: ReturnType<typeof setTimeout> | undefined;

  constructor(host: GestureHost) {
    this.#host = host;
  }

  get dragging(): boolean {
    return this.#kind === 'pointer';
  }

  /** @param element keeps the pointer until it is let go */
  pointerDown(event: PointerEvent, element: Element): void {
    if (event.button !== 0 || this.#kind === 'pointer') return;
    this.#finish();
    element.setPointerCapture(event.pointerId);
    this.#pointerId = event.pointerId;
    this.#begin('pointer');
    this.#to(event.clientX, event.clientY);
  }

  pointerMove(event: PointerEvent): void {
    if (this.#kind !== 'pointer' || event.pointerId !== this.#pointerId) return;
    this.#pending = [event.clientX, event.clientY];
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#flush();
    });
  }

  pointerUp(event: PointerEvent): void {
    if (this.#kind !== 'pointer' || event.pointerId !== this.#pointerId) return;
    this.#pending = [event.clientX, event.clientY];
    this.#finish();
  }

  pointerCancel(event: PointerEvent): void {
    if (this.#kind === 'pointer' && event.pointerId === this.#pointerId) this.#revert();
  }

  /** A tap: the whole gesture at one point. */
  tap(clientX: number, clientY: number): void {
    if (this.#kind !== null) return;
    this.#begin('pointer');
    this.#to(clientX, clientY);
    this.#finish();
  }

  keyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#kind === 'pointer') {
      event.preventDefault();
      event.stopPropagation();
      this.#revert();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || this.#kind === 'pointer') return;
    const target = keyTarget(event.key, event.shiftKey, this.#host.value, this.#host.steps);
    if (target === null) return;
    event.preventDefault();
    if (target === this.#host.value) return;
    if (this.#kind === null) this.#begin('keys');
    this.#tell(target);
    clearTimeout(this.#release);
    this.#release = setTimeout(() => this.#finish(), KEY_RELEASE_MS);
  }

  keyUp(event: KeyboardEvent): void {
    if (this.#kind === 'keys' && event.key !== 'Shift') this.#finish();
  }

  blur(): void {
    if (this.#kind === 'keys') this.#finish();
  }

  /** When the part leaves the page in the middle of a gesture. */
  destroy(): void {
    clearTimeout(this.#release);
    cancelAnimationFrame(this.#frame);
    this.#kind = null;
  }

  #begin(kind: 'pointer' | 'keys'): void {
    this.#kind = kind;
    this.#value = this.#host.value;
    this.#host.start();
  }

  #to(clientX: number, clientY: number): void {
    const value = settle(this.#host.valueAt(clientX, clientY), this.#host.steps);
    if (Number.isFinite(value) && value !== this.#value) this.#tell(value);
  }

  #tell(value: number): void {
    this.#value = value;
    this.#host.move(value);
  }

  #flush(): void {
    const point = this.#pending;
    this.#pending = null;
    if (point && this.#kind === 'pointer') this.#to(...point);
  }

  #finish(): void {
    if (this.#kind === null) return;
    this.#flush();
    this.#stop();
    this.#host.end(this.#value);
  }

  #revert(): void {
    this.#stop();
    this.#host.cancel();
  }

  #stop(): void {
    clearTimeout(this.#release);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#pending = null;
    this.#kind = null;
  }
}
