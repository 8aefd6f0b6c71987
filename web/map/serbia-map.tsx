import { Box, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, memo, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import outlines from 'virtual:outlines';
import { project } from './projection.js';
import classes from './serbia-map.module.css';

/** How one municipality is drawn. `fill` is a CSS colour, or `hatched` for no target. */
export interface Shape {
  readonly code: string;
  readonly name: string;
  readonly fill: string;
  /** What is said of it: on hover, and to those who hear the map. */
  readonly said: string;
  /** In transit past its time, and no word. */
  readonly isSilent?: boolean;
}

/** A place on the map, such as a delivery point. */
export interface Pin {
  readonly id: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly color: string;
  readonly said: string;
}

interface Props {
  readonly label: string;
  readonly shapes: readonly Shape[];
  readonly pins?: readonly Pin[];
  readonly highlightedCode?: string | undefined;
  readonly onHover?: (code: string | undefined) => void;
  readonly onOpen?: (code: string) => void;
  /** Only these are shown, and fill the drawing. */
  readonly only?: ReadonlySet<string>;
  readonly maxHeight?: string;
}

/**
 * The 161 in colours. With the keyboard it is one stop: the arrows go to the next municipality in that direction, Enter opens
 * it. What it shows is always also in a table beside it.
 */
export function SerbiaMap(props: Props) {
  const {
    label,
    shapes,
    pins = [],
    highlightedCode,
    onHover,
    onOpen,
    only,
    maxHeight = '72vh',
  } = props;
  const { t } = useTranslation('map');
  const [focused, setFocused] = useState<string>();
  const { ref, width } = useElementSize();
  const shown = useMemo(
    () => (only === undefined ? shapes : shapes.filter(({ code }) => only.has(code))),
    [shapes, only],
  );
  const frame = useMemo(() => frameOf(only), [only]);
  const pointed = highlightedCode ?? focused;
  const current = shapes.find(({ code }) => code === pointed);
  const scale = width === 0 ? 1 : frame.width / width;

  const steer = (event: KeyboardEvent): void => {
    const codes = new Set(shown.map(({ code }) => code));
    const direction = DIRECTIONS[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      setFocused((from) => nextTowards(from ?? shown[0]?.code, direction, codes));
    } else if (event.key === 'Enter' && focused !== undefined) onOpen?.(focused);
  };

  return (
    <Box className={classes.frame} ref={ref}>
      <svg
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        style={{ maxHeight }}
        className={classes.map}
        role="application"
        aria-roledescription={t('roleDescription')}
        aria-label={`${label}. ${t('howTo')}`}
        tabIndex={0}
        onKeyDown={steer}
        onBlur={() => setFocused(undefined)}
        onMouseLeave={() => onHover?.(undefined)}
      >
        <Patterns />
        <Shapes shapes={shown} onHover={onHover} onOpen={onOpen} />
        <Marks shapes={shown} radius={7 * scale} />
        <Pins pins={pins} radius={4.5 * scale} />
        {current !== undefined && (
          <path d={outlines.paths[current.code]} className={classes.focus} />
        )}
      </svg>
      <Text className={classes.said} size="sm" aria-live="polite">
        {current === undefined ? t('pointAtOne') : current.said}
      </Text>
    </Box>
  );
}

/** Hatching says "no target" without a colour. */
function Patterns() {
  return (
    <defs>
      <pattern
        id="hatched"
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="9" height="9" fill="var(--no-target)" />
        <rect width="2.5" height="9" fill="var(--no-target-line)" />
      </pattern>
    </defs>
  );
}

interface ShapesProps {
  readonly shapes: readonly Shape[];
  readonly onHover: ((code: string | undefined) => void) | undefined;
  readonly onOpen: ((code: string) => void) | undefined;
}

const Shapes = memo(function Shapes({ shapes, onHover, onOpen }: ShapesProps): ReactNode {
  return (
    <g className={onOpen === undefined ? undefined : classes.open}>
      {shapes.map(({ code, fill, said }) => (
        <path
          key={code}
          d={outlines.paths[code]}
          className={classes.shape}
          fill={fill === 'hatched' ? 'url(#hatched)' : fill}
          data-code={code}
          onMouseEnter={onHover && (() => onHover(code))}
          onClick={onOpen && (() => onOpen(code))}
        >
          <title>{said}</title>
        </path>
      ))}
    </g>
  );
});

/** A dot on the silent ones: seen without the colour beneath. */
function Marks({ shapes, radius }: { shapes: readonly Shape[]; radius: number }) {
  return shapes
    .filter(({ isSilent }) => isSilent === true)
    .map(({ code }) => {
      const { x, y } = centreOf(code);
      return <circle key={code} cx={x} cy={y} r={radius} className={classes.silent} />;
    });
}

function Pins({ pins, radius }: { pins: readonly Pin[]; radius: number }) {
  return pins.map(({ id, latitude, longitude, color, said }) => {
    const { x, y } = project(longitude, latitude);
    return (
      <circle key={id} cx={x} cy={y} r={radius} fill={color} className={classes.pin}>
        <title>{said}</title>
      </circle>
    );
  });
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 8;

function frameOf(only: ReadonlySet<string> | undefined): Frame {
  if (only === undefined || only.size === 0)
    return { x: 0, y: 0, width: outlines.width, height: outlines.height };
  const boxes = [...only].map(boxOf);
  const x = Math.min(...boxes.map((box) => box.x)) - MARGIN;
  const y = Math.min(...boxes.map((box) => box.y)) - MARGIN;
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN - y,
  };
}

const boxes = new Map<string, Frame>();

/** The box around a municipality, read off its path: absolute starts (`M`), relative steps (`l`). */
function boxOf(code: string): Frame {
  const known = boxes.get(code);
  if (known !== undefined) return known;
  const xs: number[] = [];
  const ys: number[] = [];
  for (const ring of (outlines.paths[code] ?? 'M0 0l').split('z')) {
    const numbers = ring.match(/-?\d+/g)?.map(Number) ?? [];
    let [x = 0, y = 0] = numbers;
    for (let index = 2; index <= numbers.length; index += 2) {
      xs.push(x);
      ys.push(y);
      x += numbers[index] ?? 0;
      y += numbers[index + 1] ?? 0;
    }
  }
  const [west, north] = [Math.min(...xs), Math.min(...ys)];
  const box = { x: west, y: north, width: Math.max(...xs) - west, height: Math.max(...ys) - north };
  boxes.set(code, box);
  return box;
}

function centreOf(code: string): { x: number; y: number } {
  const { x, y, width, height } = boxOf(code);
  return { x: x + width / 2, y: y + height / 2 };
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest municipality whose middle lies more in that direction than aside. */
function nextTowards(
  from: string | undefined,
  [dx, dy]: readonly [number, number],
  codes: ReadonlySet<string>,
): string | undefined {
  if (from === undefined) return undefined;
  const start = centreOf(from);
  let best: { code: string; distance: number } | undefined;
  for (const code of codes) {
    const { x, y } = centreOf(code);
    const ahead = (x - start.x) * dx + (y - start.y) * dy;
    const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    if (ahead <= 0 || aside > ahead) continue;
    const distance = ahead + 2 * aside;
    if (best === undefined || distance < best.distance) best = { code, distance };
  }
  return best?.code ?? from;
}
