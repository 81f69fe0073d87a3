import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type GestureHost, keyTarget, percentSteps, settle, SliderGesture } from '../../../src/ui/slider.ts';

describe('keys', () => {
  const press = (key: string, value: number, shift = false) => keyTarget(key, shift, value, percentSteps);

  it('move by 1, by 0.1 with Shift, by 5 a page, and to the ends', () => {
    expect([
      press('ArrowRight', 80),
      press('ArrowUp', 80),
      press('ArrowLeft', 80),
      press('ArrowDown', 80),
    ]).toEqual([81, 81, 79, 79]);
    expect([press('ArrowRight', 80.1, true), press('ArrowLeft', 80.3, true)]).toEqual([80.2, 80.2]);
    expect([press('PageUp', 80), press('PageDown', 80), press('Home', 80), press('End', 80)]).toEqual([
      85, 75, 0, 100,
    ]);
    expect(press('a', 80)).toBeNull();
  });

  it('stay in the range and on the grain', () => {
    expect([press('PageUp', 98), press('ArrowLeft', 0)]).toEqual([100, 0]);
    expect(settle(33.333333, percentSteps)).toBe(33.3);
    expect(settle(0.1 + 0.2, percentSteps)).toBe(0.3);
    expect(settle(47, { min: 10, max: 90, step: 5, fine: 5, page: 20 })).toBe(45);
  });
});

describe('a gesture', () => {
  let frames: (() => void)[] = [];
  let log: string[] = [];
  let value = 80;
  const host: GestureHost = {
    get value() {
      return value;
    },
    steps: percentSteps,
    valueAt: (x) => x,
    start: () => log.push('start'),
    move: (next) => {
      value = next;
      log.push(`move ${next}`);
    },
    end: (last) => log.push(`end ${last}`),
    cancel: () => log.push('cancel'),
  };
  const pointer = (clientX: number) => ({ button: 0, pointerId: 1, clientX, clientY: 0 }) as PointerEvent;
  const key = (name: string) =>
    ({ key: name, preventDefault: () => undefined, stopPropagation: () => undefined }) as KeyboardEvent;
  const element = { setPointerCapture: () => undefined } as unknown as Element;

  beforeEach(() => {
    frames = [];
    log = [];
    value = 80;
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
    vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('tells the pointer once a frame and the last place on release', () => {
    const gesture = new SliderGesture(host);
    gesture.pointerDown(pointer(80), element);
    gesture.pointerMove(pointer(70));
    gesture.pointerMove(pointer(60));
    expect(log).toEqual(['start']);
    for (const run of frames.splice(0)) run();
    gesture.pointerMove(pointer(55));
    gesture.pointerUp(pointer(50));
    expect(log).toEqual(['start', 'move 60', 'move 50', 'end 50']);
  });

  it('is given up by Escape', () => {
    const gesture = new SliderGesture(host);
    gesture.pointerDown(pointer(40), element);
    gesture.keyDown(key('Escape'));
    gesture.pointerMove(pointer(10));
    gesture.pointerUp(pointer(10));
    expect(log).toEqual(['start', 'move 40', 'cancel']);
  });

  it('is one for a held key, told at once', () => {
    const gesture = new SliderGesture(host);
    for (let i = 0; i < 3; i += 1) gesture.keyDown(key('ArrowRight'));
    expect(log).toEqual(['start', 'move 81', 'move 82', 'move 83']);
    gesture.keyUp(key('ArrowRight'));
    expect(log.at(-1)).toBe('end 83');
  });

  it('ends without a release when nothing follows', () => {
    const gesture = new SliderGesture(host);
    gesture.keyDown(key('PageUp'));
    vi.runAllTimers();
    gesture.blur();
    expect(log).toEqual(['start', 'move 85', 'end 85']);
  });

  it('does not begin when the key changes nothing', () => {
    value = 100;
    new SliderGesture(host).keyDown(key('End'));
    expect(log).toEqual([]);
  });
});
